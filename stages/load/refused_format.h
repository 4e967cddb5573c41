// Names for files that are no page image, and what to do with them.
#pragma once

#include <string>
#include <string_view>

namespace donthu {

// Whether `bytes` are an archive, a compound file or a mail, which may hold a
// whole PDF near their start without being one.
bool IsContainer(std::string_view bytes);

// One sentence: "a Word document: print it to PDF".
std::string DescribeRefused(std::string_view bytes);

}  // namespace donthu
