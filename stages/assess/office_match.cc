#include "stages/assess/office_match.h"

#include <algorithm>
#include <array>
#include <utility>

#include "stages/assess/folding.h"

namespace donthu {
namespace {

void ReplaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// `word` standing alone in `text`.
bool HasWord(std::string_view text, std::string_view word) {
  const auto is_edge = [&](std::size_t at) {
    return at >= text.size() || text[at] == ' ' || text[at] == ',' ||
           text[at] == '.' || text[at] == '\n';
  };
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    if ((at == 0 || is_edge(at - 1)) && is_edge(at + word.size())) return true;
  }
  return false;
}

bool HasAny(std::string_view text,
            std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return HasWord(text, word);
  });
}

bool Holds(std::string_view key, std::string_view name) {
  const std::string wanted = OfficeKey(name);
  return !wanted.empty() && HasWord(key, wanted);
}

}  // namespace

std::string OfficeKey(std::string_view name) {
  std::string key = CaseFolded(name);
  ReplaceAll(key, "uỷ ban", "ủy ban");
  ReplaceAll(key, "ủy ban nhân dân", "ubnd");
  ReplaceAll(key, "hội đồng nhân dân", "hđnd");
  return key;
}

bool Means(std::string_view printed, const Office& office) {
  const std::string key = OfficeKey(printed);
  return Holds(key, office.name) ||
         std::any_of(
             office.aliases.begin(), office.aliases.end(),
             [&](const std::string& alias) { return Holds(key, alias); });
}

OfficeLevel LevelOf(std::string_view printed) {
  const std::string key = OfficeKey(printed);
  if (HasAny(key, {"xã", "phường", "đặc khu", "thị trấn"})) {
    return OfficeLevel::kXa;
  }
  if (HasAny(key, {"huyện", "quận", "thị xã"})) return OfficeLevel::kUnknown;
  if (HasAny(key, {"tỉnh", "sở"})) return OfficeLevel::kTinh;
  if (HasAny(key, {"bộ"})) return OfficeLevel::kBo;
  return OfficeLevel::kUnknown;
}

}  // namespace donthu
