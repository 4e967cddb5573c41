#include "stages/receive/receive.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include "stages/receive/stamp_rows.h"

namespace donthu {
namespace {

using std::regex_constants::optimize;

constexpr double kSureOfFigures = 0.8;
// Two readings that are guesses agree on nothing.
constexpr double kLeastSure = 0.75;
constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2099;

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

// A typed slash is often read as 1, 7 or a bar, with or without the other:
// "0271172026", "02/1172026".
std::string WithSlashes(const std::string& row) {
  static const std::regex kRun(
      R"((^|\D)(\d\d) ?[17/|l()] ?(\d\d) ?[17/|l()] ?((?:19|20)\d\d)(?!\d))",
      optimize);
  return std::regex_replace(row, kRun, "$1$2/$3/$4");
}

// A day of one digit may be the rest of two where a sign stands before it:
// "¡5/07/2024".
std::optional<std::string> DateIn(const std::string& text) {
  const std::string row = WithSlashes(text);
  static const std::regex kDate(
      R"((?:(?:^|[^0-9a-z]|ngay)(\d\d)|(?:^|[\s:.,;_\-]|…|ngay)(\d))\s*)"
      R"((?:[/.\-]|t[a-z]{2,4})\s*(\d{1,2})\s*)"
      R"((?:[/.\-]|n[a-z]{1,3})\s*(\d{4}|\d{2})(?!\d))",
      optimize);
  std::smatch found;
  if (!std::regex_search(row, found, kDate)) return std::nullopt;
  const int day = std::stoi(found[found[1].matched ? 1 : 2]);
  const int month = std::stoi(found[3]);
  int year = std::stoi(found[4]);
  if (year < 100) year += 2000;
  if (!IsDay(year, month, day)) return std::nullopt;
  std::array<char, 40> iso{};
  std::snprintf(iso.data(), iso.size(), "%04d-%02d-%02d", year, month, day);
  return std::string(iso.data());
}

// Dots and rules to write on do not count. What stands before the label may
// be print that the stamp was pressed over; another label of the form is not.
// A sign right before figures may be one, a slash behind them is of another
// number: "412/UBND".
std::optional<std::string> NumberIn(const std::string& row) {
  static const std::regex kNumber(
      R"((?:^|[^a-z0-9])[s5][oae06]\b[^a-z0-9]*)"
      R"((?:[\s:.,;_\-]|…)(\d{1,6})(?!\S*[a-z0-9/]))",
      optimize);
  static const std::regex kOtherRow(R"(^[^a-z0-9]*(?:ngay|gio|chuyen)\b)",
                                    optimize);
  std::smatch found;
  if (std::regex_search(row, kOtherRow) ||
      !std::regex_search(row, found, kNumber)) {
    return std::nullopt;
  }
  return found[1].str();
}

// What is written into a form by hand is often read as words; capitals before a
// label that is in small letters no prose and no head of a table has: "đến
// ngày", "TỪ NGÀY ĐẾN NGÀY".
bool BeginsForm(const StampRow& row) {
  static const std::regex kBegin(
      "ĐẾN[ .,:;|_-]*(?:Ng(?:a|à|á|ả)y|Gi(?:o|ờ|ò)|S(?:o|ô|ố))(?![a-z])",
      optimize);
  return std::regex_search(row.printed, kBegin);
}

bool IsIntake(const std::vector<StampRow>& rows) {
  static const std::regex kWord(R"(\bden\b)", optimize);
  // "Số CCCD", "Ngày sinh" label other things, in tables too.
  static const std::regex kLabel(R"(^[^a-z0-9]*(?:den\b[^a-z0-9]*)?)"
                                 R"((?:[s5][o06]|ngay|gio|(?:kinh )?chuyen)\b)"
                                 R"((?!\s*:?\s*(?!thang|den|vb)[a-z]{2}))",
                                 optimize);
  int words = 0;
  int labels = 0;
  for (const StampRow& row : rows) {
    if (BeginsForm(row)) return true;
    // Of prose, or of a table's days.
    if (row.printed.find("đến") != std::string::npos) continue;
    if (std::regex_search(row.text, kWord)) words = 1;
    if (std::regex_search(row.text, kLabel)) ++labels;
  }
  return words + labels >= 2;
}

struct Figures {
  std::string value;
  double confidence = 0.0;
};

// What a value has for it over all readings.
struct Votes {
  std::string value;
  int readings = 0;
  double surest = 0.0;
};

template <typename Parse>
std::vector<Figures> FiguresIn(const std::vector<StampRow>& rows,
                               const Parse& parse) {
  for (const StampRow& row : rows) {
    if (auto value = parse(row.text)) {
      return {{std::move(*value), row.sure_of_figures}};
    }
  }
  return {};
}

std::optional<std::string> AgreedOn(const std::vector<Figures>& readings) {
  std::vector<Votes> votes;
  for (const Figures& figures : readings) {
    if (figures.confidence < kLeastSure) continue;
    auto at = std::find_if(votes.begin(), votes.end(), [&](const Votes& vote) {
      return vote.value == figures.value;
    });
    if (at == votes.end()) at = votes.insert(at, {figures.value, 0, 0.0});
    ++at->readings;
    at->surest = std::max(at->surest, figures.confidence);
  }
  std::erase_if(votes,
                [](const Votes& vote) { return vote.surest < kSureOfFigures; });
  const bool agreed = votes.size() == 1 && votes[0].readings > 1;
  if (!agreed) return std::nullopt;
  return votes[0].value;
}

}  // namespace

Result<Receive::Output> Receive::Run(Input readings) const {
  std::vector<Figures> dates;
  std::vector<Figures> numbers;
  bool intake = false;
  for (const PageText& reading : readings) {
    const std::vector<StampRow> rows = RowsOf(reading);
    intake = intake || IsIntake(rows);
    for (Figures& date : FiguresIn(rows, DateIn)) dates.push_back(date);
    for (Figures& number : FiguresIn(rows, NumberIn)) numbers.push_back(number);
  }
  if (!intake) return Output();
  Received stamp;
  stamp.source = "stamp";
  stamp.date = AgreedOn(dates);
  stamp.number = AgreedOn(numbers);
  return Output(std::move(stamp));
}

}  // namespace donthu
