// Sizes of paper.
#pragma once

namespace donthu {

inline constexpr double kMmPerInch = 25.4;
// ISO 216. What lacks a resolution is taken for a sheet of it.
inline constexpr double kA4HeightInches = 11.69;

}  // namespace donthu
