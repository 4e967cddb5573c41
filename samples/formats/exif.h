// The orientation tag of phone pictures.
#pragma once

#include <string>

namespace donthu::samples {

// `jpeg` with an EXIF segment that tells how to set it upright (CIPA DC-008:
// 1 as it lies, 3 by 180, 6 by 90 clockwise, 8 by 270 clockwise).
std::string WithOrientation(const std::string& jpeg, int orientation);

}  // namespace donthu::samples
