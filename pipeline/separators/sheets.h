// Separator sheets to print.
#pragma once

#include <string>

#include "models/result.h"

namespace donthu {

// A PDF of `count` equal A4 pages, from 1: what the sheet is and what to do
// with it in Vietnamese, kSeparatorCode as a large QR Code and as Code 128.
// The same bytes for the same count. Fails with kInternal where a library
// refuses.
Result<std::string> SeparatorSheets(int count);

}  // namespace donthu
