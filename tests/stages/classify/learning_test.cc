#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "models/sha256.h"
#include "models/vietnamese.h"
#include "stages/classify/calibrate.h"
#include "stages/classify/eval_svg.h"
#include "stages/classify/features.h"
#include "stages/classify/lexicon.h"
#include "stages/classify/linear.h"
#include "stages/classify/linear_head.h"
#include "stages/classify/noise.h"
#include "stages/classify/reading.h"
#include "stages/classify/softmax.h"

namespace donthu {
namespace {

TEST(LinearTest, LearnsWhichColumnDecides) {
  const LinearProblem problem{{{{0, 1.0F}}, {{1, 1.0F}}, {{0, 1.0F}}}, 2};
  const LinearFit fit = LogisticFitter(problem).Fit({1, 0, 1}, 10.0);
  EXPECT_GT(fit.weights[0], 0.5F);
  EXPECT_LT(fit.weights[1], -0.5F);
}

TEST(LinearTest, SignsDoNotDependOnTheFirstRow) {
  const LinearProblem problem{{{{1, 1.0F}}, {{0, 1.0F}}}, 2};
  EXPECT_GT(LogisticFitter(problem).Fit({0, 1}, 10.0).weights[0], 0.0F);
}

TEST(LinearTest, OneClassAloneIsAConstant) {
  const LinearFit fit = LogisticFitter({{{{0, 1.0F}}}, 1}).Fit({0}, 1.0);
  EXPECT_EQ(fit.weights[0], 0.0F);
  EXPECT_LT(fit.bias, 0.0F);
}

Features One(std::string_view name) {
  return {{FeatureKey(name), FeatureBlock::kBare, 1.0F}};
}

LinearHead SmallHead() {
  const FeatureNames names = {{FeatureKey("b:dat"), "b:dat"},
                              {FeatureKey("b:sau"), "b:sau"}};
  std::vector<HeadExample> examples;
  for (int letter = 1; letter <= 4; ++letter) {
    examples.push_back({One("b:dat"), 1U, letter});
  }
  examples.push_back({One("b:sau"), 0U, 5});
  examples.push_back({One("b:sau"), 0U, 5});
  BlockWeights blocks = {};
  blocks.fill(1.0F);
  return TrainHead(examples, 1, names, blocks, 1.0);
}

TEST(LinearHeadTest, DropsWhatFewerThanThreeLettersHold) {
  const LinearHead head = SmallHead();
  ASSERT_EQ(head.columns().size(), 1U);
  EXPECT_EQ(head.columns()[0].name, "b:dat");
}

TEST(LinearHeadTest, FindsEveryColumnAmongMany) {
  constexpr int kColumns = 3000;
  std::vector<LinearHead::Column> columns;
  std::vector<float> weights;
  for (int i = 0; i < kColumns; ++i) {
    const std::string name = "b:" + std::to_string(i);
    const float idf = 1.0F + static_cast<float>(i * 7 % kColumns);
    columns.push_back({name, FeatureKey(name), idf});
    weights.push_back(static_cast<float>(i));
  }
  BlockWeights blocks = {};
  blocks.fill(1.0F);
  const LinearHead head(columns, weights, {0.5F}, blocks);
  for (int i = 0; i < kColumns; ++i) {
    const auto score_of = [&](const char* prefix) {
      return head.Scores(One(prefix + std::to_string(i))).at(0);
    };
    EXPECT_NEAR(score_of("b:"), i + 0.5, 1e-3);
    EXPECT_EQ(score_of("c:"), 0.5);
  }
}

TEST(FeaturesTest, StandByKeyAndEachOnce) {
  std::string text = "Kính gửi: Ủy ban nhân dân xã.\n";
  for (int i = 0; i < 200; ++i) {
    text += "Tôi khiếu nại lần " + std::to_string(i) + " về đất.\n";
  }
  const auto lexicon = Lexicon::Parse("");
  ASSERT_TRUE(lexicon);
  FeatureNames names;
  const Reading reading = ReadLetter(text, *lexicon);
  const Features features = LetterFeatures(reading, &names);
  EXPECT_EQ(features.size(), names.size());
  EXPECT_EQ(std::adjacent_find(features.begin(), features.end(),
                               [](const Feature& a, const Feature& b) {
                                 return a.key >= b.key;
                               }),
            features.end());
  const auto land = std::find_if(
      features.begin(), features.end(),
      [](const Feature& f) { return f.key == FeatureKey("w:đất"); });
  ASSERT_NE(land, features.end());
  EXPECT_EQ(land->count, 200.0F);
}

TEST(LinearHeadTest, TextRoundTripsToTheSameScores) {
  const LinearHead head = SmallHead();
  const std::string text = head.ToText();
  std::string_view rest = text;
  const auto again = LinearHead::FromText(rest);
  ASSERT_TRUE(again);
  EXPECT_TRUE(rest.empty());
  EXPECT_EQ(again->Scores(One("b:dat")), head.Scores(One("b:dat")));
}

TEST(LinearHeadTest, RefusesTextCutOff) {
  const std::string text = SmallHead().ToText();
  for (std::size_t size = 0; size + 2 < text.size(); ++size) {
    std::string_view part(text.data(), size);
    const auto head = LinearHead::FromText(part);
    EXPECT_TRUE(!head || head->ToText() != text) << size;
  }
}

TEST(LinearHeadTest, CoverageIsTheShareOfKnownWords) {
  const LinearHead head = SmallHead();
  EXPECT_EQ(head.Coverage(One("b:dat")), 1.0);
  EXPECT_EQ(head.Coverage(One("b:la")), 0.0);
  EXPECT_EQ(head.Coverage({}), 0.0);
}

TEST(SoftmaxTest, SeparatesWhatCanBeSeparated) {
  std::vector<DenseExample> examples;
  for (int i = 0; i < 30; ++i) {
    const int kind = i % kClassCount;
    examples.push_back(
        {{static_cast<double>(kind == 2), static_cast<double>(kind)},
         kind == 2 ? 2 : 0,
         1.0});
  }
  const Softmax softmax = Softmax::Train(examples, 0.001);
  EXPECT_EQ(TopClass(ClassScores(softmax.Scores({1.0, 2.0}))), 2);
  EXPECT_EQ(TopClass(ClassScores(softmax.Scores({0.0, 1.0}))), 0);
}

TEST(SoftmaxTest, EveryPairOfContentsIsAnOutcomeOfItsOwn) {
  std::set<int> outcomes;
  for (int a = 0; a < kContentCount; ++a) {
    for (int b = a + 1; b < kContentCount; ++b) {
      outcomes.insert(OutcomeOfPair(a, b));
      EXPECT_EQ(OutcomeOfPair(a, b), OutcomeOfPair(b, a));
    }
  }
  EXPECT_EQ(outcomes, (std::set<int>{5, 6, 7, 8, 9, 10}));
}

TEST(SoftmaxTest, ALetterOfSeveralContentsIsAsLikelyAsItsPairsTogether) {
  OutcomeValues scores = {};
  scores.fill(-50.0);
  scores[0] = std::log(0.4);
  scores[5] = scores[10] = std::log(0.3);
  const ClassValues p = Probabilities(ClassScores(scores), 1.0);
  EXPECT_NEAR(p[static_cast<std::size_t>(Label::kHonHop)], 0.6, 1e-9);
  EXPECT_NEAR(p[static_cast<std::size_t>(Label::kKhieuNai)], 0.4, 1e-9);
}

TEST(CalibrateTest, OverconfidenceIsCooled) {
  std::vector<HeldOut> held;
  for (int i = 0; i < 20; ++i) {
    held.push_back({{5.0, 0, 0, 0, 0, 0}, i < 14 ? 0 : 1});
  }
  const double temperature = FitTemperature(held);
  EXPECT_GT(temperature, 1.5);
  const auto error_at = [&held](double at) {
    std::vector<ClassValues> probabilities;
    std::vector<int> labels;
    for (const HeldOut& one : held) {
      probabilities.push_back(Probabilities(one.scores, at));
      labels.push_back(one.label);
    }
    return CalibrationError(probabilities, labels);
  };
  EXPECT_LT(error_at(temperature), 0.1);
  EXPECT_GT(error_at(1.0), 0.2);
}

TEST(CalibrateTest, TheThresholdKeepsThePromisedPrecision) {
  std::vector<HeldOut> held(100, {{6.0, 0, 0, 0, 0, 0}, 0});
  for (int i = 0; i < 10; ++i) held.push_back({{1.0, 0, 0, 0, 0, 0}, 1});
  const double threshold = FitThreshold(held, 1.0, 0.97);
  EXPECT_GT(threshold, Probabilities({1.0, 0, 0, 0, 0, 0}, 1.0)[0]);
  EXPECT_LT(threshold, 1.0);
}

TEST(CalibrateTest, WithoutRightLettersNothingIsDecided) {
  const std::vector<HeldOut> held(50, {{3.0, 0, 0, 0, 0, 0}, 1});
  EXPECT_EQ(FitThreshold(held, 1.0, 0.97), 1.0);
}

TEST(CalibrateTest, ProposalsAndReportsAreOneLegalClass) {
  const ClassValues p = {0.1, 0.1, 0.4, 0.3, 0.05, 0.05};
  EXPECT_DOUBLE_EQ(LegalProbability(p, Label::kKienNghi), 0.7);
  EXPECT_DOUBLE_EQ(LegalProbability(p, Label::kToCao), 0.1);
}

TEST(CalibrateTest, ALegalClassOfRoundedProbabilitiesIsAtMostOne) {
  const ClassValues p = {0.0, 0.0, 0.6001, 0.4, 0.0, 0.0};
  EXPECT_EQ(LegalProbability(p, Label::kKienNghi), 1.0);
}

// Wilson's interval of 8 of 10, as tables give it.
TEST(CalibrateTest, GivesTheIntervalOfAShare) {
  const Interval interval = WilsonInterval(8, 10);
  EXPECT_NEAR(interval.low, 0.4902, 1e-4);
  EXPECT_NEAR(interval.high, 0.9433, 1e-4);
}

EvalReport ReportOf(int letters) {
  EvalReport report;
  report.calibration.threshold = 0.5;
  for (int i = 0; i < letters; ++i) {
    EvalLetter letter;
    letter.fold = i % 2;
    letter.held.label = i % 5 == 0 ? 1 : 0;
    letter.held.scores[0] = 2.0 + i % 3;
    report.letters.push_back(letter);
  }
  return report;
}

int CountOf(const std::string& text, std::string_view part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos;
       at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

TEST(EvalSvgTest, DrawsABinForEachClaimAndTheThreshold) {
  const std::string bins = ReliabilitySvg(ReportOf(60));
  EXPECT_EQ(bins.rfind("<svg ", 0), 0U);
  EXPECT_EQ(bins.substr(bins.size() - 7), "</svg>\n");
  EXPECT_GE(CountOf(bins, "<circle"), 1);
  EXPECT_LE(CountOf(bins, "<circle"), 3);
  const std::string risk = RiskCoverageSvg(ReportOf(60));
  EXPECT_EQ(CountOf(risk, "<circle"), 1);
  EXPECT_EQ(CountOf(risk, "threshold"), 1);
  EXPECT_EQ(CountOf(risk, "nan"), 0);
  EXPECT_EQ(CountOf(RiskCoverageSvg(EvalReport()), "nan"), 0);
}

TEST(NoiseTest, TheSameSeedGivesTheSameCopy) {
  const std::string_view text = "đề nghị hủy bỏ quyết định";
  EXPECT_EQ(WithNoise(text, {0.3, 0.3}, 7), WithNoise(text, {0.3, 0.3}, 7));
  EXPECT_NE(WithNoise(text, {0.3, 0.9}, 7), text);
}

TEST(NoiseTest, AllMarksLostIsTheBareText) {
  EXPECT_EQ(WithNoise("Đề nghị HỦY, bỏ!", {1.0, 0.0}, 1), "De nghi HUY, bo!");
}

TEST(DigestTest, IsSha256) {
  EXPECT_EQ(Sha256Hex("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace donthu
