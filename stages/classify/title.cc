#include "stages/classify/title.h"

#include <algorithm>
#include <array>
#include <string>

#include "models/text_offsets.h"
#include "models/vietnamese.h"

namespace donthu {
namespace {

constexpr std::array<std::string_view, 26> kOther = {
    "don xin",   "khoi kien", "khoi to",  "to giac",  "trinh bao",  "rut don",
    "don rut",   "xin rut",   "uy quyen", "cam on",   "giai trinh", "khang cao",
    "thu moi",   "giay moi",  "cong van", "bien ban", "bao mat",    "giam doc",
    "tai tham",  "bai nai",   "hoa giai", "xac nhan", "thu khen",   "to trinh",
    "rut khieu", "rut to cao"};

struct NamedClass {
  std::string_view words;
  Label label;
};
constexpr std::array<NamedClass, 4> kNamed = {{
    {"khieu nai", Label::kKhieuNai},
    {"to cao", Label::kToCao},
    {"kien nghi", Label::kKienNghi},
    {"phan anh", Label::kPhanAnh},
}};

bool Holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

std::optional<Label> TitleLabelOf(std::string_view title) {
  std::string bare = BareText(title);
  std::replace(bare.begin(), bare.end(), '\n', ' ');
  if (std::any_of(kOther.begin(), kOther.end(),
                  [&](std::string_view part) { return Holds(bare, part); })) {
    return Label::kKhac;
  }
  if (Holds(bare, "khieu to")) return Label::kHonHop;
  std::optional<Label> found;
  for (const NamedClass& named : kNamed) {
    if (!Holds(bare, named.words)) continue;
    if (found) return Label::kHonHop;
    found = named.label;
  }
  return found;
}

std::optional<Label> TitleLabelOf(std::string_view text,
                                  const Reading& reading) {
  const TextOffsets offsets(text);
  std::string title;
  for (const Passage& passage : reading.passages) {
    if (passage.zone != Zone::kTitle) continue;
    title += offsets.Cut(passage.span);
    title += ' ';
  }
  return TitleLabelOf(title);
}

}  // namespace donthu
