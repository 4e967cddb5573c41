#include "pipeline/repeats.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "models/record_json.h"
#include "pipeline/grouped_commits.h"
#include "stages/sketch/sketch.h"

namespace donthu {
namespace {

constexpr double kLikeText = 0.3;
// A writer's letters on one matter share its names and places, at least.
constexpr double kLikeMatter = 0.1;
constexpr std::size_t kMostSimilar = 10;
constexpr std::string_view kReason = "possible_duplicate";
// The reasons that come after it in the contract's order.
constexpr std::array<std::string_view, 6> kLaterReasons = {
    "secrecy",         "not_a_letter",    "non_vietnamese",
    "legacy_encoding", "receipt_unknown", "receipt_conflict"};

const char* KindOf(const LikeLetter& letter) {
  if (letter.same_words || letter.likeness >= kLikeText) {
    return letter.writers_known && !letter.same_writer ? kCommonText
                                                       : kNearText;
  }
  const bool same_matter =
      letter.same_writer &&
      (letter.same_matter || letter.likeness >= kLikeMatter);
  return same_matter ? kSameMatter : nullptr;
}

bool IsLater(const std::string& reason) {
  return reason == "novel" ||
         std::find(kLaterReasons.begin(), kLaterReasons.end(), reason) !=
             kLaterReasons.end();
}

bool MayBeThereTwice(const Record& record) {
  return record.exact_of ||
         std::any_of(record.similar.begin(), record.similar.end(),
                     [](const Similar& s) { return s.kind == kNearText; });
}

bool IsRead(const Record& record) {
  return record.text && record.fields &&
         (record.status == RecordStatus::kComplete ||
          record.status == RecordStatus::kNeedsReview);
}

Result<LetterSketch> SketchOf(const Record& record) {
  return Sketch().Run({*record.text, *record.fields});
}

class Linking {
 public:
  Linking(Store& store, const TakeChanged& changed, const IsStopped& is_stopped)
      : store_(store),
        commits_(store, kLettersTogether, changed),
        is_stopped_(is_stopped) {}

  Status Run() {
    const auto ids = store_.Unlinked();
    if (!ids) return Fail(ids.error());
    auto done = ForEach(*ids, &Linking::PutSketch);
    return done ? ForEach(*ids, &Linking::Link) : done;
  }

 private:
  Status ForEach(const std::vector<std::string>& ids,
                 Status (Linking::*step)(const std::string& id)) {
    for (const std::string& id : ids) {
      if (is_stopped_()) break;
      if (auto begun = commits_.Begin(); !begun) return begun;
      if (auto done = (this->*step)(id); !done) return done;
    }
    return commits_.Commit();
  }

  Result<Record> Find(const std::string& id) {
    const auto stored = store_.FindRecord(id);
    if (!stored) return Fail(stored.error());
    if (!*stored) {
      return Fail(ErrorCode::kStoreDamaged, "store",
                  "names a letter that is not there");
    }
    return RecordFromJson((*stored)->json);
  }

  Status EndOf(const Status& put) { return put ? commits_.End({}) : put; }

  Status PutSketch(const std::string& id) {
    const auto record = Find(id);
    if (!record) return Fail(record.error());
    if (!IsRead(*record)) return EndOf(store_.DropSketch(id));
    const auto sketch = SketchOf(*record);
    if (!sketch) return Fail(sketch.error());
    return EndOf(store_.PutSketch(id, *sketch));
  }

  Status Link(const std::string& id) {
    auto record = Find(id);
    if (!record) return Fail(record.error());
    if (!IsRead(*record) || record->review) {
      return EndOf(store_.SetLinked(id));
    }
    const auto sketch = SketchOf(*record);
    if (!sketch) return Fail(sketch.error());
    const auto like = store_.LettersLike(id, *sketch);
    if (!like) return Fail(like.error());
    Repeats repeats = RepeatsAmong(*like);
    if (repeats == Repeats{record->exact_of, record->similar}) {
      return EndOf(store_.SetLinked(id));
    }
    SetRepeats(std::move(repeats), *record);
    if (auto put = store_.PutLink(*record); !put) return put;
    return commits_.End({*std::move(record)});
  }

  Store& store_;
  GroupedCommits commits_;
  const IsStopped& is_stopped_;
};

}  // namespace

Repeats RepeatsAmong(const std::vector<LikeLetter>& letters) {
  Repeats repeats;
  for (const LikeLetter& letter : letters) {
    const char* kind = KindOf(letter);
    if (kind == nullptr) continue;
    repeats.similar.push_back({letter.record_id, letter.likeness, kind});
    if (letter.same_words && !repeats.exact_of) {
      repeats.exact_of = letter.record_id;
    }
  }
  std::stable_sort(
      repeats.similar.begin(), repeats.similar.end(),
      [](const Similar& a, const Similar& b) { return a.score > b.score; });
  if (repeats.similar.size() > kMostSimilar) {
    repeats.similar.resize(kMostSimilar);
  }
  return repeats;
}

void SetRepeats(Repeats repeats, Record& record) {
  record.exact_of = std::move(repeats.exact_of);
  record.similar = std::move(repeats.similar);
  std::vector<std::string>& reasons = record.review_reasons;
  std::erase(reasons, kReason);
  if (MayBeThereTwice(record)) {
    reasons.emplace(std::find_if(reasons.begin(), reasons.end(), IsLater),
                    kReason);
  }
  record.status =
      reasons.empty() ? RecordStatus::kComplete : RecordStatus::kNeedsReview;
}

bool AreComparedAlike(const Record& former, const Record& record) {
  if (!IsRead(former) || !IsRead(record)) return false;
  if (former.text == record.text && former.fields == record.fields) return true;
  const auto before = SketchOf(former);
  const auto now = SketchOf(record);
  return before && now && *before == *now;
}

Status LinkRepeats(Store& store, const TakeChanged& changed,
                   const IsStopped& is_stopped) {
  return Linking(store, changed, is_stopped).Run();
}

}  // namespace donthu
