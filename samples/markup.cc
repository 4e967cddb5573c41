#include "samples/markup.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace donthu::samples {
namespace {

constexpr std::string_view kOpen = "⟦";
constexpr std::string_view kClose = "⟧";

template <typename T>
using Named = std::pair<std::string_view, T>;

constexpr std::array<Named<BlockKind>, 12> kBlocks = {{
    {"heading", BlockKind::kHeading},
    {"columns", BlockKind::kColumns},
    {"dateline", BlockKind::kDateline},
    {"title", BlockKind::kTitle},
    {"left", BlockKind::kLeft},
    {"center", BlockKind::kCenter},
    {"para", BlockKind::kPara},
    {"list", BlockKind::kList},
    {"table", BlockKind::kTable},
    {"signature", BlockKind::kSignature},
    {"twosign", BlockKind::kTwoSign},
    {"footer", BlockKind::kFooter},
}};
constexpr std::array<Named<Typeface>, 5> kTypefaces = {{
    {"serif", Typeface::kSerif},
    {"sans", Typeface::kSans},
    {"carlito", Typeface::kCarlito},
    {"typewriter", Typeface::kTypewriter},
    {"hand", Typeface::kHand},
}};
constexpr std::array<Named<SignedBy>, 3> kSigned = {{
    {"ink", SignedBy::kInk},
    {"fingerprint", SignedBy::kFingerprint},
    {"none", SignedBy::kNobody},
}};
constexpr std::array<Named<bool>, 2> kTruths = {
    {{"true", true}, {"false", false}}};
constexpr std::array<Named<CheckResult>, 3> kChecks = {{
    {"pass", CheckResult::kPass},
    {"fail", CheckResult::kFail},
    {"not_applicable", CheckResult::kNotApplicable},
}};
constexpr std::array<std::string_view, 8> kHeaders = {
    "id",        "label",      "parts", "signed",
    "anonymous", "collective", "pages", "typeface"};

template <typename T, std::size_t N>
bool Set(const std::array<Named<T>, N>& names, std::string_view name,
         T& target) {
  for (const auto& [known, value] : names) {
    if (known != name) continue;
    target = value;
    return true;
  }
  return false;
}

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> Split(std::string_view text,
                                    std::string_view separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(Trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

bool SetLabel(std::string_view name, Label& label) {
  const auto found = LabelFromString(name);
  if (found) label = *found;
  return found.has_value();
}

bool SetParts(std::string_view value, std::vector<Label>& parts) {
  std::string spaced(value);
  std::replace(spaced.begin(), spaced.end(), ',', ' ');
  for (const std::string_view name : Split(spaced, " ")) {
    Label label{};
    if (name.empty()) continue;
    if (!SetLabel(name, label)) return false;
    parts.push_back(label);
  }
  return !parts.empty();
}

bool SetPages(std::string_view value, int& pages) {
  if (value.size() != 1 || value[0] < '1' || value[0] > '9') return false;
  pages = value[0] - '0';
  return true;
}

bool AddCheck(std::string_view value, SampleLetter& letter) {
  const auto words = Split(value, " ");
  CheckResult result{};
  if (words.size() != 2 || !Set(kChecks, words[1], result)) return false;
  letter.checks.emplace_back(std::string(words[0]), result);
  return true;
}

bool ReadHeader(std::string_view key, std::string_view value,
                SampleLetter& letter) {
  if (key == "id") letter.id = value;
  if (key == "received_hint") letter.received_hint = value;
  if (key == "id" || key == "received_hint") return !value.empty();
  if (key == "label") return SetLabel(value, letter.label);
  if (key == "parts") return SetParts(value, letter.parts);
  if (key == "signed") return Set(kSigned, value, letter.signed_by);
  if (key == "anonymous") return Set(kTruths, value, letter.anonymous);
  if (key == "collective") return Set(kTruths, value, letter.collective);
  if (key == "pages") return SetPages(value, letter.pages);
  if (key == "typeface") return Set(kTypefaces, value, letter.typeface);
  if (key == "check") return AddCheck(value, letter);
  return false;
}

Failure Wrong(std::size_t line, std::string detail) {
  return Fail(ErrorCode::kTextInvalid, "line " + std::to_string(line + 1),
              std::move(detail));
}

std::vector<std::string_view> Cells(BlockKind kind, std::string_view line) {
  if (kind == BlockKind::kTable) return Split(line, "|");
  if (kind != BlockKind::kColumns && kind != BlockKind::kTwoSign) {
    return {Trimmed(line)};
  }
  auto cells = Split(line, "||");
  cells.resize(2);
  return cells;
}

Result<MarkedLine> ParseLine(BlockKind kind, std::string_view line,
                             std::vector<MarkedField>& fields) {
  MarkedLine cells;
  for (const std::string_view cell : Cells(kind, line)) {
    auto text = ParseMarkedText(cell, fields);
    if (!text) return Fail(text.error());
    cells.push_back(std::move(*text));
  }
  return cells;
}

// Lines [0, first line of the body).
Result<std::size_t> ParseHeaders(const std::vector<std::string_view>& lines,
                                 SampleLetter& letter) {
  std::set<std::string, std::less<>> seen;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i] == "---") {
      for (const std::string_view key : kHeaders) {
        if (seen.find(key) == seen.end()) {
          return Wrong(i, "The header lacks: " + std::string(key));
        }
      }
      return i + 1;
    }
    const std::size_t colon = lines[i].find(':');
    const std::string_view key = Trimmed(lines[i].substr(0, colon));
    if (colon == std::string_view::npos ||
        !ReadHeader(key, Trimmed(lines[i].substr(colon + 1)), letter)) {
      return Wrong(i, "This header line is not known or has a wrong value.");
    }
    seen.insert(std::string(key));
  }
  return Wrong(lines.size(), "The line --- after the header is missing.");
}

Status ParseBody(const std::vector<std::string_view>& lines, std::size_t first,
                 SampleLetter& letter) {
  for (std::size_t i = first; i < lines.size(); ++i) {
    if (lines[i].substr(0, 1) == "@") {
      BlockKind kind{};
      if (!Set(kBlocks, lines[i].substr(1), kind)) {
        return Wrong(i, "No such kind of block.");
      }
      letter.blocks.push_back({kind, {}});
      continue;
    }
    if (letter.blocks.empty()) return Wrong(i, "Text before the first block.");
    Block& block = letter.blocks.back();
    auto line = ParseLine(block.kind, lines[i], letter.fields);
    if (!line) return Wrong(i, line.error().detail);
    block.lines.push_back(std::move(*line));
  }
  return Done{};
}

std::optional<MarkedField> ParseMark(std::string_view mark) {
  const std::size_t colon = mark.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view name = mark.substr(0, colon);
  const std::string_view raw = mark.substr(colon + 1);
  const std::size_t equals = name.find('=');
  MarkedField field{std::string(name.substr(0, equals)), std::string(raw),
                    std::string(raw)};
  if (equals != std::string_view::npos) field.value = name.substr(equals + 1);
  if (field.key.empty() || field.value.empty() || raw.empty()) {
    return std::nullopt;
  }
  return field;
}

}  // namespace

Result<MarkedText> ParseMarkedText(std::string_view line,
                                   std::vector<MarkedField>& fields) {
  const auto unbalanced = [] {
    return Fail(ErrorCode::kTextInvalid, "mark",
                "A mark must read ⟦key:raw⟧ or ⟦key=value:raw⟧.");
  };
  MarkedText result;
  while (!line.empty()) {
    const std::size_t open = line.find(kOpen);
    result.text += line.substr(0, open);
    if (line.substr(0, open).find(kClose) != std::string_view::npos) {
      return unbalanced();
    }
    if (open == std::string_view::npos) break;
    line.remove_prefix(open + kOpen.size());
    const std::size_t close = line.find(kClose);
    if (close == std::string_view::npos) return unbalanced();
    auto field = ParseMark(line.substr(0, close));
    if (!field || field->raw.find(kOpen) != std::string::npos) {
      return unbalanced();
    }
    line.remove_prefix(close + kClose.size());
    const std::size_t begin = result.text.size();
    result.text += field->raw;
    result.spans.push_back(
        {begin, result.text.size(), static_cast<int>(fields.size())});
    fields.push_back(std::move(*field));
  }
  return result;
}

bool IsTyped(Typeface typeface) {
  return typeface == Typeface::kTypewriter || typeface >= Typeface::kCursor;
}

Result<SampleLetter> ParseMarkup(std::string_view markup) {
  while (!markup.empty() && markup.back() == '\n') markup.remove_suffix(1);
  const auto lines = Split(markup, "\n");
  SampleLetter letter;
  const auto body = ParseHeaders(lines, letter);
  if (!body) return Fail(body.error());
  const auto parsed = ParseBody(lines, *body, letter);
  if (!parsed) return Fail(parsed.error());
  if (letter.blocks.empty()) return Wrong(*body, "The letter has no text.");
  return letter;
}

}  // namespace donthu::samples
