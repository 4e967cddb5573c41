#include "stages/examine/scores.h"

#include "stages/examine/fitted.h"
#include "stages/examine/ink.h"
#include "stages/examine/letters.h"

namespace donthu {

PageMeasures MeasuresOf(const PageImage& gray) {
  const InkMap map = InkOf(gray);
  const auto lines = LinesOf(map, LettersOf(map));
  return {MeasureBlank(map, lines), MeasureLines(map, lines)};
}

double BlankScore(const PageMeasures& measures) {
  return kBlankModel(measures.blank);
}

double LineScore(const LineMeasures& line) { return kLineModel(line); }

double HandScore(const PageMeasures& measures) {
  if (measures.lines.empty()) return 0.0;
  std::vector<double> probabilities;
  for (const MeasuredLine& line : measures.lines) {
    probabilities.push_back(LineScore(line.measures));
  }
  return kHandModel(MeasureHand(measures.lines, probabilities));
}

}  // namespace donthu
