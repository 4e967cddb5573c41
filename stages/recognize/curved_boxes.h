// Words read on straight lines, back to where they stand on the bent page.
#pragma once

#include "models/curve.h"
#include "models/page_text.h"

namespace donthu {

PageText OnCurve(const Curve& curve, PageText page);

}  // namespace donthu
