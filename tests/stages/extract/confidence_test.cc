#include "stages/extract/confidence.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

FieldConfidence Simple() {
  FieldConfidence::Weights weights = {};
  weights[0] = {0.5, 0.3, 0.8, 1.0};
  return FieldConfidence(weights);
}

TEST(FieldConfidenceTest, WhatSpeaksForAValueMakesItSurer) {
  const FieldConfidence confidence = Simple();
  const double poor = confidence.Of(0, {0.2, 0.2, false});
  EXPECT_LT(poor, confidence.Of(0, {0.9, 0.2, false}));
  EXPECT_LT(poor, confidence.Of(0, {0.2, 0.9, false}));
  EXPECT_LT(poor, confidence.Of(0, {0.2, 0.2, true}));
  EXPECT_GT(poor, 0.0);
  EXPECT_LT(confidence.Of(0, {1.0, 1.0, true}), 1.0);
  EXPECT_DOUBLE_EQ(confidence.Of(1, {1.0, 1.0, true}), 0.5);
}

TEST(FieldConfidenceTest, WhatWasWrittenIsReadBack) {
  const std::string text = Simple().ToText();
  const auto read = FieldConfidence::FromText(text);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->ToText(), text);
  EXPECT_NE(read->fingerprint(), 0U);
  for (std::size_t cut = 0; cut + 8 < text.size(); cut += 11) {
    EXPECT_FALSE(FieldConfidence::FromText(text.substr(0, cut))) << cut;
  }
}

}  // namespace
}  // namespace donthu
