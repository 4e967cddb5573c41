#include "stages/receive/receive.h"

#include <array>
#include <cstdio>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include "stages/receive/plain_letters.h"

namespace donthu {
namespace {

using std::regex_constants::optimize;

constexpr double kSureOfFigures = 0.8;
constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2099;
// Longer lines are no stamp's; matching takes stack by the character.
constexpr std::size_t kMaxLine = 200;

bool HasDigit(const std::string& text) {
  return text.find_first_of("0123456789") != std::string::npos;
}

// Figures that the engine is not sure of are left out.
std::vector<std::string> LinesOf(const PageText& page) {
  std::vector<std::string> lines;
  for (const Block& block : page.blocks) {
    for (const Paragraph& paragraph : block.paragraphs) {
      for (const TextLine& line : paragraph.lines) {
        std::string text;
        for (const Word& word : line.words) {
          if (!text.empty()) text += ' ';
          const std::string plain = PlainLetters(word.text);
          const bool unsure =
              word.confidence < kSureOfFigures && HasDigit(plain);
          text += unsure ? "?" : plain;
        }
        if (text.size() <= kMaxLine) lines.push_back(std::move(text));
      }
    }
  }
  return lines;
}

bool IsDay(int year, int month, int day) {
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30,
                                         31, 31, 30, 31, 30, 31};
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12) {
    return false;
  }
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int last =
      month == 2 && !leap ? 28 : kDays[static_cast<std::size_t>(month - 1)];
  return day >= 1 && day <= last;
}

// A typed slash is often read as 1 or 7: "0271172026".
std::string WithSlashes(const std::string& line) {
  static const std::regex kRun(
      R"((^|\D)(\d\d)[17](\d\d)[17]((?:19|20)\d\d)(?!\d))", optimize);
  return std::regex_replace(line, kRun, "$1$2/$3/$4");
}

std::optional<std::string> DateIn(const std::string& text) {
  const std::string line = WithSlashes(text);
  static const std::regex kDate(
      R"((\d{1,2})\s*(?:[/.\-]|t[a-z]{2,4})\s*(\d{1,2})\s*)"
      R"((?:[/.\-]|n[a-z]{1,3})\s*(\d{4}|\d{2})(?!\d))",
      optimize);
  std::smatch found;
  if (!std::regex_search(line, found, kDate)) return std::nullopt;
  const int day = std::stoi(found[1]);
  const int month = std::stoi(found[2]);
  int year = std::stoi(found[3]);
  if (year < 100) year += 2000;
  if (!IsDay(year, month, day)) return std::nullopt;
  std::array<char, 40> iso{};
  std::snprintf(iso.data(), iso.size(), "%04d-%02d-%02d", year, month, day);
  return std::string(iso.data());
}

// Dots and rules to write on do not count.
std::optional<std::string> NumberIn(const std::string& line) {
  static const std::regex kNumber(
      R"(^[^a-z0-9]*s[o06]\b[^a-z0-9]*(\d{1,6})(?![\d/.\-]*\d))", optimize);
  std::smatch found;
  if (!std::regex_search(line, found, kNumber)) return std::nullopt;
  return found[1].str();
}

bool Has(const std::vector<std::string>& lines, const std::regex& pattern) {
  for (const std::string& line : lines) {
    if (std::regex_search(line, pattern)) return true;
  }
  return false;
}

bool IsIntake(const std::vector<std::string>& lines) {
  static const std::regex kWord(R"(\bden\b)", optimize);
  static const std::regex kNumber(R"(^[^a-z0-9]*s[o06]\b)", optimize);
  static const std::regex kDay(R"(^[^a-z0-9]*ngay\b)", optimize);
  return Has(lines, kWord) || (Has(lines, kNumber) && Has(lines, kDay));
}

}  // namespace

Result<Receive::Output> Receive::Run(Input text) const {
  const std::vector<std::string> lines = LinesOf(text);
  if (!IsIntake(lines)) return Output();
  Received stamp;
  stamp.source = "stamp";
  for (const std::string& line : lines) {
    if (!stamp.date) stamp.date = DateIn(line);
    if (!stamp.number) stamp.number = NumberIn(line);
  }
  return Output(std::move(stamp));
}

}  // namespace donthu
