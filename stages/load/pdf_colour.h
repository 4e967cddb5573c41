// A PDF's colour spaces, and small readings of its objects.
#pragma once

#include <optional>

#include "stages/load/samples.h"

class QPDFObjectHandle;

namespace donthu {

// Model and palette of /ColorSpace; empty for spaces that only a full
// renderer knows (Separation, DeviceN, Lab, Pattern) and for what is damaged.
std::optional<ColourMap> ReadColourSpace(QPDFObjectHandle space);

// 0 where `object` is no integer, or one beyond int.
int IntegerOf(QPDFObjectHandle object);
// False where `object` is no boolean.
bool IsTrue(QPDFObjectHandle object);

}  // namespace donthu
