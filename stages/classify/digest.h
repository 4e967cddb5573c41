// Fingerprints of models and of what they learnt from.
#pragma once

#include <string>
#include <string_view>

namespace donthu {

// sha256, 64 hex digits.
std::string Sha256Hex(std::string_view bytes);

}  // namespace donthu
