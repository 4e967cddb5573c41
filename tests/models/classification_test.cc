#include "models/classification.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

Classification Of(Label label, bool decided) {
  Classification classification;
  classification.label = label;
  classification.decided = decided;
  return classification;
}

TEST(MayAccuseTest, NobodyInWhatProposesOrReports) {
  EXPECT_FALSE(MayAccuse(Of(Label::kKienNghi, true)));
  EXPECT_FALSE(MayAccuse(Of(Label::kPhanAnh, true)));
  for (const Label label :
       {Label::kKhieuNai, Label::kToCao, Label::kHonHop, Label::kKhac}) {
    EXPECT_TRUE(MayAccuse(Of(label, true))) << ToString(label);
  }
}

TEST(MayAccuseTest, SomebodyWhileAPersonIsToDecide) {
  EXPECT_TRUE(MayAccuse(Of(Label::kKienNghi, false)));
}

}  // namespace
}  // namespace donthu
