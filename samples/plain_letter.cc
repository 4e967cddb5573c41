#include "samples/plain_letter.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

#include "samples/rng.h"

namespace donthu::samples {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostTitleBytes = 120;
constexpr std::size_t kMostSignBytes = 60;
constexpr std::size_t kMostSignLines = 4;

template <std::size_t kCount>
bool StartsWithOne(std::string_view line,
                   const std::array<std::string_view, kCount>& starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) {
    return line.substr(0, start.size()) == start;
  });
}

BlockKind KindOf(std::string_view line) {
  constexpr std::array<std::string_view, 4> kHeads = {"CỘNG H", "Độc lập",
                                                      "CONG HOA", "Doc lap"};
  constexpr std::array<std::string_view, 6> kTitles = {"ĐƠN ", "DON ", "Đơn ",
                                                       "Don ", "THƯ ", "(V/v"};
  constexpr std::array<std::string_view, 4> kTo = {"Kính g", "Kinh g",
                                                   "Kính th", "- "};
  const bool title = StartsWithOne(line, kTitles);
  if (StartsWithOne(line, kHeads)) return BlockKind::kHeading;
  if (title && line.size() <= kMostTitleBytes) return BlockKind::kTitle;
  if (StartsWithOne(line, kTo)) return BlockKind::kLeft;
  const bool date = line.find("ngày ") != std::string_view::npos &&
                    line.find(" tháng ") != std::string_view::npos &&
                    line.size() <= kMostSignBytes;
  return date ? BlockKind::kDateline : BlockKind::kPara;
}

std::vector<std::string> LinesOf(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

// How many short lines at the end are who signs.
std::size_t SignLines(const std::vector<std::string>& lines) {
  std::size_t count = 0;
  while (count < std::min(kMostSignLines, lines.size())) {
    const std::string& line = lines[lines.size() - 1 - count];
    const bool sentence = line.back() == '.' || line.back() == ';';
    if (line.size() > kMostSignBytes || sentence ||
        KindOf(line) != BlockKind::kPara) {
      break;
    }
    ++count;
  }
  return count;
}

void Add(SampleLetter& letter, BlockKind kind, const std::string& line) {
  if (letter.blocks.empty() || letter.blocks.back().kind != kind) {
    letter.blocks.push_back({kind, {}});
  }
  letter.blocks.back().lines.push_back({MarkedText{line, {}}});
}

}  // namespace

SampleLetter PlainLetter(const std::string& id, std::string_view text) {
  constexpr std::array kFaces = {Typeface::kSerif, Typeface::kSerif,
                                 Typeface::kSans, Typeface::kCarlito,
                                 Typeface::kTypewriter};
  SampleLetter letter;
  letter.id = id;
  letter.signed_by = SignedBy::kInk;
  letter.typeface = kFaces[Hash(id) % kFaces.size()];
  const auto lines = LinesOf(text);
  const std::size_t signs = SignLines(lines);
  for (std::size_t i = 0; i + signs < lines.size(); ++i) {
    Add(letter, KindOf(lines[i]), lines[i]);
  }
  for (std::size_t i = lines.size() - signs; i < lines.size(); ++i) {
    if (i + 1 == lines.size()) {
      Add(letter, BlockKind::kSignature, std::string(kSignHere));
    }
    Add(letter, BlockKind::kSignature, lines[i]);
  }
  return letter;
}

Result<std::vector<SampleLetter>> ReadPlainLetters(
    const fs::path& corpus, const std::vector<std::string>& writers) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(corpus, failed)) {
    if (entry.path().extension() != ".txt") continue;
    const std::string id = entry.path().stem().string();
    const std::string writer = id.substr(0, id.find('-'));
    if (writers.empty() ||
        std::find(writers.begin(), writers.end(), writer) != writers.end()) {
      files.push_back(entry.path());
    }
  }
  if (failed || files.empty()) {
    return Fail(ErrorCode::kFileUnreadable, "corpus",
                "No letter of these writers could be read.");
  }
  std::sort(files.begin(), files.end());
  std::vector<SampleLetter> letters;
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    constexpr std::string_view kBody = "\n---\n";
    const std::size_t body = bytes.find(kBody);
    if (body == std::string::npos) continue;
    letters.push_back(
        PlainLetter(file.stem().string(),
                    std::string_view(bytes).substr(body + kBody.size())));
  }
  return letters;
}

}  // namespace donthu::samples
