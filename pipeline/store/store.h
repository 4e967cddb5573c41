// What is kept between runs: sources, pages as they were read, letters with
// their revisions, and who changed what. The only truth: records.jsonl and
// the folders of letters are made from it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/record.h"
#include "models/result.h"
#include "pipeline/store/database.h"

namespace donthu {

// A run that took in new files; gives them their day.
struct Batch {
  std::int64_t id = 0;
  std::string as_of;                    // ISO date: --today
  std::optional<std::string> received;  // ISO date: --received

  friend bool operator==(const Batch&, const Batch&) = default;
};

struct StoredSource {
  std::string sha256;
  Batch batch;
  std::int64_t position = 0;       // within its batch, from 0
  std::vector<std::string> names;  // the first is source.file, the others
                                   // source.copies
  std::string media_type;
  int page_count = 0;  // 0: not known yet
  // What its letters were made of and with; empty: not made yet.
  std::string letter_key;

  friend bool operator==(const StoredSource&, const StoredSource&) = default;
};

struct StoredRecord {
  std::string json;  // one line, without its end
  int revision = 1;
  bool reviewed = false;  // a person decided: not made anew by a run

  friend bool operator==(const StoredRecord&, const StoredRecord&) = default;
};

// The file of the store in its folder.
std::string StorePath(const std::string& state_folder);

class Store {
 public:
  // Makes the store where there is none. Fails with kStoreFailed, also
  // where a newer program made it.
  static Result<std::unique_ptr<Store>> Open(const std::string& path);

  Result<Batch> BeginBatch(const std::string& as_of,
                           const std::optional<std::string>& received);

  Result<std::optional<StoredSource>> FindSource(const std::string& sha256);
  // Adds the source, or the names that it does not have yet.
  Status PutSource(const StoredSource& source);
  Status SetInspected(const std::string& sha256, const std::string& media_type,
                      int page_count);

  // A page counts only under the key it was read with.
  Result<std::optional<std::string>> FindPage(const std::string& sha256,
                                              int number,
                                              const std::string& key);
  Status PutPage(const std::string& sha256, int number, const std::string& key,
                 const std::string& result_json);

  Result<std::optional<StoredRecord>> FindRecord(const std::string& record_id);
  // The records of one source, their audit rows and the source's letter key
  // in one transaction. Each record's revision is set: 1 for a new one, one
  // more where anything changed, the old where nothing did. Records that a
  // person reviewed are left as they are; former letters of the source that
  // are no longer among `records` become `withdrawn` and are appended.
  Status PutLetters(const std::string& sha256, const std::string& letter_key,
                    std::vector<Record>& records);
  // A person's decision: the next revision and its audit row. Sets the
  // revision of `record`.
  Status PutReview(Record& record);

  // Called with one record as a line of JSON, without its end.
  using TakeRecord = std::function<Status(const std::string& json)>;
  // Every current record in the contract's order, tombstones among them.
  // Stops at the first failure of `take` and returns it.
  Status ForEachRecord(const TakeRecord& take);
  // The same for the letters of one source.
  Status ForEachRecordOf(const std::string& sha256, const TakeRecord& take);

 private:
  explicit Store(Database database) : database_(std::move(database)) {}
  Status Migrate();
  static Status ForEachRow(Result<Statement> statement, const TakeRecord& take);
  Result<std::vector<std::string>> NamesOf(const std::string& sha256);
  Status PutRecord(Record& record, std::string_view event);
  Status WithdrawOthers(const std::string& sha256,
                        std::vector<Record>& records);

  Database database_;
};

}  // namespace donthu
