// Letters that come again: the same scan in another file, the same letter
// scanned again or sent with small changes, its writer on the same matter,
// others with the same text.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/record.h"
#include "models/result.h"
#include "pipeline/store/store.h"

namespace donthu {

// Values of similar[].kind.
inline constexpr const char* kNearText = "near_text";
inline constexpr const char* kCommonText = "common_text";  // by other writers
inline constexpr const char* kSameMatter = "same_matter";  // by the writer

struct Repeats {
  std::optional<std::string> exact_of;  // the earliest with the same words
  std::vector<Similar> similar;         // the likest first, ten at most

  friend bool operator==(const Repeats&, const Repeats&) = default;
};

// Which of the letters are repeats, and of what kind: the text counts from a
// likeness of 0.3 on. Of 40,000 pairs of unlike letters of the corpus none was
// above 0.12; of one letter read twice with every tenth word misread, none of
// 150 was below 0.37.
Repeats RepeatsAmong(const std::vector<LikeLetter>& letters);

// Puts them into the record; where the letter may be there twice, a person is
// asked: `possible_duplicate`.
void SetRepeats(Repeats repeats, Record& record);

// Whether comparing both with other letters gives the same: they were read, and
// have one sketch.
bool AreComparedAlike(const Record& former, const Record& record);

// Compares every letter that was put since the last time with all before it in
// the contract's order, be they of this run or an earlier one; gives each
// record that changed to `changed`. Records that a person reviewed stay as
// they are. Broken off at any moment, it goes on from there.
// `is_stopped` is asked before each letter: true leaves off.
using TakeChanged = std::function<Status(std::vector<Record> records)>;
using IsStopped = std::function<bool()>;
Status LinkRepeats(
    Store& store, const TakeChanged& changed,
    const IsStopped& is_stopped = [] { return false; });

}  // namespace donthu
