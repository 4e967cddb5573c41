#include "pipeline/stamps.h"

#include <array>
#include <utility>

#include "stages/receive/receive.h"

namespace donthu {
namespace {

// The engine makes nothing smaller that claims no more than this.
constexpr double kEnlargedDpi = 150.0;

enum class Size { kAsItIs, kEnlarged };

struct View {
  const PageImage* image;
  Size size;
};

Result<PageText> Read(const View& view, OcrEngine& engine,
                      StageObserver& observer) {
  CleanPage stamp;
  stamp.image = *view.image;
  if (view.size == Size::kEnlarged) {
    stamp.image.dpi_x = stamp.image.dpi_y = kEnlargedDpi;
  }
  observer.Enter(Recognize::kName);
  return Recognize(engine).Run(stamp);
}

// Both sizes of both images, until number and day are sure; first the sizes,
// since the engine makes the same mistake of the same strokes. What is no
// intake stamp by its first two readings is not read on.
Result<Receive::Output> ReadStamp(const InkLayer& layer, OcrEngine& engine,
                                  StageObserver& observer) {
  const std::array<View, 4> views = {{{&layer.coloured, Size::kAsItIs},
                                      {&layer.coloured, Size::kEnlarged},
                                      {&layer.all, Size::kAsItIs},
                                      {&layer.all, Size::kEnlarged}}};
  std::vector<PageText> readings;
  Receive::Output received;
  for (const View& view : views) {
    if (view.image->pixels.empty()) continue;
    auto text = Read(view, engine, observer);
    if (!text) return Fail(text.error());
    readings.push_back(std::move(*text));
    if (readings.size() < 2) continue;
    observer.Enter(Receive::kName);
    auto read = Receive().Run(readings);
    if (!read) return Fail(read.error());
    received = std::move(*read);
    if (!received || (received->date && received->number)) break;
  }
  return received;
}

}  // namespace

Result<std::optional<Received>> ReadStamps(std::vector<InkLayer>& marks,
                                           OcrEngine& engine,
                                           StageObserver& observer) {
  for (InkLayer& layer : marks) {
    auto received = ReadStamp(layer, engine, observer);
    if (!received) return Fail(received.error());
    if (!*received) continue;
    layer.mark.kind = "den";
    return received;
  }
  return std::optional<Received>();
}

}  // namespace donthu
