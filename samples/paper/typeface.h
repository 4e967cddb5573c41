// The font files that letters are set in, by path: nothing is substituted.
#pragma once

#include <array>
#include <string>

#include "models/result.h"
#include "samples/markup.h"

namespace donthu::samples {

enum class FontStyle { kRegular, kBold, kItalic, kBoldItalic };
inline constexpr std::array<FontStyle, 4> kFontStyles = {
    FontStyle::kRegular, FontStyle::kBold, FontStyle::kItalic,
    FontStyle::kBoldItalic};

// Family name and files, all from Debian: fonts-liberation2,
// fonts-crosextra-carlito, fonts-cmu. A hand has one
// file for all styles: nobody writes bold.
std::string FamilyOf(Typeface typeface);
std::string FontFileOf(Typeface typeface, FontStyle style);

// Fails with kModelMissing where a file is not installed.
Status CheckInstalled(Typeface typeface);

}  // namespace donthu::samples
