#include "pipeline/stamps.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace donthu {
namespace {

PageText Lines(const std::vector<std::string>& lines, double confidence) {
  Paragraph paragraph;
  int top_px = 0;
  for (const std::string& line : lines) {
    const BoxPx box = {0, top_px, 200, top_px + 30};
    paragraph.lines.push_back({box, {{line, box, confidence}}});
    top_px += 40;
  }
  return {300, 200, {{{}, {paragraph}}}};
}

// Gives the readings in turn, the last one again and again.
class ScriptedEngine : public OcrEngine {
 public:
  explicit ScriptedEngine(std::vector<PageText> readings)
      : readings_(std::move(readings)) {}
  EngineInfo Info() const override { return {}; }
  Result<PageText> Read(const PageImage& page) override {
    dpi.push_back(page.dpi_x);
    return readings_[std::min(dpi.size(), readings_.size()) - 1];
  }
  Result<PageText> ReadAs(const ReadingWay&, const PageImage& page) override {
    return Read(page);
  }
  Result<Orientation> Orient(const PageImage&) override {
    return Orientation{};
  }

  std::vector<double> dpi;  // of what was read

 private:
  std::vector<PageText> readings_;
};

std::vector<InkLayer> OneStamp() {
  InkLayer layer;
  layer.mark.kind = "stamp";
  layer.coloured.width_px = layer.coloured.height_px = 2;
  layer.coloured.pixels.assign(4, 0);
  layer.coloured.dpi_x = layer.coloured.dpi_y = 300;
  layer.all = layer.coloured;
  return {layer};
}

TEST(StampsTest, ReadsAStampTwiceWhereBothReadingsAgree) {
  NoObserver silent;
  auto marks = OneStamp();
  ScriptedEngine engine({Lines({"ĐẾN", "Số: 12", "Ngày: 2/7/2026"}, 0.9)});
  PageText text;
  const auto received = ReadStamps(marks, text, engine, silent);
  ASSERT_TRUE(received && *received);
  EXPECT_EQ((*received)->number, "12");
  EXPECT_EQ((*received)->date, "2026-07-02");
  EXPECT_EQ(engine.dpi, (std::vector<double>{300, 150}));
  EXPECT_EQ(marks[0].mark.kind, "den");
}

TEST(StampsTest, ReadsAllOfAStampWhoseColouredPartTellsNothing) {
  NoObserver silent;
  auto marks = OneStamp();
  const PageText bare = Lines({"ĐẾN", "Số:", "Ngày:"}, 0.9);
  const PageText full = Lines({"ĐẾN", "Số: 12", "Ngày: 2/7/2026"}, 0.9);
  ScriptedEngine engine({bare, bare, bare, full});
  PageText text;
  const auto received = ReadStamps(marks, text, engine, silent);
  ASSERT_TRUE(received && *received);
  EXPECT_EQ((*received)->number, "12");
  EXPECT_EQ(engine.dpi, (std::vector<double>{300, 150, 200, 300, 150}));
}

TEST(StampsTest, KeepsWhatWasSureWithoutThePrint) {
  NoObserver silent;
  auto marks = OneStamp();
  const PageText number = Lines({"ĐẾN", "Số: 12", "Ngày:"}, 0.9);
  const PageText print = Lines({"ĐẾN", "Số: 412", "Ngày: 2/7/2026"}, 0.9);
  ScriptedEngine engine({number, number, number, print});
  PageText text;
  const auto received = ReadStamps(marks, text, engine, silent);
  ASSERT_TRUE(received && *received);
  EXPECT_EQ((*received)->number, "12");
  EXPECT_EQ((*received)->date, "2026-07-02");
}

// Black over the third of the lines that Lines() makes, by an eighth.
PageImage HiddenDay() {
  PageImage hidden;
  hidden.width_px = 300;
  hidden.height_px = 200;
  hidden.pixels.assign(std::size_t{300} * 200, 255);
  std::fill_n(hidden.pixels.begin() + std::ptrdiff_t{80} * 300, 4 * 300,
              std::uint8_t{0});
  return hidden;
}

TEST(StampsTest, ReadsPartlyHiddenFiguresInAllSizes) {
  NoObserver silent;
  auto marks = OneStamp();
  marks[0].hidden = HiddenDay();
  ScriptedEngine engine({Lines({"ĐẾN", "Số: 12", "Ngày: 2/7/2026"}, 0.9)});
  PageText text;
  const auto received = ReadStamps(marks, text, engine, silent);
  ASSERT_TRUE(received && *received);
  EXPECT_EQ((*received)->number, "12");
  EXPECT_EQ((*received)->date, "2026-07-02");
  EXPECT_EQ(engine.dpi, (std::vector<double>{300, 150, 200}));
}

TEST(StampsTest, LeavesPartlyHiddenFiguresOutThatASizeHasOtherwise) {
  NoObserver silent;
  auto marks = OneStamp();
  marks[0].hidden = HiddenDay();
  const PageText sure = Lines({"ĐẾN", "Số: 12", "Ngày: 15/7/2026"}, 0.9);
  const PageText other = Lines({"ĐẾN", "Số: 12", "Ngày: 135/7/2026"}, 0.4);
  const PageText none = Lines({"ĐẾN"}, 0.9);
  ScriptedEngine engine({sure, sure, other, none});
  PageText text;
  const auto received = ReadStamps(marks, text, engine, silent);
  ASSERT_TRUE(received && *received);
  EXPECT_EQ((*received)->number, "12");
  EXPECT_FALSE((*received)->date);
}

TEST(StampsTest, ReadsOtherStampsNoFurther) {
  NoObserver silent;
  auto marks = OneStamp();
  ScriptedEngine engine({Lines({"ĐÃ THU TIỀN", "Số: 12"}, 0.9)});
  PageText text;
  const auto received = ReadStamps(marks, text, engine, silent);
  ASSERT_TRUE(received);
  EXPECT_FALSE(*received);
  EXPECT_EQ(engine.dpi.size(), 2U);
  EXPECT_EQ(marks[0].mark.kind, "stamp");
}

// A black frame from (0, 0) to (250, 140), and a line above and one in it.
std::vector<InkLayer> OneBlackFrame() {
  std::vector<InkLayer> marks = OneStamp();
  marks[0].mark.shape = "rectangle";
  marks[0].mark.color = "black";
  marks[0].mark.box = {0, 35, 250, 140};
  marks[0].coloured.pixels.clear();
  return marks;
}

TEST(StampsTest, TakesWhatABlackIntakeStampSaysOutOfTheText) {
  NoObserver silent;
  auto marks = OneBlackFrame();
  PageText text = Lines({"Kính gửi:", "CÔNG VĂN ĐẾN", "Số: 12"}, 0.9);
  ScriptedEngine engine({Lines({"CÔNG VĂN ĐẾN", "Số: 12"}, 0.9)});
  const auto received = ReadStamps(marks, text, engine, silent);
  ASSERT_TRUE(received && *received);
  EXPECT_EQ((*received)->number, "12");
  EXPECT_EQ(marks[0].mark.kind, "den");
  EXPECT_EQ(text, Lines({"Kính gửi:"}, 0.9));
}

TEST(StampsTest, LeavesOtherBlackFramesToTheLetter) {
  NoObserver silent;
  auto marks = OneBlackFrame();
  const PageText table = Lines({"Loại đất", "Diện tích"}, 0.9);
  PageText text = table;
  ScriptedEngine engine({table});
  const auto received = ReadStamps(marks, text, engine, silent);
  ASSERT_TRUE(received);
  EXPECT_FALSE(*received);
  EXPECT_TRUE(engine.dpi.empty());
  EXPECT_TRUE(marks.empty());
  EXPECT_EQ(text, table);
}

}  // namespace
}  // namespace donthu
