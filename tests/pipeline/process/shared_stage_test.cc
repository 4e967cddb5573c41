#include "pipeline/process/shared_stage.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "pipeline/letter_way.h"
#include "stages/archive/archive.h"
#include "stages/estimate/estimate.h"
#include "stages/load/load.h"
#include "stages/recognize/recognize.h"

namespace donthu {
namespace {

TEST(SharedStageTest, WhatOneSideEntersTheOtherSees) {
  const auto file = MakeSharedStage();
  auto worker = SharedStage::Map(file->get());
  const auto supervisor = SharedStage::Map(file->get());
  EXPECT_EQ(supervisor->Current(), "");
  for (const std::string_view stage :
       {Load::kName, Recognize::kName, Estimate::kName, Normalize::kName,
        Extract::kName, Classify::kName, Assess::kName, Archive::kName}) {
    worker->Enter(stage);
    EXPECT_EQ(supervisor->Current(), stage);
  }
}

TEST(SharedStageTest, AByteThatMeansNoStageIsNone) {
  const auto file = MakeSharedStage();
  const auto stage = SharedStage::Map(file->get());
  ASSERT_EQ(::pwrite(file->get(), "\xff", 1, 0), 1);
  EXPECT_EQ(stage->Current(), "");
}

}  // namespace
}  // namespace donthu
