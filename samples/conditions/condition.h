// What happens to a letter between the typewriter and the scanner's file.
#pragma once

#include <array>
#include <string_view>

namespace donthu::samples {

enum class InkKind { kPrinted, kTyped, kHandwritten };
enum class StampKind {
  kNone,
  kSeals,
  kDenStamp,
  kTypedDenStamp,       // over the letterhead or the text
  kTypedDenOnFreePaper  // where there is room for it
};
enum class PaperKind { kWhite, kOld };
enum class CaptureKind {
  kFlatGray,
  kFlatColour,
  kFax,
  kCoarseFax,
  kLowResolution,
  kPhoto,
  kTurned,
  kSkewed,
  kBound,
};

struct Condition {
  std::string_view name;
  InkKind ink = InkKind::kPrinted;
  StampKind stamp = StampKind::kNone;
  PaperKind paper = PaperKind::kWhite;
  CaptureKind capture = CaptureKind::kFlatGray;
};

// A new condition is a row here; a new effect, a file in this folder.
inline constexpr std::array<Condition, 18> kConditions = {{
    {"clean"},
    {"fax", InkKind::kPrinted, StampKind::kNone, PaperKind::kWhite,
     CaptureKind::kFax},
    {"fax_coarse", InkKind::kPrinted, StampKind::kNone, PaperKind::kWhite,
     CaptureKind::kCoarseFax},
    {"low_resolution", InkKind::kPrinted, StampKind::kNone, PaperKind::kWhite,
     CaptureKind::kLowResolution},
    {"seal", InkKind::kPrinted, StampKind::kSeals, PaperKind::kWhite,
     CaptureKind::kFlatColour},
    {"seal_gray", InkKind::kPrinted, StampKind::kSeals, PaperKind::kWhite,
     CaptureKind::kFlatGray},
    {"seal_fax", InkKind::kPrinted, StampKind::kSeals, PaperKind::kWhite,
     CaptureKind::kFax},
    {"den_stamp", InkKind::kPrinted, StampKind::kDenStamp, PaperKind::kWhite,
     CaptureKind::kFlatColour},
    {"den_stamp_typed", InkKind::kPrinted, StampKind::kTypedDenStamp,
     PaperKind::kWhite, CaptureKind::kFlatColour},
    {"den_stamp_free", InkKind::kPrinted, StampKind::kTypedDenOnFreePaper,
     PaperKind::kWhite, CaptureKind::kFlatColour},
    {"den_stamp_fax", InkKind::kPrinted, StampKind::kTypedDenOnFreePaper,
     PaperKind::kWhite, CaptureKind::kFax},
    {"old_paper", InkKind::kPrinted, StampKind::kNone, PaperKind::kOld,
     CaptureKind::kFlatColour},
    {"photo", InkKind::kPrinted, StampKind::kNone, PaperKind::kWhite,
     CaptureKind::kPhoto},
    {"rotated", InkKind::kPrinted, StampKind::kNone, PaperKind::kWhite,
     CaptureKind::kTurned},
    {"skewed", InkKind::kPrinted, StampKind::kNone, PaperKind::kWhite,
     CaptureKind::kSkewed},
    {"spine", InkKind::kPrinted, StampKind::kNone, PaperKind::kWhite,
     CaptureKind::kBound},
    {"handwriting", InkKind::kHandwritten, StampKind::kNone, PaperKind::kWhite,
     CaptureKind::kFlatColour},
    {"typewriter", InkKind::kTyped, StampKind::kNone, PaperKind::kWhite,
     CaptureKind::kFlatGray},
}};

inline bool IsDenStamp(StampKind stamp) {
  return stamp == StampKind::kDenStamp || stamp == StampKind::kTypedDenStamp ||
         stamp == StampKind::kTypedDenOnFreePaper;
}

// Null for an unknown name.
const Condition* FindCondition(std::string_view name);

}  // namespace donthu::samples
