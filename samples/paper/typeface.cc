#include "samples/paper/typeface.h"

#include <cstddef>
#include <filesystem>

namespace donthu::samples {
namespace {

struct Family {
  const char* name;
  const char* folder;                // below /usr/share
  std::array<const char*, 4> files;  // in the order of kFontStyles
};

// In the order of Typeface.
constexpr std::array<Family, 19> kFamilies = {{
    {"Liberation Serif",
     "fonts/truetype/liberation2",
     {"LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf",
      "LiberationSerif-Italic.ttf", "LiberationSerif-BoldItalic.ttf"}},
    {"Liberation Sans",
     "fonts/truetype/liberation2",
     {"LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf",
      "LiberationSans-Italic.ttf", "LiberationSans-BoldItalic.ttf"}},
    {"Carlito",
     "fonts/truetype/crosextra",
     {"Carlito-Regular.ttf", "Carlito-Bold.ttf", "Carlito-Italic.ttf",
      "Carlito-BoldItalic.ttf"}},
    {"CMU Typewriter Text",
     "fonts/truetype/cmu",
     {"cmuntt.ttf", "cmuntb.ttf", "cmunit.ttf", "cmuntx.ttf"}},
    {"CMU Serif Upright Italic",
     "fonts/truetype/cmu",
     {"cmunui.ttf", "cmunui.ttf", "cmunui.ttf", "cmunui.ttf"}},
    {"TeX Gyre Termes",
     "texmf/fonts/opentype/public/tex-gyre",
     {"texgyretermes-regular.otf", "texgyretermes-bold.otf",
      "texgyretermes-italic.otf", "texgyretermes-bolditalic.otf"}},
    {"FreeSerif",
     "fonts/truetype/freefont",
     {"FreeSerif.ttf", "FreeSerifBold.ttf", "FreeSerifItalic.ttf",
      "FreeSerifBoldItalic.ttf"}},
    {"DejaVu Serif",
     "fonts/truetype/dejavu",
     {"DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf", "DejaVuSerif-Italic.ttf",
      "DejaVuSerif-BoldItalic.ttf"}},
    {"Noto Serif",
     "fonts/truetype/noto",
     {"NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf", "NotoSerif-Italic.ttf",
      "NotoSerif-BoldItalic.ttf"}},
    {"Linux Libertine O",
     "fonts/opentype/linux-libertine",
     {"LinLibertine_R.otf", "LinLibertine_RB.otf", "LinLibertine_RI.otf",
      "LinLibertine_RBI.otf"}},
    {"Gentium Plus",
     "fonts/truetype/gentiumplus",
     {"GentiumPlus-Regular.ttf", "GentiumPlus-Bold.ttf",
      "GentiumPlus-Italic.ttf", "GentiumPlus-BoldItalic.ttf"}},
    {"TeX Gyre Heros",
     "texmf/fonts/opentype/public/tex-gyre",
     {"texgyreheros-regular.otf", "texgyreheros-bold.otf",
      "texgyreheros-italic.otf", "texgyreheros-bolditalic.otf"}},
    {"DejaVu Sans",
     "fonts/truetype/dejavu",
     {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf",
      "DejaVuSans-BoldOblique.ttf"}},
    {"Noto Sans",
     "fonts/truetype/noto",
     {"NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf",
      "NotoSans-BoldItalic.ttf"}},
    {"Roboto",
     "fonts/truetype/roboto/unhinted/RobotoTTF",
     {"Roboto-Regular.ttf", "Roboto-Bold.ttf", "Roboto-Italic.ttf",
      "Roboto-BoldItalic.ttf"}},
    {"TeX Gyre Cursor",
     "texmf/fonts/opentype/public/tex-gyre",
     {"texgyrecursor-regular.otf", "texgyrecursor-bold.otf",
      "texgyrecursor-italic.otf", "texgyrecursor-bolditalic.otf"}},
    {"FreeMono",
     "fonts/truetype/freefont",
     {"FreeMono.ttf", "FreeMonoBold.ttf", "FreeMonoOblique.ttf",
      "FreeMonoBoldOblique.ttf"}},
    {"Liberation Mono",
     "fonts/truetype/liberation2",
     {"LiberationMono-Regular.ttf", "LiberationMono-Bold.ttf",
      "LiberationMono-Italic.ttf", "LiberationMono-BoldItalic.ttf"}},
    {"DejaVu Sans Mono",
     "fonts/truetype/dejavu",
     {"DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf",
      "DejaVuSansMono-Oblique.ttf", "DejaVuSansMono-BoldOblique.ttf"}},
}};

const Family& Of(Typeface typeface) {
  return kFamilies[static_cast<std::size_t>(typeface)];
}

}  // namespace

std::string FamilyOf(Typeface typeface) { return Of(typeface).name; }

std::string FontFileOf(Typeface typeface, FontStyle style) {
  const Family& family = Of(typeface);
  return std::string("/usr/share/") + family.folder + "/" +
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
