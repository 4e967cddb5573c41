#include "pipeline/stamps.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace donthu {
namespace {

struct Silent : StageObserver {
  void Enter(std::string_view) override {}
};

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
  Silent silent;
  auto marks = OneStamp();
  ScriptedEngine engine({Lines({"ĐẾN", "Số: 12", "Ngày: 2/7/2026"}, 0.9)});
  const auto received = ReadStamps(marks, engine, silent);
  ASSERT_TRUE(received && *received);
  EXPECT_EQ((*received)->number, "12");
  EXPECT_EQ((*received)->date, "2026-07-02");
  EXPECT_EQ(engine.dpi, (std::vector<double>{300, 150}));
  EXPECT_EQ(marks[0].mark.kind, "den");
}

TEST(StampsTest, ReadsAllOfAStampWhoseColouredPartTellsNothing) {
  Silent silent;
  auto marks = OneStamp();
  const PageText bare = Lines({"ĐẾN", "Số:", "Ngày:"}, 0.9);
  const PageText full = Lines({"ĐẾN", "Số: 12", "Ngày: 2/7/2026"}, 0.9);
  ScriptedEngine engine({bare, bare, full});
  const auto received = ReadStamps(marks, engine, silent);
  ASSERT_TRUE(received && *received);
  EXPECT_EQ((*received)->number, "12");
  EXPECT_EQ(engine.dpi, (std::vector<double>{300, 150, 300, 150}));
}

TEST(StampsTest, ReadsOtherStampsNoFurther) {
  Silent silent;
  auto marks = OneStamp();
  ScriptedEngine engine({Lines({"ĐÃ THU TIỀN", "Số: 12"}, 0.9)});
  const auto received = ReadStamps(marks, engine, silent);
  ASSERT_TRUE(received);
  EXPECT_FALSE(*received);
  EXPECT_EQ(engine.dpi.size(), 2U);
  EXPECT_EQ(marks[0].mark.kind, "stamp");
}

}  // namespace
}  // namespace donthu
