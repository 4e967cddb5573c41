#include "pipeline/verify.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "models/record_json.h"
#include "models/sha256.h"
#include "pipeline/files.h"
#include "pipeline/page_images.h"
#include "pipeline/review_list.h"

namespace donthu {
namespace {

constexpr std::int64_t kMostBytes = INT64_MAX;

class Verification {
 public:
  Verification(const OutputPaths& paths, Store& store, Mend mend)
      : paths_(paths), store_(store), mend_(mend) {}

  Result<VerifyReport> Run() {
    using Check = Status (Verification::*)();
    for (const Check check :
         {&Verification::CheckDatabase, &Verification::CheckChain,
          &Verification::CheckRecords, &Verification::CheckPages,
          &Verification::CheckFolders, &Verification::CheckLists}) {
      if (auto done = (this->*check)(); !done) return Fail(done.error());
    }
    return std::move(report_);
  }

 private:
  void Found(std::string subject, std::string what) {
    report_.findings.push_back({std::move(subject), std::move(what), false});
  }
  void Mended(std::string subject, std::string what) {
    report_.findings.push_back({std::move(subject), std::move(what), true});
  }

  Status CheckDatabase() {
    const auto whole = store_.database().Pragma("integrity_check(1)");
    if (!whole) return Fail(whole.error());
    if (*whole != "ok") Found("store", *whole);
    const auto dangling = store_.database().Pragma("foreign_key_check");
    if (!dangling) return Fail(dangling.error());
    if (!dangling->empty()) {
      Found("store", "table " + *dangling + " names rows that are not there");
    }
    return Done{};
  }

  Status CheckChain() {
    auto chain = CheckAudit(store_.database());
    if (!chain) return Fail(chain.error());
    report_.audit = *chain;
    if (chain->broken_at != 0) {
      Found("audit", "row " + std::to_string(chain->broken_at) +
                         " does not follow from the one before");
    }
    auto strangers = store_.database().Prepare(
        "SELECT letters.record_id FROM letters LEFT JOIN (SELECT record_id,"
        " record_sha256, max(id) FROM audit GROUP BY record_id) AS last"
        " USING (record_id)"
        " WHERE last.record_sha256 IS NULL"
        " OR last.record_sha256 <> letters.record_sha256");
    if (!strangers) return Fail(strangers.error());
    for (;;) {
      const auto row = strangers->Step();
      if (!row) return Fail(row.error());
      if (!*row) return Done{};
      Found(strangers->Text(0), "is not the record that the audit tells of");
    }
  }

  Status CheckRecords() {
    return store_.ForEachLetter("", [this](const LetterRow& letter) -> Status {
      if (letter.status == kPurged) return CheckPurged(letter);
      const auto stored = store_.FindRecord(letter.record_id);
      if (!stored) return Fail(stored.error());
      if (!*stored) {
        Found(letter.record_id, "has no record");
        return Done{};
      }
      ++report_.records;
      const auto record = RecordFromJson((*stored)->json);
      if (!record) {
        Found(letter.record_id,
              "breaks the contract: " + record.error().subject + " " +
                  record.error().detail);
        return Done{};
      }
      if (RowOf(*record, (*stored)->json) != letter) {
        Found(letter.record_id, "does not agree with its row in the store");
      }
      return CheckLetterFiles(*record);
    });
  }

  Status CheckPurged(const LetterRow& letter) {
    if (::access(paths_.Letter(letter.record_id).c_str(), F_OK) != 0) {
      return Done{};
    }
    if (mend_ == Mend::kLookOnly) {
      Found(letter.record_id, "was purged, but its folder is there");
      return Done{};
    }
    Mended(letter.record_id, "was purged; its folder is taken away");
    return RemoveLetter(paths_, letter.record_id);
  }

  static bool Differs(const std::string& path, const std::string& expected) {
    const auto bytes = ReadFile(path, kMostBytes);
    return !bytes || *bytes != expected;
  }

  Status CheckLetterFiles(const Record& record) {
    const std::string folder = paths_.Letter(record.record_id);
    const bool differs =
        Differs(folder + "/record.json", ToJsonPretty(record)) ||
        (record.text && Differs(folder + "/text.txt", *record.text + "\n")) ||
        (record.error &&
         ::access(paths_.QuarantineNote(record.record_id).c_str(), F_OK) != 0);
    if (differs && mend_ == Mend::kRebuild) {
      Mended(record.record_id, "files made anew from the store");
      if (auto written = WriteLetter(paths_, record); !written) return written;
    } else if (differs) {
      Found(record.record_id, "files differ from the store");
    }
    for (const RecordPage& page : record.pages) {
      if (!page.image) continue;
      if (auto done = CheckImage(record, page.number); !done) return done;
    }
    if (record.status == RecordStatus::kWithdrawn) return Done{};
    return CheckArchives(record.record_id);
  }

  Status CheckArchives(const std::string& record_id) {
    const auto archives = store_.ArchivesOf(record_id);
    if (!archives) return Fail(archives.error());
    for (const StoredArchive& archive : *archives) {
      const std::string path = paths_.LetterArchive(record_id, archive.format);
      if (FileSha256(path) == archive.sha256) continue;
      const std::string subject = record_id + ", archive copy";
      if (mend_ == Mend::kLookOnly) {
        Found(subject, archive.format + " is lost or altered");
        continue;
      }
      Mended(subject, archive.format +
                          " is lost or altered: `donthu archive` "
                          "makes it again");
      auto forgot = store_.ForgetArchive(record_id, archive.format);
      if (!forgot) return forgot;
    }
    return Done{};
  }

  Status CheckImage(const Record& record, int number) {
    ++report_.images;
    const std::string& sha256 = record.source.sha256;
    const auto key = store_.FindPageKey(sha256, number);
    if (!key) return Fail(key.error());
    if (!*key) return Done{};  // forgotten before: the next run reads it
    const auto page = store_.FindPage(sha256, number, **key);
    if (!page) return Fail(page.error());
    const std::string path = paths_.LetterImage(record.record_id, number);
    const std::string& expected = (*page)->image_sha256;
    const bool whole = expected.empty() ? ::access(path.c_str(), R_OK) == 0
                                        : FileSha256(path) == expected;
    if (whole) return Done{};
    const std::string subject =
        record.record_id + ", page " + std::to_string(number);
    if (mend_ == Mend::kLookOnly) {
      Found(subject, "image is lost or altered");
      return Done{};
    }
    Mended(subject, "image is lost or altered: the next run reads it again");
    return store_.ForgetPage(sha256, number);
  }

  // Each page of each source stands in one letter in force.
  Status CheckPages() {
    const auto ledger = store_.CountPages();
    if (!ledger) return Fail(ledger.error());
    report_.ledger = *ledger;
    if (!ledger->Balances()) {
      Found("ledger", "pages that came in are not those that are told of");
    }
    auto uneven = store_.database().Prepare(
        "SELECT sources.sha256 FROM sources JOIN letters USING (sha256)"
        " WHERE status <> 'withdrawn' GROUP BY sources.sha256, page_count"
        " HAVING sum(pages) <> page_count OR (page_count > 0 AND"
        " count(DISTINCT first_page) <> count(*))");
    if (!uneven) return Fail(uneven.error());
    for (;;) {
      const auto row = uneven->Step();
      if (!row) return Fail(row.error());
      if (!*row) return Done{};
      Found("source " + uneven->Text(0).substr(0, 12),
            "not every page stands in one letter");
    }
  }

  Status CheckFolders() {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(
             paths_.folder + "/letters", error)) {
      const std::string id = entry.path().filename().string();
      const auto letter = store_.FindLetter(id);
      if (!letter) return Fail(letter.error());
      if (!*letter) Found("letters/" + id, "belongs to no record");
    }
    return Done{};
  }

  Status CheckLists() {
    const auto records = SameAs(paths_.Records(), [&](const auto& take) {
      return store_.ForEachRecord(
          [&](const std::string& json) { return take(json + "\n"); });
    });
    if (!records) return Fail(records.error());
    const auto review = SameAs(paths_.ReviewList(), [&](const auto& take) {
      auto headed = take(ReviewHeader());
      return headed ? store_.ForEachReviewRow(take) : headed;
    });
    if (!review) return Fail(review.error());
    if (*records && *review) return Done{};
    if (mend_ == Mend::kLookOnly) {
      Found("records.jsonl, review.csv", "differ from the store");
      return Done{};
    }
    Mended("records.jsonl, review.csv", "made anew from the store");
    for (const char* list : {"records.jsonl", "review.csv"}) {
      if (auto put = store_.PutList(list, ListState{}); !put) return put;
    }
    return WriteLists(paths_, store_);
  }

  // Whether the file holds what `list` hands on.
  template <typename List>
  static Result<bool> SameAs(const std::string& path, const List& list) {
    Sha256 expected;
    const Store::TakeRecord take = [&](const std::string& line) {
      expected.Add(line);
      return Status(Done{});
    };
    if (auto listed = list(take); !listed) return Fail(listed.error());
    return FileSha256(path) == expected.Hex();
  }

  const OutputPaths& paths_;
  Store& store_;
  Mend mend_;
  VerifyReport report_;
};

}  // namespace

bool VerifyReport::IsWhole() const {
  return std::all_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.mended; });
}

Result<VerifyReport> Verify(const OutputPaths& paths, Store& store, Mend mend) {
  return Verification(paths, store, mend).Run();
}

}  // namespace donthu
