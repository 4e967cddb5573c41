#include "models/classification.h"

namespace donthu {

bool MayAccuse(const Classification& classification) {
  return !classification.decided ||
         LegalClassOf(classification.label) != LegalClass::kKienNghiPhanAnh;
}

}  // namespace donthu
