#include "tests/bench/line_images.h"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <optional>
#include <sstream>
#include <utility>

#include "stages/prepare/raster.h"
#include "stages/recognize/reduce.h"
#include "tests/bench/cer.h"
#include "tests/bench/edit_distance.h"

namespace donthu::bench {
namespace {

// kImagePadding of Tesseract's linerec.cpp.
constexpr int kAroundPx = 4;
constexpr std::size_t kLeastLetters = 4;
// Of a line's letters: more wrong ones, and it is another line.
constexpr double kMostWrong = 0.3;
// A line lost at an end is learnt as letters that nothing shows.
constexpr double kLengthsApart = 0.12;

class TesseractLines : public LineFinder {
 public:
  bool Open() {
    api_.SetVariable("debug_file", "/dev/null");
    if (api_.Init(nullptr, "vie", tesseract::OEM_LSTM_ONLY) != 0) return false;
    api_.SetVariable("textord_fast_pitch_test", "1");
    api_.SetPageSegMode(tesseract::PSM_AUTO);
    return true;
  }

  Result<std::vector<LineImage>> Find(const PageImage& shown) override {
    api_.SetImage(shown.pixels.data(), shown.width_px, shown.height_px, 1,
                  shown.width_px);
    api_.SetSourceResolution(static_cast<int>(std::lround(ReadingDpi(shown))));
    if (api_.Recognize(nullptr) != 0) {
      return Fail(ErrorCode::kOcrFailed, "page image", "Tesseract gave up.");
    }
    std::vector<LineImage> lines;
    const std::unique_ptr<tesseract::ResultIterator> at(api_.GetIterator());
    if (!at) return lines;
    do {
      const auto box = RowBox(*at);
      if (!box) continue;
      const std::unique_ptr<char[]> text(
          at->GetUTF8Text(tesseract::RIL_TEXTLINE));
      const BoxPx inside =
          Intersection(*box, {0, 0, shown.width_px, shown.height_px});
      lines.push_back({CutOut(shown, inside), text ? text.get() : ""});
    } while (at->Next(tesseract::RIL_TEXTLINE));
    return lines;
  }

 private:
  static std::optional<BoxPx> RowBox(const tesseract::ResultIterator& at) {
    BoxPx box;
    int left = 0, left_y = 0, right = 0, right_y = 0;
    if (!tesseract::PTIsTextType(at.BlockType()) ||
        !at.BoundingBox(tesseract::RIL_TEXTLINE, &box.left_px, &box.top_px,
                        &box.right_px, &box.bottom_px) ||
        !at.Baseline(tesseract::RIL_TEXTLINE, &left, &left_y, &right,
                     &right_y)) {
      return std::nullopt;
    }
    float height = 0.0F, descenders = 0.0F, ascenders = 0.0F;
    at.RowAttributes(&height, &descenders, &ascenders);
    const double base = (left_y + right_y) / 2.0;
    box.bottom_px = std::max(box.bottom_px,
                             static_cast<int>(std::lround(base - descenders)));
    box.top_px =
        std::min(box.top_px,
                 static_cast<int>(std::lround(base - (height + descenders))));
    return BoxPx{box.left_px - kAroundPx, box.top_px - kAroundPx,
                 box.right_px + kAroundPx, box.bottom_px + kAroundPx};
  }

  tesseract::TessBaseAPI api_;
};

std::vector<std::string> LinesOf(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Little-endian, as Tesseract writes on this machine.
class Bytes {
 public:
  void Put(std::uint32_t value) {
    for (int i = 0; i < 4; ++i) {
      bytes_.push_back(static_cast<char>(value >> (8 * i)));
    }
  }
  void Put(std::string_view text) {
    Put(static_cast<std::uint32_t>(text.size()));
    bytes_.append(text);
  }
  void PutByte(char byte) { bytes_.push_back(byte); }
  const std::string& all() const { return bytes_; }

 private:
  std::string bytes_;
};

std::string Png(const PageImage& image) {
  Pix* pix = pixCreate(image.width_px, image.height_px, 8);
  for (int y = 0; y < image.height_px; ++y) {
    for (int x = 0; x < image.width_px; ++x) {
      pixSetPixel(pix, x, y,
                  image.pixels[static_cast<std::size_t>(y) *
                                   static_cast<std::size_t>(image.width_px) +
                               static_cast<std::size_t>(x)]);
    }
  }
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixWriteMem(&data, &size, pix, IFF_PNG);
  std::string png;
  for (std::size_t i = 0; i < size; ++i) {
    png.push_back(static_cast<char>(data[i]));
  }
  lept_free(data);
  pixDestroy(&pix);
  return png;
}

}  // namespace

Result<std::unique_ptr<LineFinder>> OpenLineFinder() {
  auto finder = std::make_unique<TesseractLines>();
  if (!finder->Open()) {
    return Fail(ErrorCode::kModelMissing, "vie.traineddata",
                "Tesseract does not open it; install tesseract-ocr-vie.");
  }
  return std::unique_ptr<LineFinder>(std::move(finder));
}

std::vector<LineImage> WithTruth(std::vector<LineImage> read,
                                 std::string_view truth) {
  struct Printed {
    std::string text;
    std::u32string letters;
  };
  std::vector<Printed> printed;
  for (std::string& line : LinesOf(truth)) {
    // Between cells of a table: not always a rule that is seen.
    if (line.find('|') != std::string::npos) continue;
    std::u32string letters = Comparable(line);
    printed.push_back({std::move(line), std::move(letters)});
  }
  std::vector<LineImage> told;
  for (LineImage& line : read) {
    const std::u32string letters = Comparable(line.text);
    const Printed* nearest = nullptr;
    double least = kMostWrong;
    for (const Printed& one : printed) {
      const double length = static_cast<double>(one.letters.size());
      if (one.letters.size() < kLeastLetters ||
          std::abs(static_cast<double>(letters.size()) - length) >
              kLengthsApart * length) {
        continue;
      }
      const double wrong =
          static_cast<double>(EditDistance(one.letters, letters)) / length;
      if (wrong >= least) continue;
      least = wrong;
      nearest = &one;
    }
    if (nearest == nullptr) continue;
    told.push_back({std::move(line.image), nearest->text});
  }
  return told;
}

Status WriteLines(const std::vector<LineImage>& lines,
                  const std::filesystem::path& file) {
  Bytes out;
  out.Put(static_cast<std::uint32_t>(lines.size()));
  std::uint32_t number = 0;
  for (const LineImage& line : lines) {
    out.PutByte(1);  // not null
    out.Put(file.stem().string());
    out.Put(number++);
    out.Put(Png(line.image));
    out.Put("vie");
    out.Put(line.text);
    out.Put(0U);     // boxes: the whole image is one line
    out.Put(0U);     // and their texts
    out.PutByte(0);  // not vertical
  }
  std::ofstream to(file, std::ios::binary);
  to << out.all();
  to.close();
  if (to) return Done{};
  return Fail(ErrorCode::kFileUnreadable, file.string(),
              "The lines cannot be written.");
}

}  // namespace donthu::bench
