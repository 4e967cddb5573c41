// What a PDF/A file says of itself (ISO 19005-2, 6.6).
#pragma once

#include <string>
#include <string_view>

namespace donthu {

// An XMP packet with the part and level of PDF/A, and `title`. No dates: the
// same letter gives the same bytes. `title` needs no escaping.
std::string PdfAMetadata(std::string_view title);

}  // namespace donthu
