#include "samples/paper/typeface.h"

#include <cstddef>
#include <filesystem>

namespace donthu::samples {
namespace {

struct Family {
  const char* name;
  const char* folder;
  std::array<const char*, 4> files;  // in the order of kFontStyles
};

// In the order of Typeface.
constexpr std::array<Family, 5> kFamilies = {{
    {"Liberation Serif",
     "liberation2",
     {"LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf",
      "LiberationSerif-Italic.ttf", "LiberationSerif-BoldItalic.ttf"}},
    {"Liberation Sans",
     "liberation2",
     {"LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf",
      "LiberationSans-Italic.ttf", "LiberationSans-BoldItalic.ttf"}},
    {"Carlito",
     "crosextra",
     {"Carlito-Regular.ttf", "Carlito-Bold.ttf", "Carlito-Italic.ttf",
      "Carlito-BoldItalic.ttf"}},
    {"CMU Typewriter Text",
     "cmu",
     {"cmuntt.ttf", "cmuntb.ttf", "cmunit.ttf", "cmuntx.ttf"}},
    {"CMU Serif Upright Italic",
     "cmu",
     {"cmunui.ttf", "cmunui.ttf", "cmunui.ttf", "cmunui.ttf"}},
}};

const Family& Of(Typeface typeface) {
  return kFamilies[static_cast<std::size_t>(typeface)];
}

}  // namespace

std::string FamilyOf(Typeface typeface) { return Of(typeface).name; }

std::string FontFileOf(Typeface typeface, FontStyle style) {
  const Family& family = Of(typeface);
  return std::string("/usr/share/fonts/truetype/") + family.folder + "/" +
         family.files[static_cast<std::size_t>(style)];
}

Status CheckInstalled(Typeface typeface) {
  for (const FontStyle style : kFontStyles) {
    const std::string file = FontFileOf(typeface, style);
    if (std::filesystem::exists(file)) continue;
    return Fail(ErrorCode::kModelMissing, file,
                "This font file is not installed; ./test.sh installs it.");
  }
  return Done{};
}

}  // namespace donthu::samples
