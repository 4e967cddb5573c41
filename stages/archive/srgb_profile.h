// The colour space of a PDF/A file's output intent.
#pragma once

#include <string>

namespace donthu {

// sRGB (IEC 61966-2-1) as a display profile of ICC.1:2001-04 (version 2.4):
// three primaries, adapted to D50, and one curve of 1,024 points.
std::string SrgbProfile();

}  // namespace donthu
