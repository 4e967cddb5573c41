#include "stages/archive/flate.h"

#include <zlib.h>

namespace donthu {
namespace {

// Scans are noise to a packer: more effort takes time and saves little.
constexpr int kEffort = 6;

}  // namespace

Result<std::string> Deflated(std::string_view bytes) {
  auto size = ::compressBound(bytes.size());
  std::string packed(size, '\0');
  if (::compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                  reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(),
                  kEffort) != Z_OK) {
    return Fail(ErrorCode::kOutOfMemory, "archive copy", "cannot be packed");
  }
  packed.resize(size);
  return packed;
}

}  // namespace donthu
