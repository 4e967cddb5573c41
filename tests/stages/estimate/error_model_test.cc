#include "stages/estimate/error_model.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "stages/estimate/fitted.h"

namespace donthu {
namespace {

TEST(ErrorModelTest, AddsUpAndStaysAShare) {
  const ErrorModel<2> model = {{{0.5, 0.2}}, 0.01};
  EXPECT_DOUBLE_EQ(model({0.0, 0.0}), 0.01);
  EXPECT_DOUBLE_EQ(model({0.1, 0.5}), 0.16);
  EXPECT_DOUBLE_EQ(model({3.0, 0.0}), 1.0);
}

TEST(ErrorModelTest, NoFittedWeightIsNegative) {
  EXPECT_GE(
      *std::min_element(kErrorModel.weights.begin(), kErrorModel.weights.end()),
      0.0);
  EXPECT_GT(
      *std::max_element(kErrorModel.weights.begin(), kErrorModel.weights.end()),
      0.0);
  EXPECT_GT(kErrorModel.least, 0.0);
}

}  // namespace
}  // namespace donthu
