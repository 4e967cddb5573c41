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

// Temperature and threshold from the other folds, then this one counted.
void CountDecided(const EvalReport& report, int fold, EvalFigures& out) {
  std::vector<HeldOut> others;
  std::vector<HeldOut> own;
  for (const EvalLetter& letter : report.letters) {
    (letter.fold == fold ? own : others).push_back(letter.held);
  }
  const double temperature = FitTemperature(others);
  const double threshold = FitThreshold(others, temperature, kPrecision);
  for (const HeldOut& held : own) {
    const ClassValues p = Probabilities(held.scores, temperature);
    if (LegalProbability(p, LabelAt(TopClass(p))) < threshold) continue;
    ++out.decided;
    if (LegallyRight(p, held.label)) ++out.decided_right;
  }
  out.calibration_error += CalibrationError(own, temperature) *
                           static_cast<double>(own.size()) /
                           static_cast<double>(report.letters.size());
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

}  // namespace

EvalFigures FiguresOf(const EvalReport& report) {
  EvalFigures out;
  const Confusion table = ConfusionOf(report);
  out.letters = static_cast<int>(report.letters.size());
  if (out.letters == 0) return out;
  std::set<int> folds;
  for (const EvalLetter& letter : report.letters) {
    const double share = 1.0 / out.letters;
    folds.insert(letter.fold);
    if (TopClass(letter.held.scores) == letter.held.label) {
      out.accuracy += share;
    }
    if (LegallyRight(letter.held.scores, letter.held.label)) {
      out.legal_accuracy += share;
    }
    out.noisy_accuracy += letter.noisy_hits * share;
  }
  out.macro_f1 = MacroF1(table);
  out.complaint_or_denunciation = KeptApart(table);
  for (const int fold : folds) CountDecided(report, fold, out);
  return out;
}

std::string FiguresLine(const EvalReport& report) {
  const EvalFigures f = FiguresOf(report);
  return Format(
      "letters %d, left out by %s: accuracy %.4f, legal %.4f, macro F1 %.4f, "
      "damaged copies %.4f, decided %d right %d",
      f.letters, report.grouping == Grouping::kWriter ? "writer" : "scenario",
      f.accuracy, f.legal_accuracy, f.macro_f1, f.noisy_accuracy, f.decided,
      f.decided_right);
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
  if (f.decided > 0) {
    const Interval right = WilsonInterval(f.decided_right, f.decided);
    out += Format(
        "decided alone %.4f, right among them %.4f (legal class), %d "
        "wrong; 95 %% interval %.4f to %.4f\n",
        1.0 * f.decided / f.letters, 1.0 * f.decided_right / f.decided,
        f.decided - f.decided_right, right.low, right.high);
  }
  out += SharesText("by difficulty", difficulties);
  out += SharesText("by writer", writers);
  return out;
}

}  // namespace donthu
