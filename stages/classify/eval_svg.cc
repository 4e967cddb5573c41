#include "stages/classify/eval_svg.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <vector>

namespace donthu {
namespace {

constexpr double kSide = 400.0;  // of the plot, in pixels
constexpr double kMargin = 60.0;
constexpr int kBins = 10;

// Letters as a new office would see them: calibrated without their fold.
struct JudgedLetter {
  double confidence = 0.0;  // of the top class
  bool right = false;
  double legal_confidence = 0.0;
  bool legally_right = false;
};

std::vector<JudgedLetter> JudgedLettersIn(const EvalReport& report) {
  std::map<int, std::vector<HeldOut>> others;
  for (const EvalLetter& letter : report.letters) others[letter.fold];
  for (auto& [fold, held] : others) {
    for (const EvalLetter& letter : report.letters) {
      if (letter.fold != fold) held.push_back(letter.held);
    }
  }
  std::map<int, double> temperatures;
  for (const auto& [fold, held] : others) {
    temperatures[fold] = FitTemperature(held);
  }
  std::vector<JudgedLetter> all;
  for (const EvalLetter& letter : report.letters) {
    const ClassValues p =
        Probabilities(letter.held.scores, temperatures[letter.fold]);
    const int top = TopClass(p);
    const Label said = kLabels[static_cast<std::size_t>(top)];
    const Label truth = kLabels[static_cast<std::size_t>(letter.held.label)];
    all.push_back({p[static_cast<std::size_t>(top)], said == truth,
                   LegalProbability(p, said),
                   LegalClassOf(said) == LegalClassOf(truth)});
  }
  return all;
}

// Values from 0 to 1 across, from 0 to `top` up.
class Plot {
 public:
  Plot(const char* title, const char* across, const char* up, double top)
      : top_(top) {
    svg_ = Text(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" "
        "font-family=\"sans-serif\" font-size=\"13\">\n"
        "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n",
        kSide + 2 * kMargin, kSide + 2 * kMargin);
    for (int i = 0; i <= 5; ++i) {
      const double share = i / 5.0;
      Line(share, 0, share, top_, "#ddd", 1);
      Line(0, share * top_, 1, share * top_, "#ddd", 1);
      Label(X(share), kMargin + kSide + 20, "middle", Text("%.1f", share));
      Label(kMargin - 8, Y(share * top_) + 4, "end",
            Text("%.3g", share * top_));
    }
    Label(kMargin + kSide / 2, kMargin / 2, "middle", title);
    Label(kMargin + kSide / 2, kMargin + kSide + 44, "middle", across);
    svg_ += Text(
        "<text transform=\"translate(16 %.0f) rotate(-90)\" "
        "text-anchor=\"middle\">%s</text>\n",
        kMargin + kSide / 2, up);
  }

  void Line(double x1, double y1, double x2, double y2, const char* color,
            double width) {
    svg_ += Text(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" "
        "stroke=\"%s\" stroke-width=\"%.1f\"/>\n",
        X(x1), Y(y1), X(x2), Y(y2), color, width);
  }
  void Dot(double x, double y, double radius) {
    svg_ += Text(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" "
        "fill=\"#1f5fa8\"/>\n",
        X(x), Y(y), radius);
  }
  void Note(double x, double y, const std::string& text) {
    Label(X(x) + 6, Y(y) - 6, "start", text);
  }
  std::string Take() { return svg_ + "</svg>\n"; }

 private:
  template <typename... Values>
  static std::string Text(const char* format, Values... values) {
    std::array<char, 320> text{};
    std::snprintf(text.data(), text.size(), format, values...);
    return text.data();
  }
  void Label(double x, double y, const char* anchor, const std::string& text) {
    svg_ += Text("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
                 x, y, anchor, text.c_str());
  }
  double X(double share) const { return kMargin + kSide * share; }
  double Y(double value) const {
    return kMargin + kSide * (1 - std::min(value, top_) / top_);
  }

  double top_;
  std::string svg_;
};

}  // namespace

std::string ReliabilitySvg(const EvalReport& report) {
  struct Bin {
    int letters = 0;
    int right = 0;
    double claimed = 0.0;
  };
  std::array<Bin, kBins> bins{};
  for (const JudgedLetter& letter : JudgedLettersIn(report)) {
    const auto at = std::min<std::size_t>(
        kBins - 1, static_cast<std::size_t>(letter.confidence * kBins));
    ++bins[at].letters;
    bins[at].right += letter.right ? 1 : 0;
    bins[at].claimed += letter.confidence;
  }
  Plot plot("Reliability", "claimed probability of the class",
            "share that is right", 1.0);
  plot.Line(0, 0, 1, 1, "#999", 1);
  for (const Bin& bin : bins) {
    if (bin.letters == 0) continue;
    const double x = bin.claimed / bin.letters;
    const double y = static_cast<double>(bin.right) / bin.letters;
    const Interval interval = WilsonInterval(bin.right, bin.letters);
    plot.Line(x, interval.low, x, interval.high, "#1f5fa8", 1.5);
    plot.Dot(x, y, 4);
    plot.Note(x, y, std::to_string(bin.letters));
  }
  return plot.Take();
}

std::string RiskCoverageSvg(const EvalReport& report) {
  std::vector<JudgedLetter> letters = JudgedLettersIn(report);
  std::stable_sort(letters.begin(), letters.end(),
                   [](const JudgedLetter& a, const JudgedLetter& b) {
                     return a.legal_confidence > b.legal_confidence;
                   });
  std::vector<double> risks;
  int wrong = 0;
  for (const JudgedLetter& letter : letters) {
    wrong += letter.legally_right ? 0 : 1;
    risks.push_back(static_cast<double>(wrong) /
                    static_cast<double>(risks.size() + 1));
  }
  const double top = std::max(0.05, risks.empty() ? 0.05 : risks.back() * 1.2);
  Plot plot("Risk and coverage", "share of letters decided alone",
            "wrong legal class among them", top);
  const auto share = [&](std::size_t count) {
    return static_cast<double>(count) / static_cast<double>(risks.size());
  };
  for (std::size_t i = 1; i < risks.size(); ++i) {
    plot.Line(share(i), risks[i - 1], share(i + 1), risks[i], "#1f5fa8", 1.5);
  }
  const auto below = std::find_if(
      letters.begin(), letters.end(), [&](const JudgedLetter& letter) {
        return letter.legal_confidence < report.calibration.threshold;
      });
  const auto decided = static_cast<std::size_t>(below - letters.begin());
  if (decided > 0) {
    plot.Dot(share(decided), risks[decided - 1], 4);
    plot.Note(share(decided), risks[decided - 1], "threshold");
  }
  return plot.Take();
}

}  // namespace donthu
