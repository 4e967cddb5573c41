#include "pipeline/upright.h"

#include <gtest/gtest.h>

#include <utility>

#include "tests/fakes/fake_engine.h"
#include "tests/fakes/letter_engine.h"
#include "tests/pipeline/made_scans.h"
#include "tests/stages/prepare/drawn_lines.h"

namespace donthu {
namespace {

Attempt Upright(const PageImage& scan, OcrEngine& engine) {
  NoObserver observer;
  auto upright = ReadUpright(scan, engine, observer);
  EXPECT_TRUE(upright);
  return upright ? std::move(*upright) : Attempt();
}

// Reads well only what is wider than high.
class SidewaysEngine : public FakeEngine {
 public:
  Result<PageText> Read(const PageImage& page) override {
    confidence = page.width_px > page.height_px ? 0.9 : 0.3;
    return FakeEngine::Read(page);
  }
};

TEST(ReadUprightTest, APageReadWellIsNotTurned) {
  FakeEngine engine;
  engine.orientation = {90, 9.0};
  const Attempt upright = Upright(MadePage(1), engine);
  EXPECT_EQ(upright.readings, 1);
  EXPECT_EQ(engine.orientations, 0);
  EXPECT_EQ(engine.reads, 1);
}

// A page with nothing on it that runs anywhere.
PageImage ADot() {
  PageImage page = MadePage(1);
  page.pixels.assign(page.pixels.size(), 255);
  page.pixels[page.pixels.size() / 2] = 0;
  return page;
}

TEST(ReadUprightTest, APageReadPoorlyIsTurnedWhereThatReadsBetter) {
  SidewaysEngine engine;
  engine.orientation = {90, 9.0};
  const Attempt upright = Upright(ADot(), engine);
  EXPECT_EQ(upright.clean.rotation_deg, 90);
  EXPECT_EQ(upright.clean.image.width_px, kLetterHeightPx);
  EXPECT_EQ(engine.reads, 2);
  EXPECT_EQ(upright.readings, 2);
}

// Reads well only what has its darker half at the top.
class TopEngine : public FakeEngine {
 public:
  Result<PageText> Read(const PageImage& page) override {
    const std::size_t half = page.pixels.size() / 2;
    double above = 0.0;
    for (std::size_t i = 0; i < page.pixels.size(); ++i) {
      above += (i < half ? 1 : -1) * (255 - page.pixels[i]);
    }
    confidence = above > 0 ? 0.9 : 0.3;
    return FakeEngine::Read(page);
  }
};

// Lines of a letter that ends in the middle of the page, turned clockwise.
PageImage HalfALetter(int turned_deg) {
  PageImage page = turned_deg % 180 == 0 ? DrawnText(1200, 1600, turned_deg)
                                         : DrawnText(1600, 1200, turned_deg);
  for (int y = 0; y < page.height_px; ++y) {
    for (int x = 0; x < page.width_px; ++x) {
      const bool below = turned_deg == 0     ? y > 800
                         : turned_deg == 180 ? y < 800
                         : turned_deg == 90  ? x < 800
                                             : x > 800;
      if (!below) continue;
      page.pixels[static_cast<std::size_t>(y * page.width_px + x)] = 255;
    }
  }
  return page;
}

TEST(ReadUprightTest,
     APageOfClearLinesIsSetUprightWithoutOrientationDetection) {
  for (const int turned : {0, 90, 180, 270}) {
    TopEngine engine;
    const Attempt upright = Upright(HalfALetter(turned), engine);
    EXPECT_EQ(upright.clean.rotation_deg, (360 - turned) % 360);
    EXPECT_EQ(engine.orientations, 0);
    EXPECT_EQ(engine.reads, turned == 0 || turned == 270 ? 1 : 2) << turned;
  }
}

// Reads a page whose top lies to the right by itself, as Tesseract does: the
// words come out higher than wide.
class BothWaysEngine : public FakeEngine {
 public:
  Result<PageText> Read(const PageImage& page) override {
    confidence = 0.9;
    auto text = FakeEngine::Read(page);
    if (!text || text->blocks.empty()) return text;
    auto& words = text->blocks[0].paragraphs[0].lines[0].words;
    words[0].box = page.width_px > page.height_px ? BoxPx{0, 0, 20, 90}
                                                  : BoxPx{0, 0, 90, 20};
    words.insert(words.end(), 2, Word(words[0]));
    return text;
  }
};

TEST(ReadUprightTest, APageThatIsReadDownItsSideIsTurned) {
  BothWaysEngine engine;
  PageImage page = ADot();
  std::swap(page.width_px, page.height_px);
  const Attempt upright = Upright(page, engine);
  EXPECT_EQ(upright.clean.rotation_deg, 270);
  EXPECT_EQ(engine.reads, 2);
  EXPECT_EQ(upright.readings, 2);
}

TEST(ReadUprightTest, ATurnThatReadsNoBetterIsTakenBack) {
  FakeEngine engine;
  engine.confidence = 0.3;
  engine.orientation = {180, 9.0};
  const Attempt upright = Upright(MadePage(1), engine);
  EXPECT_EQ(upright.clean.rotation_deg, 0);
  EXPECT_EQ(engine.reads, 2);
  EXPECT_EQ(upright.readings, 2);
}

TEST(ReadUprightTest, WhereNothingTellsTheTurnItIsReadOnItsHeadToo) {
  FakeEngine engine;
  engine.confidence = 0.3;
  engine.orientation = {180, 0.5};
  const Attempt upright = Upright(ADot(), engine);
  EXPECT_EQ(engine.orientations, 1);
  EXPECT_EQ(engine.reads, 2);
  EXPECT_EQ(upright.readings, 2);
}

}  // namespace
}  // namespace donthu
