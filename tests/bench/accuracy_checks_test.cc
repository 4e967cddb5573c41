#include "tests/bench/accuracy_checks.h"

#include <gtest/gtest.h>

namespace donthu::bench {
namespace {

SetScore WithMean(const std::string& set, double mean_cer) {
  SetScore score;
  score.set = set;
  score.mean_cer = mean_cer;
  return score;
}

std::string Answered(const std::string& text) {
  static const ScoresByReader scores = {
      {"donthu", {WithMean("fax", 0.01), WithMean("clean", 0.004)}},
      {"tesseract", {WithMean("fax", 0.03)}}};
  const auto check = ParseCheck(text);
  if (!check) return "not a check";
  switch (Answer(*check, scores).kind) {
    case CheckAnswer::Kind::kHeld:
      return "held";
    case CheckAnswer::Kind::kMissed:
      return "missed";
    case CheckAnswer::Kind::kNotMeasured:
      return "not measured";
  }
  return "";
}

TEST(AccuracyChecksTest, FloorsHoldFromTheirValueOn) {
  EXPECT_EQ(Answered("tesseract:fax>=2"), "held");
  EXPECT_EQ(Answered("tesseract:fax>=3.1"), "missed");
}

TEST(AccuracyChecksTest, CeilingsHoldUpToTheirValue) {
  EXPECT_EQ(Answered("donthu:clean<=0.5"), "held");
  EXPECT_EQ(Answered("donthu:clean<=0.3"), "missed");
}

TEST(AccuracyChecksTest, OneReaderIsHeldAgainstAnother) {
  EXPECT_EQ(Answered("donthu:fax<=tesseract"), "held");
  EXPECT_EQ(Answered("tesseract:fax<=donthu"), "missed");
}

TEST(AccuracyChecksTest, WhatWasNotMeasuredIsNeitherHeldNorMissed) {
  EXPECT_EQ(Answered("tesseract:photo>=2"), "not measured");
  EXPECT_EQ(Answered("donthu:clean<=tesseract"), "not measured");
}

TEST(AccuracyChecksTest, RefusesWhatIsNoCheck) {
  for (const char* text : {"", "fax>=2", "tesseract:fax", "tesseract:fax>2",
                           ":fax>=2", "a:>=2", "a:b<=", "a:b>=c"}) {
    EXPECT_EQ(Answered(text), "not a check") << text;
  }
}

}  // namespace
}  // namespace donthu::bench
