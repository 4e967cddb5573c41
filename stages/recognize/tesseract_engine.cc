#include "stages/recognize/tesseract_engine.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "stages/recognize/model_file.h"
#include "stages/recognize/raw_line_images.h"
#include "stages/recognize/reduce.h"

namespace donthu {
namespace {

using tesseract::PageIterator;
using tesseract::ResultIterator;
using tesseract::TessBaseAPI;

// Tesseract keeps coordinates in 16 bits.
constexpr int kMaxSidePx = 32767;
constexpr std::string_view kSettings =
    "oem=1 psm=3 textord_fast_pitch_test=1 reading_dpi=150/165 scraps=2 "
    "table_rows=1 seal_words=1";

std::string TakeText(char* text) {
  const std::unique_ptr<char[]> owned(text);
  return owned ? std::string(owned.get()) : std::string();
}

int Enlarged(int edge_px, double ratio, int limit_px) {
  return std::min(static_cast<int>(std::lround(edge_px * ratio)), limit_px);
}

// Builds the tree from words in the order of the iterator; an empty line,
// paragraph or block is never begun.
class TextBuilder {
 public:
  // `ratio`: pixels of the page a pixel of the engine's image.
  TextBuilder(PageText& page, double ratio) : page_(page), ratio_(ratio) {}

  void Add(const ResultIterator& at) {
    new_block_ |= at.IsAtBeginningOf(tesseract::RIL_BLOCK);
    new_paragraph_ |= at.IsAtBeginningOf(tesseract::RIL_PARA);
    new_line_ |= at.IsAtBeginningOf(tesseract::RIL_TEXTLINE);
    if (!tesseract::PTIsTextType(at.BlockType())) return;
    Word word = WordAt(at);
    if (word.text.find_first_not_of(" \n\t") == std::string::npos) return;
    Begin(at);
    page_.blocks.back().paragraphs.back().lines.back().words.push_back(
        std::move(word));
  }

 private:
  BoxPx BoxAt(const PageIterator& at,
              tesseract::PageIteratorLevel level) const {
    BoxPx box;
    at.BoundingBox(level, &box.left_px, &box.top_px, &box.right_px,
                   &box.bottom_px);
    return {Enlarged(box.left_px, ratio_, page_.width_px),
            Enlarged(box.top_px, ratio_, page_.height_px),
            Enlarged(box.right_px, ratio_, page_.width_px),
            Enlarged(box.bottom_px, ratio_, page_.height_px)};
  }

  Word WordAt(const ResultIterator& at) const {
    const double percent = at.Confidence(tesseract::RIL_WORD);
    return {TakeText(at.GetUTF8Text(tesseract::RIL_WORD)),
            BoxAt(at, tesseract::RIL_WORD),
            std::clamp(percent / 100.0, 0.0, 1.0)};
  }

  void Begin(const ResultIterator& at) {
    if (new_block_) {
      page_.blocks.push_back({BoxAt(at, tesseract::RIL_BLOCK), {}});
    }
    auto& paragraphs = page_.blocks.back().paragraphs;
    if (new_block_ || new_paragraph_) {
      paragraphs.push_back({BoxAt(at, tesseract::RIL_PARA), {}});
    }
    if (new_block_ || new_paragraph_ || new_line_) {
      paragraphs.back().lines.push_back(
          {BoxAt(at, tesseract::RIL_TEXTLINE), {}});
    }
    new_block_ = new_paragraph_ = new_line_ = false;
  }

  PageText& page_;
  double ratio_;
  bool new_block_ = true;
  bool new_paragraph_ = true;
  bool new_line_ = true;
};

PageText TextOf(TessBaseAPI& api, const PageImage& page, double finer) {
  PageText text{page.width_px, page.height_px, {}};
  const std::unique_ptr<ResultIterator> at(api.GetIterator());
  if (!at) return text;
  TextBuilder builder(text, ReadingReduction(page, finer));
  do {
    if (!at->Empty(tesseract::RIL_WORD)) builder.Add(*at);
  } while (at->Next(tesseract::RIL_WORD));
  return text;
}

bool Readable(const PageImage& page) {
  return page.format == PixelFormat::kGray8 && page.width_px > 0 &&
         page.height_px > 0 && page.width_px <= kMaxSidePx &&
         page.height_px <= kMaxSidePx &&
         page.pixels.size() == static_cast<std::size_t>(page.width_px) *
                                   static_cast<std::size_t>(page.height_px);
}

void SetPage(TessBaseAPI& api, const PageImage& page) {
  api.SetImage(page.pixels.data(), page.width_px, page.height_px, 1,
               page.width_px);
  api.SetSourceResolution(static_cast<int>(std::lround(ReadingDpi(page))));
}

// The engine keeps a copy of what it is shown.
void ShowPage(TessBaseAPI& api, const PageImage& page, const ReadingWay& way) {
  const double ratio = ReadingReduction(page, way.finer);
  if (ratio == 1.0 && way.darker == 1.0) return SetPage(api, page);
  PageImage shown = ratio == 1.0 ? page : Reduced(page, ratio);
  if (way.darker != 1.0) shown = Darkened(std::move(shown), way.darker);
  SetPage(api, shown);
}

Failure GaveUp(std::string detail) {
  return Fail(ErrorCode::kOcrFailed, "page image", std::move(detail));
}

class TesseractEngine : public OcrEngine {
 public:
  Status Open(const TesseractSettings& settings);
  EngineInfo Info() const override { return info_; }
  Result<PageText> Read(const PageImage& page) override {
    return ReadAs({}, page);
  }
  Result<PageText> ReadAs(const ReadingWay& way,
                          const PageImage& page) override;
  bool HasOtherModel() const override { return other_reader_ != nullptr; }
  Result<Orientation> Orient(const PageImage& page) override;

 private:
  Status OpenReader(const std::string& folder, const std::string& language,
                    TessBaseAPI& reader, std::string& sha256);

  TessBaseAPI reader_;
  std::unique_ptr<TessBaseAPI> other_reader_;
  TessBaseAPI orienter_;
  LineImages line_images_ = LineImages::kRaw;
  EngineInfo info_;
};

Status Load(const ModelFile& model, const std::string& language,
            tesseract::OcrEngineMode mode, TessBaseAPI& api) {
  const std::vector<std::string> names = {"debug_file",
                                          "textord_fast_pitch_test"};
  const std::vector<std::string> values = {"/dev/null", "1"};
  // Tesseract reads this one before the others are set.
  api.SetVariable("debug_file", "/dev/null");
  if (api.Init(model.bytes.data(), static_cast<int>(model.bytes.size()),
               language.c_str(), mode, nullptr, 0, &names, &values, false,
               nullptr) != 0) {
    return Fail(ErrorCode::kModelMissing, language + ".traineddata",
                "The model is damaged or of another version; reinstall its "
                "package.");
  }
  return Done{};
}

// A page of nothing: Tesseract opens what it opens late (its message file
// among others) now, and not behind the system-call filter.
PageImage WarmUpPage() {
  PageImage page;
  page.width_px = 400;
  page.height_px = 100;
  page.dpi_x = page.dpi_y = 150.0;
  page.pixels.assign(40000, 255);
  return page;
}

Status TesseractEngine::OpenReader(const std::string& folder,
                                   const std::string& language,
                                   TessBaseAPI& reader, std::string& sha256) {
  auto model = ReadModelFile(folder, language);
  if (!model) return Fail(model.error());
  sha256 = model->sha256;
  const auto loaded = Load(*model, language, tesseract::OEM_LSTM_ONLY, reader);
  if (!loaded) return loaded;
  reader.SetPageSegMode(tesseract::PSM_AUTO);
  // Without an image this does nothing but say so.
  reader.Recognize(nullptr);
  return Done{};
}

Status TesseractEngine::Open(const TesseractSettings& settings) {
  info_ = {TessBaseAPI::Version(), LeptonicaVersion(), "",
           settings.language + " " + std::string(kSettings)};
  line_images_ = settings.line_images;
  const bool two = !settings.reader_folder.empty();
  auto opened =
      OpenReader(two ? settings.reader_folder : settings.tessdata_folder,
                 settings.language, reader_, info_.traineddata_sha256);
  if (!opened) return opened;
  auto read = Read(WarmUpPage());
  if (!read) return Fail(read.error());
  if (two) {
    std::string sha256;
    other_reader_ = std::make_unique<TessBaseAPI>();
    opened = OpenReader(settings.tessdata_folder, settings.language,
                        *other_reader_, sha256);
    if (!opened) return opened;
    info_.settings += " other=" + sha256;
    read = ReadAs({1.0, 1.0, ReadingModel::kOther}, WarmUpPage());
    if (!read) return Fail(read.error());
  }
  auto osd = ReadModelFile(settings.tessdata_folder, "osd");
  if (!osd) return Fail(osd.error());
  opened = Load(*osd, "osd", tesseract::OEM_TESSERACT_ONLY, orienter_);
  if (!opened) return opened;
  auto oriented = Orient(WarmUpPage());
  if (!oriented) return Fail(oriented.error());
  return Done{};
}

Result<PageText> TesseractEngine::ReadAs(const ReadingWay& way,
                                         const PageImage& page) {
  if (!Readable(page)) return GaveUp("The page is not gray or too large.");
  std::optional<RawLineImages> raw_line_images;
  if (line_images_ == LineImages::kRaw) raw_line_images.emplace();
  TessBaseAPI& reader = way.model == ReadingModel::kOther && other_reader_
                            ? *other_reader_
                            : reader_;
  ShowPage(reader, page, way);
  if (reader.Recognize(nullptr) != 0) {
    reader.Clear();
    return GaveUp("Tesseract gave up on the page.");
  }
  PageText text = TextOf(reader, page, way.finer);
  reader.Clear();
  // No page may depend on the pages before it.
  reader.ClearAdaptiveClassifier();
  return text;
}

Result<Orientation> TesseractEngine::Orient(const PageImage& page) {
  if (!Readable(page)) return GaveUp("The page is not gray or too large.");
  ShowPage(orienter_, page, {});
  int turned_deg = 0;
  float confidence = 0.0F;
  const char* script = nullptr;
  float script_confidence = 0.0F;
  const bool known = orienter_.DetectOrientationScript(
      &turned_deg, &confidence, &script, &script_confidence);
  orienter_.Clear();
  if (!known) return Orientation{};
  return Orientation{(360 - turned_deg) % 360,
                     std::max(0.0, static_cast<double>(confidence))};
}

}  // namespace

Result<std::unique_ptr<OcrEngine>> OpenTesseract(
    const TesseractSettings& settings) {
  auto engine = std::make_unique<TesseractEngine>();
  const Status opened = engine->Open(settings);
  if (!opened) return Fail(opened.error());
  return std::unique_ptr<OcrEngine>(std::move(engine));
}

}  // namespace donthu
