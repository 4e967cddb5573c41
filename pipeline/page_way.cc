#include "pipeline/page_way.h"

#include <sstream>
#include <utility>

#include "models/separator.h"
#include "models/sha256.h"
#include "pipeline/page_attempt.h"
#include "pipeline/stamps.h"
#include "stages/adopt/adopt.h"
#include "stages/examine/examine.h"
#include "stages/find_codes/find_codes.h"

namespace donthu {
namespace {

PageReading ToReading(int number, const PageImage& scan, PageAttempt attempt,
                      Examination examined) {
  PageReading reading;
  RecordPage& page = reading.result.page;
  page.number = number;
  page.status = examined.status;
  page.blank_score = examined.blank_score;
  page.handwriting_score = examined.handwriting_score;
  page.width_px = attempt.clean.image.width_px;
  page.height_px = attempt.clean.image.height_px;
  page.dpi_x = scan.dpi_x;
  page.dpi_y = scan.dpi_y;
  page.rotation_deg = attempt.clean.rotation_deg;
  page.skew_deg = attempt.clean.skew_deg;
  page.to_source = attempt.clean.to_source;
  page.mean_confidence = MeanConfidence(attempt.text);
  // Nothing is there to be read wrongly.
  if (page.status != PageStatus::kBlank) {
    page.predicted_cer = attempt.predicted_cer;
  }
  for (const InkLayer& layer : attempt.clean.marks) {
    page.stamps.push_back(layer.mark);
  }
  reading.result.text = std::move(examined.text);
  reading.image = std::move(attempt.clean.image);
  reading.readings = attempt.readings;
  return reading;
}

// What the file names by itself is read without errors.
Status AdoptOwnWords(const PageImage& scan, PageAttempt& attempt,
                     StageObserver& observer) {
  if (scan.words.empty()) return Done{};
  auto own = RunStage(Adopt(),
                      Adopt::Input{std::move(attempt.text), scan.words,
                                   attempt.clean.to_source},
                      observer);
  if (!own) return Fail(own.error());
  attempt.text = std::move(own->text);
  attempt.predicted_cer *= 1.0 - own->share;
  return Done{};
}

void PutCodes(std::vector<BarcodeMark> codes, PageResult& result) {
  if (IsSeparatorSheet(codes, result.text)) {
    result.page.status = PageStatus::kSeparator;
  }
  result.page.barcodes = std::move(codes);
}

}  // namespace

Result<PageImage> LoadPage(const Load& load, const Document& document,
                           int number, StageObserver& observer) {
  return RunStage(load, Load::Input{document, number}, observer);
}

std::string ContentSha256(const PageImage& scan) {
  std::ostringstream head;
  head << scan.width_px << ' ' << scan.height_px << ' ' << scan.dpi_x << ' '
       << scan.dpi_y << ' ' << scan.bilevel << '\n';
  Sha256 hash;
  hash.Add(head.str());
  for (const NamedWord& word : scan.words) {
    hash.Add(word.text + ' ' + std::to_string(word.box.left_px) + ' ' +
             std::to_string(word.box.top_px) + '\n');
  }
  hash.Add(
      {reinterpret_cast<const char*>(scan.pixels.data()), scan.pixels.size()});
  return hash.Hex();
}

Result<PageReading> ReadPage(const PageImage& scan, int number,
                             OcrEngine& engine, StageObserver& observer) {
  auto attempt = ReadBest(scan, engine, observer);
  if (!attempt) return Fail(attempt.error());
  if (auto taken = AdoptOwnWords(scan, *attempt, observer); !taken) {
    return Fail(taken.error());
  }
  auto received =
      ReadStamps(attempt->clean.marks, attempt->text, engine, observer);
  if (!received) return Fail(received.error());
  auto examined = RunStage(
      Examine(), Examine::Input{attempt->clean, attempt->text}, observer);
  if (!examined) return Fail(examined.error());
  auto codes = RunStage(FindCodes(), attempt->clean.image, observer);
  if (!codes) return Fail(codes.error());
  PageReading reading =
      ToReading(number, scan, std::move(*attempt), std::move(*examined));
  reading.result.received = std::move(*received);
  PutCodes(std::move(*codes), reading.result);
  return reading;
}

}  // namespace donthu
