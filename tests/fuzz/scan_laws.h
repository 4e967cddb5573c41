// What must hold of any file that claims to be a scan.
#pragma once

#include <string_view>

namespace donthu {

// Opens the file, reads its first and last page, prepares the first and
// writes it as a page image. Ends the process where a law does not hold:
// whatever the bytes are, the file is at fault and never the system; pages
// keep their promises, within the limits.
void CheckScan(std::string_view bytes);

}  // namespace donthu
