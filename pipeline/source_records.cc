#include "pipeline/source_records.h"

#include "models/record_json.h"

namespace donthu {

Result<SourceRecords> RecordsOf(Store& store, const std::string& sha256) {
  SourceRecords records;
  const auto listed =
      store.ForEachRecordOf(sha256, [&](const std::string& json) -> Status {
        const auto record = RecordFromJson(json);
        if (!record) return Fail(record.error());
        if (record->status == RecordStatus::kWithdrawn) return Done{};
        records.record_ids.push_back(record->record_id);
        if (record->status == RecordStatus::kFailed) ++records.failed;
        return Done{};
      });
  if (!listed) return Fail(listed.error());
  return records;
}

}  // namespace donthu
