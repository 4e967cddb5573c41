// zlib, as PDF's FlateDecode reads it.
#pragma once

#include <string>
#include <string_view>

#include "models/result.h"

namespace donthu {

// The same bytes give the same bytes. Fails with kOutOfMemory.
Result<std::string> Deflated(std::string_view bytes);

}  // namespace donthu
