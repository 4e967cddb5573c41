// The letters of samples/letters: text with its truth marked in it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/assessment.h"
#include "models/label.h"
#include "models/result.h"

namespace donthu::samples {

// The first five are what samples are set in, the others what the reader
// learns from besides (tests/bench/line_images.h).
enum class Typeface {
  kSerif,
  kSans,
  kCarlito,
  kTypewriter,
  kHand,
  kTermes,
  kFreeSerif,
  kDejaVuSerif,
  kNotoSerif,
  kLibertine,
  kGentium,
  kHeros,
  kDejaVuSans,
  kNotoSans,
  kRoboto,
  kCursor,
  kFreeMono,
  kLiberationMono,
  kDejaVuMono,
};
enum class SignedBy { kInk, kFingerprint, kNobody };

enum class BlockKind {
  kHeading,
  kColumns,
  kDateline,
  kTitle,
  kLeft,
  kCenter,
  kPara,
  kList,
  kTable,
  kSignature,
  kTwoSign,
  kFooter,
};

// A value that the text holds: ⟦key=value:raw⟧; without "=", value is raw.
struct MarkedField {
  std::string key;  // "senders.1.name"
  std::string value;
  std::string raw;

  friend bool operator==(const MarkedField&, const MarkedField&) = default;
};

// Half open, in bytes of the line's text without marks.
struct FieldSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  int field = 0;  // into SampleLetter::fields

  friend bool operator==(const FieldSpan&, const FieldSpan&) = default;
};

struct MarkedText {
  std::string text;  // UTF-8, marks taken out
  std::vector<FieldSpan> spans;

  friend bool operator==(const MarkedText&, const MarkedText&) = default;
};

// One line of the markup: one cell, two in @columns and @twosign, any number
// in @table.
using MarkedLine = std::vector<MarkedText>;

struct Block {
  BlockKind kind = BlockKind::kPara;
  std::vector<MarkedLine> lines;

  friend bool operator==(const Block&, const Block&) = default;
};

struct SampleLetter {
  std::string id;
  Label label = Label::kKhac;
  std::vector<Label> parts;
  SignedBy signed_by = SignedBy::kNobody;
  bool anonymous = false;
  bool collective = false;
  int pages = 1;  // expected at 13 pt
  Typeface typeface = Typeface::kSerif;
  std::string received_hint;  // ISO date for a mail-room stamp
  std::vector<std::pair<std::string, CheckResult>> checks;
  std::vector<MarkedField> fields;  // in the order of the text
  std::vector<Block> blocks;

  friend bool operator==(const SampleLetter&, const SampleLetter&) = default;
};

// All letters of one width, as of a typewriter.
bool IsTyped(Typeface typeface);

// The line in a signature block that leaves room for ink.
inline constexpr std::string_view kSignHere = "~sign~";

// Fails with kTextInvalid, the subject telling the line, on an unknown
// header, block or value, a missing header, or marks that do not balance.
Result<SampleLetter> ParseMarkup(std::string_view markup);

// One line with its marks; found fields are added to `fields`.
Result<MarkedText> ParseMarkedText(std::string_view line,
                                   std::vector<MarkedField>& fields);

}  // namespace donthu::samples
