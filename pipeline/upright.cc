#include "pipeline/upright.h"

#include <utility>

#include "models/text_offsets.h"
#include "stages/prepare/prepare.h"

namespace donthu {
namespace {

// A page read less surely than this may lie on its side or head.
constexpr double kPoorConfidence = 0.6;
// Orientation detection that is less sure is not followed.
constexpr double kSureOrientation = 1.0;
// Fewer long words than this tell nothing of how a page was read.
constexpr int kLeastWords = 3;

Result<Attempt> ReadTurned(const PageImage& scan, int rotation_deg,
                           OcrEngine& engine, StageObserver& observer) {
  auto clean =
      RunStage(Prepare(), Prepare::Input{scan, rotation_deg}, observer);
  if (!clean) return Fail(clean.error());
  return Read(std::move(*clean), engine, observer);
}

// The surer of both readings.
Result<Attempt> Better(Attempt plain, const PageImage& scan, int rotation_deg,
                       OcrEngine& engine, StageObserver& observer) {
  auto turned = ReadTurned(scan, rotation_deg, engine, observer);
  ++plain.readings;
  if (!turned || MeanConfidence(turned->text) <= MeanConfidence(plain.text)) {
    return plain;
  }
  turned->readings = plain.readings;
  return turned;
}

// The engine reads by itself, and surely, a page whose top lies to the right;
// its words are then higher than wide.
bool ReadDownThePage(const PageText& page) {
  int down = 0;
  int across = 0;
  EachWord(page, [&](const Word& word) {
    if (CodePointCount(word.text) < 3) return;
    ++(word.box.height_px() > word.box.width_px() ? down : across);
  });
  return down >= kLeastWords && down > across;
}

// How a page that was read poorly as it lies may be turned; 0: it is not.
// Where its lines run across it can only lie on its head, and reading it so
// tells more than orientation detection, at the same cost.
int OtherTurn(const Attempt& plain, OcrEngine& engine) {
  if (plain.clean.lines_run == LinesRun::kAcross) return 180;
  const auto orientation = engine.Orient(plain.clean.image);
  if (orientation && orientation->confidence >= kSureOrientation) {
    return orientation->rotation_deg;
  }
  return 180;
}

}  // namespace

Result<Attempt> Read(CleanPage clean, OcrEngine& engine,
                     StageObserver& observer) {
  auto text = RunStage(Recognize(engine), clean, observer);
  if (!text) return Fail(text.error());
  return Attempt{std::move(clean), std::move(*text), 1};
}

Result<Attempt> ReadUpright(const PageImage& scan, OcrEngine& engine,
                            StageObserver& observer) {
  auto clean = RunStage(Prepare(), Prepare::Input{scan, 0}, observer);
  if (!clean) return Fail(clean.error());
  const bool sideways = clean->lines_run == LinesRun::kDown;
  auto plain = sideways ? ReadTurned(scan, 90, engine, observer)
                        : Read(std::move(*clean), engine, observer);
  if (!plain) return plain;
  if (MeanConfidence(plain->text) < kPoorConfidence) {
    const int turn = sideways ? 270 : OtherTurn(*plain, engine);
    if (turn != 0) {
      plain = Better(std::move(*plain), scan, turn, engine, observer);
    }
  }
  if (!ReadDownThePage(plain->text)) return plain;
  auto upright = ReadTurned(scan, (plain->clean.rotation_deg + 270) % 360,
                            engine, observer);
  ++plain->readings;
  if (!upright || MeanConfidence(upright->text) < kPoorConfidence) return plain;
  upright->readings = plain->readings;
  return upright;
}

}  // namespace donthu
