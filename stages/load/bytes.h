// A file's bytes, held by somebody else.
#pragma once

#include <cstdint>
#include <span>

namespace donthu {

using Bytes = std::span<const std::uint8_t>;

}  // namespace donthu
