#include <algorithm>
#include <array>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <map>
#include <set>
#include <string>

#include "stages/classify/evaluate.h"

namespace donthu {
namespace {

using Confusion = std::array<std::array<int, kClassCount>, kClassCount>;

Label LabelAt(int index) { return kLabels[static_cast<std::size_t>(index)]; }

Confusion ConfusionOf(const EvalReport& report) {
  Confusion table = {};
  for (const EvalLetter& letter : report.letters) {
    ++table[static_cast<std::size_t>(letter.held.label)]
           [static_cast<std::size_t>(TopClass(letter.held.scores))];
  }
  return table;
}

double MacroF1(const Confusion& table) {
  double sum = 0.0;
  for (std::size_t c = 0; c < kClassCount; ++c) {
    int truth = 0;
    int said = 0;
    for (std::size_t d = 0; d < kClassCount; ++d) {
      truth += table[c][d];
      said += table[d][c];
    }
    if (truth + said > 0) sum += 2.0 * table[c][c] / (truth + said);
  }
  return sum / kClassCount;
}

double KeptApart(const Confusion& table) {
  const int wrong = table[0][1] + table[1][0];
  int all = 0;
  for (const std::size_t row : {std::size_t{0}, std::size_t{1}}) {
    for (const int count : table[row]) all += count;
  }
  return all == 0 ? 1.0 : 1.0 - static_cast<double>(wrong) / all;
}

bool LegallyRight(const ClassValues& scores, int truth) {
  return LegalClassOf(LabelAt(TopClass(scores))) ==
         LegalClassOf(LabelAt(truth));
}

struct Claims {
  std::vector<ClassValues> probabilities;
  std::vector<int> labels;  // the truth
  int decided = 0;
  int right = 0;  // among the decided, legal class
};

// Temperature and threshold from the other folds, then this one counted.
void Claim(const EvalReport& report, int fold, double precision, Claims& out) {
  std::vector<HeldOut> others;
  std::vector<HeldOut> own;
  for (const EvalLetter& letter : report.letters) {
    (letter.fold == fold ? own : others).push_back(letter.held);
  }
  const double temperature = FitTemperature(others);
  const double threshold = FitThreshold(others, temperature, precision);
  for (const HeldOut& held : own) {
    const ClassValues p = Probabilities(held.scores, temperature);
    out.probabilities.push_back(p);
    out.labels.push_back(held.label);
    if (LegalProbability(p, LabelAt(TopClass(p))) < threshold) continue;
    ++out.decided;
    if (LegallyRight(p, held.label)) ++out.right;
  }
}

Claims ClaimsAt(const EvalReport& report, double precision) {
  std::set<int> folds;
  for (const EvalLetter& letter : report.letters) folds.insert(letter.fold);
  Claims claims;
  for (const int fold : folds) Claim(report, fold, precision, claims);
  return claims;
}

// Over the letters that have several contents or are said to.
double PartsF1(const EvalReport& report) {
  PartCount sum;
  for (const EvalLetter& letter : report.letters) {
    if (letter.parts.said < 2 && letter.parts.truth < 2) continue;
    sum.found += letter.parts.found;
    sum.said += letter.parts.said;
    sum.truth += letter.parts.truth;
  }
  return sum.found == 0 ? 0.0 : 2.0 * sum.found / (sum.said + sum.truth);
}

std::string Format(const char* format, ...) {
  char line[256];
  std::va_list arguments;
  va_start(arguments, format);
  std::vsnprintf(line, sizeof(line), format, arguments);
  va_end(arguments);
  return line;
}

std::string ConfusionText(const Confusion& table) {
  std::string out = "truth \\ said";
  for (const Label label : kLabels) {
    out += Format("%10s", std::string(ToString(label)).c_str());
  }
  out += '\n';
  for (std::size_t c = 0; c < kClassCount; ++c) {
    out += Format("%-12s", std::string(ToString(kLabels[c])).c_str());
    for (const int count : table[c]) out += Format("%10d", count);
    out += '\n';
  }
  return out;
}

using Shares = std::map<std::string, std::pair<int, int>>;

std::string SharesText(const char* title, const Shares& shares) {
  std::string out = title;
  for (const auto& [name, share] : shares) {
    out += Format("  %s %d/%d", name.c_str(), share.first, share.second);
  }
  return out + "\n";
}

void Count(const std::string& name, bool right, Shares& shares) {
  auto& [hits, all] = shares[name];
  if (right) ++hits;
  ++all;
}

// What letters decided alone come to where so much of them is to be right.
std::string DecidedText(const Claims& claims, double precision) {
  if (claims.decided == 0) return {};
  const auto all = static_cast<double>(claims.labels.size());
  const Interval right = WilsonInterval(claims.right, claims.decided);
  return Format(
      "threshold for %.3f: decided alone %.4f, right among them %.4f (legal "
      "class), %d wrong; 95 %% interval %.4f to %.4f\n",
      precision, claims.decided / all, 1.0 * claims.right / claims.decided,
      claims.decided - claims.right, right.low, right.high);
}

// By condition, the copy that the engine read beside the letter as written.
std::string ConditionsText(const EvalReport& report) {
  Shares read;
  Shares written;
  for (const EvalLetter& letter : report.letters) {
    if (letter.condition.empty()) continue;
    Count(letter.condition, letter.read_right, read);
    Count(letter.condition, TopClass(letter.held.scores) == letter.held.label,
          written);
  }
  if (read.empty()) return {};
  std::string out = "by condition of the scan, right as read, as written\n";
  for (const auto& [name, share] : read) {
    out += Format("  %-16s %d/%d  %d\n", name.c_str(), share.first,
                  share.second, written[name].first);
  }
  return out;
}

}  // namespace

EvalFigures FiguresOf(const EvalReport& report) {
  EvalFigures out;
  const Confusion table = ConfusionOf(report);
  out.letters = static_cast<int>(report.letters.size());
  if (out.letters == 0) return out;
  for (const EvalLetter& letter : report.letters) {
    const double share = 1.0 / out.letters;
    if (TopClass(letter.held.scores) == letter.held.label) {
      out.accuracy += share;
    }
    if (LegallyRight(letter.held.scores, letter.held.label)) {
      out.legal_accuracy += share;
    }
    if (letter.read_right) out.read_accuracy += share;
    if (letter.unmarked_right) out.unmarked_accuracy += share;
  }
  out.parts_f1 = PartsF1(report);
  out.macro_f1 = MacroF1(table);
  out.complaint_or_denunciation = KeptApart(table);
  const Claims claims = ClaimsAt(report, kPrecision);
  out.decided = claims.decided;
  out.decided_right = claims.right;
  out.calibration_error = CalibrationError(claims.probabilities, claims.labels);
  return out;
}

std::string FiguresLine(const EvalReport& report) {
  const EvalFigures f = FiguresOf(report);
  return Format(
      "letters %d, left out by %s: accuracy %.4f, legal %.4f, macro F1 %.4f, "
      "read from scans %.4f, without marks %.4f, decided %d right %d",
      f.letters, report.grouping == Grouping::kWriter ? "writer" : "scenario",
      f.accuracy, f.legal_accuracy, f.macro_f1, f.read_accuracy,
      f.unmarked_accuracy, f.decided, f.decided_right);
}

std::string EvalText(const EvalReport& report) {
  const EvalFigures f = FiguresOf(report);
  Shares difficulties;
  Shares writers;
  for (const EvalLetter& letter : report.letters) {
    const bool right = TopClass(letter.held.scores) == letter.held.label;
    Count(letter.difficulty, right, difficulties);
    Count(letter.writer, right, writers);
  }
  std::string out = ConfusionText(ConfusionOf(report));
  out += FiguresLine(report) + "\n";
  out += Format("khieu_nai and to_cao kept apart %.4f\n",
                f.complaint_or_denunciation);
  out += Format("expected calibration error %.4f\n", f.calibration_error);
  for (const double precision : {kPrecision, 0.975, 0.95}) {
    out += DecidedText(ClaimsAt(report, precision), precision);
  }
  out +=
      Format("parts of letters with several contents: F1 %.4f\n", f.parts_f1);
  out += SharesText("by difficulty", difficulties);
  out += SharesText("by writer", writers);
  out += ConditionsText(report);
  return out;
}

}  // namespace donthu
