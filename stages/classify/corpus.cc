#include "stages/classify/corpus.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

#include "stages/classify/roles.h"

namespace donthu {
namespace {

constexpr std::string_view kRule = "\n---\n";

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  return text;
}

Failure BadHeader(std::string_view line) {
  return Fail(ErrorCode::kModelMissing, "corpus",
              "A header line of a letter of the corpus is not understood: " +
                  std::string(line.substr(0, line.find(':'))));
}

bool ReadLabels(std::string_view value, std::vector<Label>& out) {
  std::istringstream words{std::string(value)};
  for (std::string word; words >> word;) {
    const auto label = LabelFromString(word);
    if (!label) return false;
    out.push_back(*label);
  }
  return !out.empty();
}

// "f f c cC b": the codes of each passage.
bool ReadRoles(std::string_view value, std::vector<unsigned>& out) {
  std::istringstream words{std::string(value)};
  for (std::string word; words >> word;) {
    unsigned roles = 0;
    for (const char code : word) {
      const std::size_t role = kRoleCodes.find(code);
      if (role != std::string_view::npos) roles |= 1U << role;
      if (role == std::string_view::npos && code != kFormCode) return false;
    }
    out.push_back(roles);
  }
  return !out.empty();
}

bool ReadEvidence(std::string_view value, CorpusLetter& letter) {
  const std::size_t bar = value.find('|');
  if (bar == std::string_view::npos) return false;
  const auto label = LabelFromString(Trimmed(value.substr(0, bar)));
  if (!label) return false;
  letter.evidence.push_back(
      {*label, std::string(Trimmed(value.substr(bar + 1)))});
  return true;
}

bool ReadTitle(std::string_view value, CorpusLetter& letter) {
  if (value == "none") return true;
  letter.title_label = LabelFromString(value);
  return letter.title_label.has_value();
}

bool ReadHeader(std::string_view line, CorpusLetter& letter) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view key = line.substr(0, colon);
  const std::string_view value = Trimmed(line.substr(colon + 1));
  if (key == "evidence") return ReadEvidence(value, letter);
  if (key == "roles") return ReadRoles(value, letter.roles);
  if (key == "parts") return ReadLabels(value, letter.parts);
  if (key == "title_label") return ReadTitle(value, letter);
  if (key == "label") {
    const auto label = LabelFromString(value);
    if (label) letter.label = *label;
    return label.has_value();
  }
  if (key == "id") return !(letter.id = value).empty();
  if (key == "scenario") return !(letter.scenario = value).empty();
  if (key == "difficulty") return !(letter.difficulty = value).empty();
  return key == "reason" && !(letter.reason = value).empty();
}

std::string Bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Result<CorpusLetter> LoadLetter(const std::filesystem::path& path) {
  auto letter = ParseCorpusLetter(Bytes(path));
  if (!letter) return letter;
  const auto scan = path.parent_path() / "recognized" / path.filename();
  if (!std::filesystem::exists(scan)) return letter;
  auto parsed = ParseCorpusScan(Bytes(scan));
  if (!parsed) return Fail(parsed.error());
  letter->scan = std::move(*parsed);
  return letter;
}

}  // namespace

std::string WriterOf(const CorpusLetter& letter) {
  return letter.id.substr(0, letter.id.find('-'));
}

Result<CorpusLetter> ParseCorpusLetter(std::string_view file) {
  const std::size_t rule = file.find(kRule);
  if (rule == std::string_view::npos) return BadHeader("no rule");
  CorpusLetter letter;
  std::string_view header = file.substr(0, rule);
  while (!header.empty()) {
    const std::size_t end = std::min(header.find('\n'), header.size());
    const std::string_view line = Trimmed(header.substr(0, end));
    header.remove_prefix(std::min(end + 1, header.size()));
    if (!line.empty() && !ReadHeader(line, letter)) return BadHeader(line);
  }
  if (letter.id.empty() || letter.parts.empty()) return BadHeader("id");
  letter.text = file.substr(rule + kRule.size());
  return letter;
}

Result<CorpusScan> ParseCorpusScan(std::string_view file) {
  constexpr std::string_view kKey = "condition: ";
  const std::size_t rule = file.find(kRule);
  if (rule == std::string_view::npos || file.substr(0, kKey.size()) != kKey) {
    return BadHeader("condition");
  }
  return CorpusScan{std::string(file.substr(kKey.size(), rule - kKey.size())),
                    std::string(file.substr(rule + kRule.size()))};
}

Result<std::vector<CorpusLetter>> LoadCorpus(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  if (files.empty()) {
    return Fail(ErrorCode::kModelMissing, "corpus",
                "The corpus folder holds no letter (*.txt).");
  }
  std::sort(files.begin(), files.end());
  std::vector<CorpusLetter> letters;
  for (const auto& path : files) {
    auto letter = LoadLetter(path);
    if (!letter) {
      return Fail(ErrorCode::kModelMissing, path.filename().string(),
                  letter.error().detail);
    }
    letters.push_back(std::move(*letter));
  }
  return letters;
}

}  // namespace donthu
