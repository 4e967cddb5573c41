#include "pipeline/page_attempt.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/fakes/fake_engine.h"

namespace donthu {
namespace {

constexpr double kSure = 0.96;
constexpr double kUnsure = 0.3;

// One line of syllables over the whole page, as sure as told.
class SyllableEngine : public FakeEngine {
 public:
  Result<PageText> Read(const PageImage& page) override {
    ++reads;
    const BoxPx box{0, 90, page.width_px, 130};
    TextLine line{box, {}};
    for (const char* word : {"khiếu", "nại", "tố", "cáo"}) {
      line.words.push_back({word, box, ConfidenceFor(page)});
    }
    return PageText{page.width_px, page.height_px, {{box, {{box, {line}}}}}};
  }

  virtual double ConfidenceFor(const PageImage&) { return confidence; }
};

// White but for letters enough for the words of the engine; too coarse for
// thorough preparation to find a seal in.
PageImage Scan() {
  PageImage scan;
  scan.width_px = 600;
  scan.height_px = 850;
  scan.dpi_x = scan.dpi_y = 150.0;
  scan.pixels.assign(std::size_t{600} * 850, 255);
  for (int letter = 0; letter < 14; ++letter) {
    for (int y = 100; y < 114; ++y) {
      for (int x = 0; x < 10; ++x) {
        scan.pixels[static_cast<std::size_t>(y * 600 + 50 + 30 * letter + x)] =
            0;
      }
    }
  }
  return scan;
}

PageAttempt BestOf(OcrEngine& engine) {
  NoObserver observer;
  auto best = ReadBest(Scan(), engine, observer);
  EXPECT_TRUE(best);
  return best ? std::move(*best) : PageAttempt();
}

TEST(ReadBestTest, APageReadWellIsReadOnce) {
  SyllableEngine engine;
  engine.confidence = kSure;
  engine.orientation = {90, 9.0};
  const PageAttempt best = BestOf(engine);
  EXPECT_EQ(best.readings, 1);
  EXPECT_EQ(engine.reads, 1);
  EXPECT_EQ(engine.orientations, 0);
  EXPECT_LT(best.predicted_cer, 0.02);
}

// Sure of what is read darker alone.
class RibbonEngine : public SyllableEngine {
 public:
  Result<PageText> ReadAs(const ReadingWay& way,
                          const PageImage& page) override {
    ways.push_back(way);
    confidence = way.darker > 1.0 ? kSure : kUnsure;
    return Read(page);
  }

  std::vector<ReadingWay> ways;
};

TEST(ReadBestTest, FaintStrokesAreReadDarker) {
  RibbonEngine engine;
  const PageAttempt best = BestOf(engine);
  EXPECT_LT(best.predicted_cer, 0.02);
  EXPECT_GT(engine.ways.back().darker, 1.0);
}

TEST(ReadBestTest, APageOfBlackAndWhiteIsNotReadDarker) {
  RibbonEngine engine;
  PageImage scan = Scan();
  scan.bilevel = true;
  NoObserver observer;
  ASSERT_TRUE(ReadBest(scan, engine, observer));
  for (const ReadingWay& way : engine.ways) EXPECT_EQ(way.darker, 1.0);
}

// Its other model is sure of what the first may not be.
class TwoModelEngine : public SyllableEngine {
 public:
  bool HasOtherModel() const override { return true; }
  Result<PageText> ReadAs(const ReadingWay& way,
                          const PageImage& page) override {
    ways.push_back(way);
    confidence = way.model == ReadingModel::kOther ? kSure : first;
    return Read(page);
  }

  double first = kUnsure;
  std::vector<ReadingWay> ways;
};

TEST(ReadBestTest, TheOtherModelReadsWhatTheFirstStumblesOver) {
  TwoModelEngine engine;
  const PageAttempt best = BestOf(engine);
  EXPECT_LT(best.predicted_cer, 0.02);
  EXPECT_EQ(engine.ways.back().model, ReadingModel::kOther);
}

TEST(ReadBestTest, TheOtherModelIsNotAskedWhereTheFirstIsSure) {
  TwoModelEngine engine;
  engine.first = kSure;
  BestOf(engine);
  EXPECT_EQ(engine.ways, std::vector<ReadingWay>{ReadingWay{}});
}

// Fails whenever it reads what was turned.
class UprightEngine : public SyllableEngine {
 public:
  Result<PageText> Read(const PageImage& page) override {
    if (page.width_px > page.height_px) {
      return Fail(ErrorCode::kOcrFailed, "page image", "The fake gave up.");
    }
    return SyllableEngine::Read(page);
  }
};

TEST(ReadBestTest, AnotherReadingThatFailsCountsForNothing) {
  UprightEngine engine;
  engine.confidence = kUnsure;
  engine.orientation = {90, 9.0};
  const PageAttempt best = BestOf(engine);
  EXPECT_EQ(best.clean.rotation_deg, 0);
  EXPECT_FALSE(best.text.blocks.empty());
}

class FailingEngine : public FakeEngine {
 public:
  Result<PageText> Read(const PageImage&) override {
    return Fail(ErrorCode::kOcrFailed, "page image", "The fake gave up.");
  }
};

TEST(ReadBestTest, AFirstReadingThatFailsIsAnError) {
  FailingEngine engine;
  NoObserver observer;
  const auto best = ReadBest(Scan(), engine, observer);
  ASSERT_FALSE(best);
  EXPECT_EQ(best.error().code, ErrorCode::kOcrFailed);
}

}  // namespace
}  // namespace donthu
