// Numbers as PDF, ALTO and XMP write them: no locale, no exponent.
#pragma once

#include <string>

namespace donthu {

// At most `places` decimals, rounded, without trailing zeros; never "-0".
// 0 where `value` is not finite.
std::string Decimal(double value, int places);

}  // namespace donthu
