// What a value of the contract may be, where its type alone does not say.
#pragma once

#include <string_view>

namespace donthu {

// Number within [low, high].
struct Between {
  double low = 0.0;
  double high = 0.0;

  bool operator()(double value) const { return value >= low && value <= high; }
};
inline constexpr Between kShare = {0.0, 1.0};
inline constexpr Between kFromZero = {0.0, 1e9};
inline constexpr Between kFromOne = {1.0, 1e9};

struct Anything {
  template <typename T>
  bool operator()(const T& /*value*/) const {
    return true;
  }
};

bool IsQuarterTurn(int degrees);         // 0, 90, 180, 270
bool IsRecordId(std::string_view text);  // 32 lower-case hex digits
bool IsSha256(std::string_view text);    // 64 lower-case hex digits
bool IsCode(std::string_view text);      // [a-z][a-z0-9_]*
bool IsNonEmpty(std::string_view text);
bool IsDate(std::string_view text);         // YYYY-MM-DD, a day that exists
bool IsPartialDate(std::string_view text);  // that, YYYY-MM or YYYY
// YYYY-MM-DDTHH:MM:SS, a fraction allowed, then Z or +HH:MM or -HH:MM.
bool IsTimestamp(std::string_view text);
// Not empty, not absolute, no part "..".
bool IsRelativePath(std::string_view text);
bool IsReceiptSource(std::string_view text);  // "stamp", "option"
// No control character but U+000A, nothing beyond the Basic Multilingual
// Plane; `text` is valid UTF-8.
bool IsLetterText(std::string_view text);

}  // namespace donthu
