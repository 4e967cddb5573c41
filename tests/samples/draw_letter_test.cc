#include "samples/draw_letter.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "samples/conditions/raster.h"
#include "samples/truth.h"

namespace donthu::samples {
namespace {

SampleLetter Short(const std::string& typeface) {
  const auto letter = ParseMarkup(
      "id: short\nlabel: khac\nparts: khac\nsigned: ink\nanonymous: false\n"
      "collective: false\npages: 1\nreceived_hint: 2025-03-04\ntypeface: " +
      typeface +
      "\n---\n@title\n⟦title:ĐƠN ĐỀ NGHỊ⟧\n@para\nTôi tên là Trần Thị Mận ở "
      "thôn Đông, kính mong quý cơ quan xem xét cho gia đình tôi.\n"
      "@signature\nNgười viết\n~sign~\n⟦signer:Trần Thị Mận⟧\n");
  EXPECT_TRUE(letter);
  return *letter;
}

SampleLetter LetterFor(const Condition& condition) {
  return Short(condition.ink == InkKind::kTyped ? "typewriter" : "serif");
}

// How much darker the darkest pixel in the box is than the lightest.
int Contrast(const PageImage& gray, const BoxPx& box) {
  int low = 255;
  int high = 0;
  for (int y = box.top_px; y < box.bottom_px; ++y) {
    for (int x = box.left_px; x < box.right_px; ++x) {
      const int sample =
          gray.pixels[static_cast<std::size_t>(y * gray.width_px + x)];
      low = std::min(low, sample);
      high = std::max(high, sample);
    }
  }
  return high - low;
}

class EveryCondition : public testing::TestWithParam<Condition> {};

TEST_P(EveryCondition, PutsInkInTheScanBoxOfEveryWord) {
  const SampleLetter letter = LetterFor(GetParam());
  const auto drawn = DrawLetter(letter, GetParam(), 7);
  ASSERT_TRUE(drawn);
  const PageImage gray = ToGray(drawn->pages[0].scan.image);
  const auto words = WordsOf(*drawn, 0);
  ASSERT_EQ(words.size(), 28U);
  for (const TruthWord& word : words) {
    EXPECT_FALSE(word.place.scan_box.empty()) << word.text;
    EXPECT_GT(Contrast(gray, word.place.scan_box), 60) << word.text;
  }
}

TEST_P(EveryCondition, DrawsTheSamePixelsForTheSameSeed) {
  const SampleLetter letter = LetterFor(GetParam());
  const auto first = DrawLetter(letter, GetParam(), 7);
  const auto again = DrawLetter(letter, GetParam(), 7);
  const auto other = DrawLetter(letter, GetParam(), 8);
  ASSERT_TRUE(first);
  const PageImage& image = first->pages[0].scan.image;
  EXPECT_TRUE(image == again->pages[0].scan.image);
  EXPECT_FALSE(image == other->pages[0].scan.image);
  const TruthHead head{"f", "c", "png", 7};
  EXPECT_EQ(TruthJson(letter, *first, head), TruthJson(letter, *again, head));
}

INSTANTIATE_TEST_SUITE_P(Conditions, EveryCondition,
                         testing::ValuesIn(kConditions), [](const auto& row) {
                           return std::string(row.param.name);
                         });

TEST(DrawLetterTest, LeavesPaperWhereNoWordStands) {
  const auto drawn = DrawLetter(Short("serif"), *FindCondition("clean"), 1);
  ASSERT_TRUE(drawn);
  EXPECT_LT(Contrast(drawn->pages[0].scan.image, {100, 3000, 300, 3200}), 12);
}

TEST(DrawLetterTest, TellsWhatTheMailRoomWrote) {
  const auto drawn = DrawLetter(Short("serif"), *FindCondition("den_stamp"), 1);
  ASSERT_TRUE(drawn);
  ASSERT_TRUE(drawn->received);
  EXPECT_EQ(drawn->received->date, "2025-03-04");
  EXPECT_FALSE(drawn->received->number.empty());
}

TEST(DrawLetterTest, TurningByTheTruthSetsAPageUpright) {
  const auto drawn = DrawLetter(Short("serif"), *FindCondition("rotated"), 3);
  ASSERT_TRUE(drawn);
  const Scan& scan = drawn->pages[0].scan;
  const PageImage upright = Turned(scan.image, scan.rotation_deg);
  EXPECT_EQ(upright.width_px, drawn->pages[0].sheet_width_px);
  for (const TruthWord& word : WordsOf(*drawn, 0)) {
    EXPECT_GT(Contrast(upright, word.place.box), 60) << word.text;
  }
}

// The spine condition bends every word of a line by another amount.
TEST(DrawLetterTest, ABentPageKeepsItsBendForWhoMeasures) {
  const auto drawn = DrawLetter(Short("serif"), *FindCondition("spine"), 3);
  ASSERT_TRUE(drawn);
  const Scan& scan = drawn->pages[0].scan;
  ASSERT_TRUE(scan.bend);
  EXPECT_EQ(scan.from_sheet, Homography{});
  double least = 1e9;
  double most = -1e9;
  for (int x = 100; x < 2400; x += 100) {
    const double y = Apply(*scan.bend, {1.0 * x, 400.0}).y_px;
    least = std::min(least, y);
    most = std::max(most, y);
  }
  EXPECT_GT(most - least, 15.0);
}

}  // namespace
}  // namespace donthu::samples
