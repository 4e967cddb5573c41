#include "pipeline/upright.h"

#include <utility>

#include "stages/prepare/prepare.h"

namespace donthu {
namespace {

// A page read less surely than this may lie on its side or head.
constexpr double kPoorConfidence = 0.6;
// Orientation detection that is less sure is not followed.
constexpr double kSureOrientation = 1.0;

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
  const bool better =
      turned && MeanConfidence(turned->text) > MeanConfidence(plain.text);
  return better ? std::move(*turned) : std::move(plain);
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
  return plain.text.blocks.empty() ? 0 : 180;
}

}  // namespace

Result<Attempt> Read(CleanPage clean, OcrEngine& engine,
                     StageObserver& observer) {
  auto text = RunStage(Recognize(engine), clean, observer);
  if (!text) return Fail(text.error());
  return Attempt{std::move(clean), std::move(*text)};
}

Result<Attempt> ReadUpright(const PageImage& scan, OcrEngine& engine,
                            StageObserver& observer) {
  auto clean = RunStage(Prepare(), Prepare::Input{scan, 0}, observer);
  if (!clean) return Fail(clean.error());
  const bool sideways = clean->lines_run == LinesRun::kDown;
  auto plain = sideways ? ReadTurned(scan, 90, engine, observer)
                        : Read(std::move(*clean), engine, observer);
  if (!plain || MeanConfidence(plain->text) >= kPoorConfidence) return plain;
  const int turn = sideways ? 270 : OtherTurn(*plain, engine);
  if (turn == 0) return plain;
  return Better(std::move(*plain), scan, turn, engine, observer);
}

}  // namespace donthu
