#include "stages/classify/alignment.h"

#include <gtest/gtest.h>

#include "models/text_offsets.h"

namespace donthu {
namespace {

std::string Carried(std::string_view from, std::string_view quote,
                    std::string_view to) {
  const TextOffsets offsets(from);
  const int start = offsets.IndexOf(from.find(quote));
  const auto spans =
      CarriedSpans(from, {{start, start + CodePointCount(quote)}}, to);
  return spans[0] ? std::string(TextOffsets(to).Cut(*spans[0])) : "";
}

TEST(AlignmentTest, AQuoteIsFoundWithLostMarksAndOtherLineEnds) {
  EXPECT_EQ(Carried("Tôi đề nghị xem xét lại quyết định. Xin cảm ơn.",
                    "xem xét lại quyết định",
                    "Tôi để nghị xem xét\nlai quyêt dịnh. Xin cảm ơn."),
            "xem xét\nlai quyêt dịnh");
}

TEST(AlignmentTest, WhatStandsTwiceIsFoundInItsPlace) {
  EXPECT_EQ(Carried("đất của tôi, nhà của tôi, cây", "nhà của tôi",
                    "đât của tôi; nhà cúa tôi, cây"),
            "nhà cúa tôi");
}

TEST(AlignmentTest, AQuoteOfWhichMostIsLostIsLeftOut) {
  EXPECT_EQ(Carried("một hai ba bốn năm", "hai ba bốn", "một xx yy bốn năm"),
            "");
}

TEST(AlignmentTest, NothingStandsInNothing) {
  EXPECT_FALSE(CarriedSpans("một hai", {{0, 7}}, "").front());
}

}  // namespace
}  // namespace donthu
