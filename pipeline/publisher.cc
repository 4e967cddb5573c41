#include "pipeline/publisher.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "models/record_json.h"
#include "pipeline/files.h"
#include "pipeline/page_images.h"

namespace donthu {
namespace {

constexpr int kRowsAtOnce = 500;

}  // namespace

Status Publisher::CatchUp() {
  for (;;) {
    const auto rows = store_.Outbox(kRowsAtOnce);
    if (!rows) return Fail(rows.error());
    if (rows->empty()) return Done{};
    for (const OutboxRow& row : *rows) {
      if (auto written = WriteRow(row); !written) return written;
    }
    if (auto synced = SyncFolder(paths_.folder); !synced) return synced;
    if (auto dropped = store_.DropOutbox(rows->back().id); !dropped) {
      return dropped;
    }
  }
}

Status Publisher::WriteRow(const OutboxRow& row) {
  const auto letter = store_.FindLetter(row.record_id);
  if (!letter) return Fail(letter.error());
  if (!*letter) return Done{};
  if ((*letter)->status == kPurged) return RemoveLetter(paths_, row.record_id);
  const auto stored = store_.FindRecord(row.record_id);
  if (!stored) return Fail(stored.error());
  const auto record = RecordFromJson((*stored)->json);
  if (!record) return Fail(record.error());
  if (auto written = WriteLetter(paths_, *record); !written) return written;
  if (auto checked = CheckImages(*record); !checked) return checked;
  return MoveArchives(row.record_id);
}

// What lies in work/ under another hash is half made, or of an older try.
Status Publisher::MoveArchives(const std::string& record_id) {
  const auto archives = store_.ArchivesOf(record_id);
  if (!archives) return Fail(archives.error());
  for (const StoredArchive& archive : *archives) {
    const std::string work = paths_.WorkArchive(record_id, archive.format);
    const std::string place = paths_.LetterArchive(record_id, archive.format);
    if (FileSha256(work) == archive.sha256) {
      if (::rename(work.c_str(), place.c_str()) != 0) {
        return Unwritable("archive copy");
      }
    } else if (FileSha256(place) != archive.sha256) {
      auto forgot = store_.ForgetArchive(record_id, archive.format);
      if (!forgot) return forgot;
    }
  }
  return Done{};
}

Status Publisher::WriteArchives(const std::string& record_id) {
  ++unsettled_;
  return MoveArchives(record_id);
}

Status Publisher::CheckImages(const Record& record) {
  for (const RecordPage& page : record.pages) {
    if (!page.image) continue;
    const auto whole = ForgetPageWithoutImage(
        paths_, store_, record.source.sha256, page.number);
    if (!whole) return Fail(whole.error());
  }
  return Done{};
}

Status Publisher::Write(const std::vector<Record>& records) {
  unsettled_ += static_cast<int>(records.size());
  if (auto written = AwaitWriter(); !written) return written;
  for (const Record& record : records) {
    auto written = WriteLetter(paths_, record);
    if (!written) return written;
  }
  return Done{};
}

Status Publisher::WriteLater(std::vector<Record> records) {
  unsettled_ += static_cast<int>(records.size());
  if (!writer_) writer_ = std::make_unique<LetterWriter>(paths_);
  for (Record& record : records) {
    auto added = writer_->Add(std::move(record));
    if (!added) return added;
  }
  return Done{};
}

Status Publisher::AwaitWriter() {
  return writer_ ? writer_->Finish() : Status(Done{});
}

Status Publisher::SettleWhereDue() {
  return unsettled_ < settle_every_ ? Status(Done{}) : Settle();
}

Status Publisher::Settle() {
  if (unsettled_ == 0) return Done{};
  auto written = AwaitWriter();
  if (!written) return written;
  if (auto synced = SyncFolder(paths_.folder); !synced) return synced;
  unsettled_ = 0;
  return store_.DropOutbox(INT64_MAX);
}

}  // namespace donthu
