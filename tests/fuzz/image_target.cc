// Image files of every format, from their bytes to the page image.
#include "stages/load/format.h"
#include "tests/fuzz/law.h"
#include "tests/fuzz/scan_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const auto format = donthu::DetectFormat({data, size});
  if (format && *format == donthu::FileFormat::kPdf) return 0;
  donthu::CheckScan(donthu::TextOf(data, size));
  return 0;
}
