// What is kept between runs: sources, pages as they were read, letters with
// their revisions, and who changed what. The only truth: records.jsonl and
// the folders of letters are made from it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/letter_sketch.h"
#include "models/record.h"
#include "models/result.h"
#include "pipeline/file_identity.h"
#include "pipeline/store/database.h"
#include "pipeline/store/letter_row.h"

namespace donthu {

// A file that has not changed since it was hashed.
struct KnownFile {
  std::string sha256;
  std::string letter_key;  // of its source, as in StoredSource
  bool settled = false;    // its source has this name and is not purged
};

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
                                   // source.copies; none: purged
  std::string media_type;
  int page_count = 0;  // 0: not known yet
  // What its letters were made with; empty: not made yet, or with fewer
  // names.
  std::string letter_key;
  bool purged = false;  // nothing but the hash is left: not read again

  friend bool operator==(const StoredSource&, const StoredSource&) = default;
};

struct StoredPage {
  std::string sha256;          // of the source
  int number = 0;              // 1-based
  std::string key;             // what it was read with
  std::string content_sha256;  // of the scan's pixels; empty: not known
  std::string image_sha256;    // of the page image's file; empty: not known
  std::string result_json;     // a PageResult

  friend bool operator==(const StoredPage&, const StoredPage&) = default;
};

// An archive copy that was made of a letter.
struct StoredArchive {
  std::string format;  // kPdfFormat or kAltoFormat
  std::string key;     // what it was made from and with
  std::string sha256;  // of the file

  friend bool operator==(const StoredArchive&, const StoredArchive&) = default;
};

struct StoredRecord {
  std::string json;  // one line, without its end
  int revision = 1;
  bool reviewed = false;  // a person decided: not made anew by a run

  friend bool operator==(const StoredRecord&, const StoredRecord&) = default;
};

// What is stored of a letter that is made anew.
struct FormerLetter {
  StoredRecord stored;
  Record record;  // as `stored` says
};

// An earlier letter that another may repeat.
struct LikeLetter {
  std::string record_id;
  double likeness = 0.0;       // of the texts: models/letter_sketch.h
  bool same_words = false;     // in the same order
  bool same_writer = false;    // a name, number or telephone is the same
  bool same_matter = false;    // a decision or respondent is the same
  bool writers_known = false;  // of both letters

  friend bool operator==(const LikeLetter&, const LikeLetter&) = default;
};

// A change that the output folder does not show yet, or not for sure.
struct OutboxRow {
  std::int64_t id = 0;  // grows
  std::string record_id;
  int revision = 1;

  friend bool operator==(const OutboxRow&, const OutboxRow&) = default;
};

// How far a list in the output folder goes.
struct ListState {
  // As `batch`: every change of a record makes the list stale.
  static constexpr std::int64_t kAfterAll = INT64_MAX;

  std::int64_t bytes = 0;  // of the file
  std::int64_t batch = 0;  // of the last source in it
  std::int64_t position = 0;
  // A record that stands in it changed, or came late: to be written anew.
  bool stale = true;

  friend bool operator==(const ListState&, const ListState&) = default;
};

// Where every page is. It balances where pages_in is the sum of the others.
struct Ledger {
  std::int64_t complete = 0;  // letters, by status
  std::int64_t needs_review = 0;
  std::int64_t failed = 0;
  std::int64_t withdrawn = 0;
  std::int64_t purged = 0;
  std::int64_t pages_in = 0;          // of all sources that have letters
  std::int64_t pages_in_records = 0;  // read, or failed within a read letter
  std::int64_t pages_failed = 0;      // of those
  std::int64_t pages_blank = 0;       // marked and kept in records
  std::int64_t pages_separator = 0;
  std::int64_t pages_quarantined = 0;  // of failed letters
  std::int64_t pages_purged = 0;
  std::int64_t sources_unfinished = 0;  // taken in, without letters yet

  bool Balances() const {
    return pages_in == pages_in_records + pages_blank + pages_separator +
                           pages_quarantined + pages_purged;
  }
  friend bool operator==(const Ledger&, const Ledger&) = default;
};

// The file of the store in its folder.
std::string StorePath(const std::string& state_folder);

// Every call fails as Statement::Step does.
class Store {
 public:
  // Makes the store where there is none, brings an older one up to date.
  // Fails with kStoreFailed also where a newer program made it.
  static Result<std::unique_ptr<Store>> Open(const std::string& path);

  // What follows is one step until Commit().
  Result<Transaction> Begin() { return Transaction::Begin(database_); }
  // For commits that a person was told of.
  Status CommitsAreDurable() { return database_.CommitsAreDurable(); }
  // What the write-ahead log holds goes into the store's file, and both to
  // the disk.
  Status Checkpoint();
  Database& database() { return database_; }

  // ---- sources (store.cc) -------------------------------------------------
  Result<Batch> BeginBatch(const std::string& as_of,
                           const std::optional<std::string>& received);
  Result<std::optional<StoredSource>> FindSource(const std::string& sha256);
  // Hashes of all that have pages and were not purged, in the contract's order.
  Result<std::vector<std::string>> Sources();
  // Adds the source, or the names that it does not have yet; with a new name
  // its letters are to be made anew.
  Status PutSource(const StoredSource& source);
  Status SetInspected(const std::string& sha256, const std::string& media_type,
                      int page_count);
  // What a file was when it was last looked at; empty where it is another
  // file now. One look-up, since it is asked of every file at every start.
  Result<std::optional<KnownFile>> FindFile(const FileIdentity& file,
                                            const std::string& name);
  Status PutFile(const FileIdentity& file, const std::string& sha256);
  // What stands behind a key, to explain differences; one "part=value" a
  // line.
  Status PutKey(const std::string& key, const std::string& parts);
  Result<std::optional<std::string>> FindKey(const std::string& key);

  // ---- pages (store_pages.cc) ---------------------------------------------
  // A page counts only under the key it was read with.
  Result<std::optional<StoredPage>> FindPage(const std::string& sha256,
                                             int number,
                                             const std::string& key);
  // The key of the page as it stands there; empty where it does not.
  Result<std::optional<std::string>> FindPageKey(const std::string& sha256,
                                                 int number);
  // A page of any source with the same pixels, read with the same key.
  Result<std::optional<StoredPage>> FindContent(
      const std::string& content_sha256, const std::string& key);
  // Counts how often the page was read with its key.
  Status PutPage(const StoredPage& page);
  // The page is to be read again, and the letters of its source made anew.
  Status ForgetPage(const std::string& sha256, int number);
  // The letter in force that holds the page; empty where none does.
  Result<std::string> LetterWithPage(const std::string& sha256, int number);

  // ---- letters (store_letters.cc) -----------------------------------------
  Result<std::optional<StoredRecord>> FindRecord(const std::string& record_id);
  Result<std::optional<LetterRow>> FindLetter(const std::string& record_id);
  // The records of one source, their audit and outbox rows and the source's
  // letter key in one transaction. Each record's revision is set: 1 for a new
  // one, one more where anything changed, the old where nothing did. Records
  // that a person reviewed are left as they are; former letters of the source
  // that are no longer among `records` become `withdrawn` and are appended.
  Status PutLetters(const std::string& sha256, const std::string& letter_key,
                    std::vector<Record>& records);
  // A person's decision: the next revision, its audit and outbox row. Sets
  // the revision of `record`.
  Status PutReview(Record& record);

  // Called with one record as a line of JSON, without its end.
  using TakeRecord = std::function<Status(const std::string& json)>;
  // Every current record in the contract's order, tombstones among them.
  // Stops at the first failure of `take` and returns it.
  Status ForEachRecord(const TakeRecord& take);
  // The same for the letters of one source.
  Status ForEachRecordOf(const std::string& sha256, const TakeRecord& take);
  using TakeLetter = std::function<Status(const LetterRow& letter)>;
  Status ForEachLetterOf(const std::string& sha256, const TakeLetter& take);
  // In the contract's order; `status` empty: all.
  Status ForEachLetter(std::string_view status, const TakeLetter& take);

  // ---- letters like others (store_sketches.cc) ----------------------------
  // Letters that PutLetters changed since they were linked, in the contract's
  // order.
  Result<std::vector<std::string>> Unlinked();
  // Puts it in place of the letter's former one. Of writers and matters keyed
  // hashes (HMAC, RFC 2104) are kept: the brief, 5.4.
  Status PutSketch(const std::string& record_id, const LetterSketch& sketch);
  Status DropSketch(const std::string& record_id);
  // Letters before this one in the contract's order whose text or writer is
  // like its own, by the order of their sketches. `sketch`: the letter's,
  // which stands in the store.
  Result<std::vector<LikeLetter>> LettersLike(const std::string& record_id,
                                              const LetterSketch& sketch);
  // The letter was compared: the record with what came of it, its next
  // revision where that is anything new, its audit and outbox row.
  Status PutLink(Record& record);
  // The same where there is nothing to be put.
  Status SetLinked(const std::string& record_id);

  // ---- archive copies (store_archives.cc) ---------------------------------
  Result<std::vector<StoredArchive>> ArchivesOf(const std::string& record_id);
  // Puts them in place of those of the same format, with an outbox row.
  Status PutArchives(const LetterRow& letter,
                     const std::vector<StoredArchive>& archives);
  // The copy is to be made anew.
  Status ForgetArchive(const std::string& record_id, const std::string& format);

  // ---- purging (store_purge.cc) -------------------------------------------
  // Ids of letters that came before the day: by --received, else by --today
  // of their batch. ISO date.
  Result<std::vector<std::string>> LettersBefore(const std::string& day);
  // Of the letter only id, hash and page count stay; with the last letter of
  // a source its names go, too. Audit and outbox get their rows.
  Status Purge(const LetterRow& letter);

  // ---- what others read (store_output.cc) ---------------------------------
  // The oldest `most` rows.
  Result<std::vector<OutboxRow>> Outbox(int most);
  // Forgets the rows up to `id`: the output folder shows them for good.
  Status DropOutbox(std::int64_t id);
  // The records of sources after the last one in a list, in the contract's
  // order, and afterwards `state` as of the last of them.
  Status ForEachRecordAfter(ListState& state, const TakeRecord& take);
  // A row of review.csv for each letter that waits for a person.
  Status ForEachReviewRow(const TakeRecord& take);
  Result<ListState> FindList(const std::string& name);
  Status PutList(const std::string& name, const ListState& state);
  Result<Ledger> CountPages();

 private:
  explicit Store(Database database) : database_(std::move(database)) {}
  static Status ForEachRow(Result<Statement> statement, const TakeRecord& take);
  static Status ForEachLetterRow(Result<Statement> statement,
                                 const TakeLetter& take);
  Result<std::vector<std::string>> NamesOf(const std::string& sha256);
  Result<std::vector<FormerLetter>> FormerLettersOf(const std::string& sha256);
  Status PutMade(Record& record, const std::vector<FormerLetter>& former);
  // `old`: what is stored of it; nullptr: nothing.
  Status PutRecord(Record& record, const StoredRecord* old,
                   const std::string& event);
  // The same where nothing is known of what is stored.
  Status PutRecord(Record& record, const std::string& event);
  Status SetUnlinked(const std::string& record_id);
  Status PurgeSourceWithoutLetters(const std::string& sha256);
  Result<std::string> WriterKey();
  Result<std::vector<std::string>> KeysOf(
      const std::vector<std::string>& names);
  Result<std::set<std::int64_t>> SketchesWith(
      const std::vector<std::string>& names);

  Database database_;
  std::string writer_key_;  // empty: not read yet
};

}  // namespace donthu
