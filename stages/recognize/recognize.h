// recognize: pixels of a clean page to words with boxes.
#pragma once

#include <string>
#include <string_view>

#include "models/clean_page.h"
#include "models/page_text.h"
#include "models/result.h"

namespace donthu {

// What is known of an engine; goes into every record.
struct EngineInfo {
  std::string tesseract;  // version of the engine
  std::string leptonica;  // version of its imaging library
  // 64 hex digits of the vie.traineddata that reads first
  std::string traineddata_sha256;
  std::string settings;  // part of the cache key: what was set
};

// How the lines of a page run, as far as orientation detection can tell.
struct Orientation {
  int rotation_deg = 0;     // turn the page clockwise by this to read it
  double confidence = 0.0;  // 0: unknown; from 1 on worth a try
};

// Which model of an engine that may have two.
enum class ReadingModel { kFirst, kOther };

// How the engine is to read a page.
struct ReadingWay {
  // Times the resolution at which it would read, above 0. No page is enlarged.
  double finer = 1.0;
  // Shares of white to this power, from 1 on: strokes that are grayer than
  // others come near them, as those of a worn ribbon.
  double darker = 1.0;
  ReadingModel model = ReadingModel::kFirst;

  friend bool operator==(const ReadingWay&, const ReadingWay&) = default;
};

// The seam to the OCR engine. One object a thread: Read() keeps state.
class OcrEngine {
 public:
  virtual ~OcrEngine() = default;
  virtual EngineInfo Info() const = 0;
  // Words in reading order. A blank page has no words; that is no error.
  // Fails with kOcrFailed.
  virtual Result<PageText> Read(const PageImage& page) = 0;
  // Whether ReadingModel::kOther is another than kFirst.
  virtual bool HasOtherModel() const { return false; }
  // The same in another way than its own. Fails with kOcrFailed.
  virtual Result<PageText> ReadAs(const ReadingWay& way,
                                  const PageImage& page) = 0;
  // As costly as Read(): asked only where a reading is poor.
  virtual Result<Orientation> Orient(const PageImage& page) = 0;
};

// Boxes are on the page as it lies, be it read with its lines straightened.
class Recognize {
 public:
  static constexpr std::string_view kName = "recognize";
  // Part of the cache key: grows when what the engine reads would come out
  // otherwise.
  static constexpr int kVersion = 1;
  using Input = const CleanPage&;
  using Output = PageText;

  // `engine` outlives this.
  explicit Recognize(OcrEngine& engine, ReadingWay way = {})
      : engine_(engine), way_(way) {}
  Result<Output> Run(Input page) const;

 private:
  OcrEngine& engine_;
  ReadingWay way_;
};

}  // namespace donthu
