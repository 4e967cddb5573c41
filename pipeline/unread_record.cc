#include "pipeline/unread_record.h"

#include "pipeline/letter_way.h"

namespace donthu {

Record UnreadRecord(const StoredSource& source, const Provenance& provenance) {
  Record record;
  record.source.file = source.names.front();
  record.source.copies.assign(source.names.begin() + 1, source.names.end());
  record.source.sha256 = source.sha256;
  record.source.media_type = source.media_type;
  record.record_id = RecordId(source.sha256, {});
  record.provenance = provenance;
  record.provenance.as_of = source.batch.as_of;
  if (source.batch.received) {
    record.received.date = source.batch.received;
    record.received.source = "option";
  }
  record.status = RecordStatus::kFailed;
  record.error = RecordError{ErrorCode::kInternal, "take_in", std::nullopt,
                             "letter", "has not been read"};
  return record;
}

Record FailedRecord(const StoredSource& source, const Provenance& provenance,
                    const StageFault& fault) {
  Record record = UnreadRecord(source, provenance);
  record.error = RecordError{fault.error.code, fault.stage, std::nullopt,
                             fault.error.subject, fault.error.detail};
  for (int page = 1; page <= source.page_count; ++page) {
    record.source.page_numbers.push_back(page);
    RecordPage failed;
    failed.number = page;
    failed.status = PageStatus::kFailed;
    record.pages.push_back(failed);
  }
  record.record_id = RecordId(source.sha256, record.source.page_numbers);
  return record;
}

Record FailedRecord(const StoredSource& source, const Provenance& provenance,
                    const std::map<int, StageFault>& faults) {
  const auto& [number, fault] = *faults.begin();
  Record record = FailedRecord(source, provenance, fault);
  record.error->page = number;
  return record;
}

}  // namespace donthu
