#include "pipeline/stamps.h"

#include <array>
#include <cstddef>
#include <span>
#include <utility>

#include "pipeline/hidden_figures.h"
#include "stages/receive/receive.h"

namespace donthu {
namespace {

// The engine makes nothing smaller that claims no more than this.
constexpr double kEnlargedDpi = 150.0;
// What it reads by three quarters.
constexpr double kBetweenDpi = 200.0;
constexpr std::size_t kSizes = 3;

enum class Size { kAsItIs, kEnlarged, kBetween };

struct View {
  const PageImage* image;
  Size size;
};

Result<PageText> Read(const View& view, OcrEngine& engine,
                      StageObserver& observer) {
  CleanPage stamp;
  stamp.image = *view.image;
  if (view.size != Size::kAsItIs) {
    stamp.image.dpi_x = stamp.image.dpi_y =
        view.size == Size::kEnlarged ? kEnlargedDpi : kBetweenDpi;
  }
  return RunStage(Recognize(engine), stamp, observer);
}

bool IsOnPage(const StampMark& mark) {
  return mark.shape == "rectangle" && mark.color == "black";
}

bool Holds(const BoxPx& frame, const BoxPx& word) {
  const int x = (word.left_px + word.right_px) / 2;
  const int y = (word.top_px + word.bottom_px) / 2;
  return x >= frame.left_px && x < frame.right_px && y >= frame.top_px &&
         y < frame.bottom_px;
}

PageText WordsIn(const BoxPx& frame, PageText text) {
  DropWords(text, [&](const Word& word) { return !Holds(frame, word.box); });
  return text;
}

// What was sure without the print around it stays so with it.
void Keep(const Receive::Output& earlier, Receive::Output& now) {
  if (!earlier || !now) return;
  if (earlier->number) now->number = earlier->number;
  if (earlier->date) now->date = earlier->date;
}

// All sizes of both images, until number and day are sure; first the sizes,
// since the engine makes the same mistake of the same strokes. What is no
// intake stamp by its first two readings is not read on. Where print hides
// some of the figures, no size of what is coloured is left out.
Result<Receive::Output> ReadStamp(const InkLayer& layer,
                                  std::vector<PageText> readings,
                                  OcrEngine& engine, StageObserver& observer) {
  const std::array<View, 2 * kSizes> views = {
      {{&layer.coloured, Size::kAsItIs},
       {&layer.coloured, Size::kEnlarged},
       {&layer.coloured, Size::kBetween},
       {&layer.all, Size::kAsItIs},
       {&layer.all, Size::kEnlarged},
       {&layer.all, Size::kBetween}}};
  Receive::Output received;
  bool partly_hidden = false;
  for (std::size_t i = 0; i < views.size(); ++i) {
    if (views[i].image->pixels.empty()) continue;
    auto text = Read(views[i], engine, observer);
    if (!text) return Fail(text.error());
    partly_hidden = partly_hidden || HidesFigures(layer.hidden, *text);
    DoubtHidden(layer.hidden, *text);
    if (i >= kSizes) DoubtPrint(layer.hidden, layer.all, *text);
    readings.push_back(std::move(*text));
    if (readings.size() < 2) continue;
    if (partly_hidden && i + 1 < kSizes) continue;
    if (i + 1 == kSizes) {
      DoubtDisputed(layer.hidden, std::span(readings).last(kSizes));
    }
    auto read = RunStage(Receive(), readings, observer);
    if (!read) return Fail(read.error());
    Keep(received, *read);
    received = std::move(*read);
    if (!received || (received->date && received->number)) break;
  }
  return received;
}

// A frame on the page was read with it: that tells at once whether it is worth
// more.
Result<Receive::Output> ReadOnPage(const InkLayer& layer, const PageText& text,
                                   OcrEngine& engine, StageObserver& observer) {
  std::vector<PageText> readings = {WordsIn(layer.mark.box, text)};
  auto first = RunStage(Receive(), readings, observer);
  if (!first || !*first) return first;
  return ReadStamp(layer, std::move(readings), engine, observer);
}

Result<std::optional<Received>> ReadUntilIntake(std::vector<InkLayer>& marks,
                                                PageText& text,
                                                OcrEngine& engine,
                                                StageObserver& observer) {
  for (InkLayer& layer : marks) {
    auto received = IsOnPage(layer.mark)
                        ? ReadOnPage(layer, text, engine, observer)
                        : ReadStamp(layer, {}, engine, observer);
    if (!received) return Fail(received.error());
    if (!*received) continue;
    layer.mark.kind = "den";
    if (IsOnPage(layer.mark)) {
      DropWords(text, [&frame = layer.mark.box](const Word& word) {
        return Holds(frame, word.box);
      });
    }
    return received;
  }
  return std::optional<Received>();
}

}  // namespace

Result<std::optional<Received>> ReadStamps(std::vector<InkLayer>& marks,
                                           PageText& text, OcrEngine& engine,
                                           StageObserver& observer) {
  auto received = ReadUntilIntake(marks, text, engine, observer);
  std::erase_if(marks, [](const InkLayer& layer) {
    return IsOnPage(layer.mark) && layer.mark.kind != "den";
  });
  return received;
}

}  // namespace donthu
