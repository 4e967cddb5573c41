#include "pipeline/letter_way.h"

#include <sstream>
#include <utility>

#include "models/separator.h"
#include "pipeline/review_reasons.h"
#include "pipeline/sha256.h"
#include "pipeline/text_forms.h"
#include "stages/find_codes/find_codes.h"
#include "stages/prepare/prepare.h"
#include "stages/split/split.h"

namespace donthu {
namespace {

// A page read less surely than this may lie on its side or head.
constexpr double kPoorConfidence = 0.6;
// Fewer words than this tell nothing of a page's orientation.
constexpr double kSureOrientation = 1.0;

struct Attempt {
  CleanPage clean;
  PageText text;
};

template <typename Stage, typename Input>
auto RunStage(const Stage& stage, Input&& input, StageObserver& observer) {
  observer.Enter(Stage::kName);
  return stage.Run(std::forward<Input>(input));
}

Result<Attempt> Read(const PageImage& scan, int rotation_deg, OcrEngine& engine,
                     StageObserver& observer) {
  auto clean =
      RunStage(Prepare(), Prepare::Input{scan, rotation_deg}, observer);
  if (!clean) return Fail(clean.error());
  auto text = RunStage(Recognize(engine), *clean, observer);
  if (!text) return Fail(text.error());
  return Attempt{std::move(*clean), std::move(*text)};
}

// Recognize first; ask for the orientation only where the result is poor.
Result<Attempt> ReadUpright(const PageImage& scan, OcrEngine& engine,
                            StageObserver& observer) {
  auto plain = Read(scan, 0, engine, observer);
  if (!plain || MeanConfidence(plain->text) >= kPoorConfidence) return plain;
  const auto orientation = engine.Orient(plain->clean.image);
  if (!orientation || orientation->rotation_deg == 0 ||
      orientation->confidence < kSureOrientation) {
    return plain;
  }
  auto turned = Read(scan, orientation->rotation_deg, engine, observer);
  const bool better =
      turned && MeanConfidence(turned->text) > MeanConfidence(plain->text);
  return better ? std::move(turned) : std::move(plain);
}

PageReading ToReading(int number, const PageImage& scan, Attempt attempt) {
  PageReading reading;
  RecordPage& page = reading.result.page;
  page.number = number;
  page.status =
      attempt.text.blocks.empty() ? PageStatus::kUnreadable : PageStatus::kOk;
  page.width_px = attempt.clean.image.width_px;
  page.height_px = attempt.clean.image.height_px;
  page.dpi_x = scan.dpi_x;
  page.dpi_y = scan.dpi_y;
  page.rotation_deg = attempt.clean.rotation_deg;
  page.skew_deg = attempt.clean.skew_deg;
  page.to_source = attempt.clean.to_source;
  page.mean_confidence = MeanConfidence(attempt.text);
  reading.result.text = std::move(attempt.text);
  reading.image = std::move(attempt.clean.image);
  return reading;
}

void PutCodes(std::vector<BarcodeMark> codes, PageResult& result) {
  if (IsSeparatorSheet(codes, result.text)) {
    result.page.status = PageStatus::kSeparator;
  }
  result.page.barcodes = std::move(codes);
}

std::string ImagePath(const std::string& record_id, int number) {
  return "letters/" + record_id + "/page-" + FourDigits(number) + ".png";
}

// The pages of one letter as its record lists them.
std::vector<RecordPage> RecordPages(const std::vector<PageResult>& pages,
                                    const PageRun& run, const Letter& letter,
                                    const std::string& record_id) {
  std::vector<RecordPage> listed;
  for (int i = run.first_index; i < run.last_index; ++i) {
    RecordPage page = pages[static_cast<std::size_t>(i)].page;
    const auto& span =
        letter.pages[static_cast<std::size_t>(i - run.first_index)].span;
    page.text_start = span.start;
    page.text_end = span.end;
    if (page.width_px > 0) page.image = ImagePath(record_id, page.number);
    listed.push_back(std::move(page));
  }
  return listed;
}

std::vector<NumberedPage> PagesOf(const std::vector<PageResult>& pages,
                                  const PageRun& run) {
  std::vector<NumberedPage> numbered;
  for (int i = run.first_index; i < run.last_index; ++i) {
    const PageResult& page = pages[static_cast<std::size_t>(i)];
    numbered.push_back({page.page.number, page.text});
    // What is printed on a separator is no part of the letter.
    if (page.page.status == PageStatus::kSeparator) {
      numbered.back().text.blocks.clear();
    }
  }
  return numbered;
}

Result<Record> ReadLetter(const Record& facts,
                          const std::vector<PageResult>& pages,
                          const PageRun& run, const LetterStages& stages,
                          StageObserver& observer) {
  auto letter = RunStage(Normalize(), PagesOf(pages, run), observer);
  if (!letter) return Fail(letter.error());
  auto fields = RunStage(stages.extract, *letter, observer);
  if (!fields) return Fail(fields.error());
  auto classified =
      RunStage(stages.classify, Classify::Input{*letter, *fields}, observer);
  if (!classified) return Fail(classified.error());
  ApplyThreshold(stages.thresholds, *classified);
  auto assessed = RunStage(
      stages.assess,
      Assess::Input{*letter, *fields, *classified, facts.received.date},
      observer);
  if (!assessed) return Fail(assessed.error());

  Record record = facts;
  record.error.reset();
  for (const LetterPage& page : letter->pages) {
    record.source.page_numbers.push_back(page.number);
  }
  record.record_id = RecordId(record.source.sha256, record.source.page_numbers);
  record.pages = RecordPages(pages, run, *letter, record.record_id);
  record.text = std::move(letter->text);
  record.fields = std::move(*fields);
  record.classification = std::move(*classified);
  record.assessment = std::move(*assessed);
  record.review_reasons = ReviewReasons(record, run, stages.thresholds);
  record.status = record.review_reasons.empty() ? RecordStatus::kComplete
                                                : RecordStatus::kNeedsReview;
  return record;
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
  hash.Add(
      {reinterpret_cast<const char*>(scan.pixels.data()), scan.pixels.size()});
  return hash.Hex();
}

Result<PageReading> ReadPage(const PageImage& scan, int number,
                             OcrEngine& engine, StageObserver& observer) {
  auto attempt = ReadUpright(scan, engine, observer);
  if (!attempt) return Fail(attempt.error());
  auto codes = RunStage(FindCodes(), attempt->clean.image, observer);
  if (!codes) return Fail(codes.error());
  PageReading reading = ToReading(number, scan, std::move(*attempt));
  PutCodes(std::move(*codes), reading.result);
  return reading;
}

Result<std::vector<Record>> ReadLetters(const Record& facts,
                                        const std::vector<PageResult>& pages,
                                        const LetterStages& stages,
                                        StageObserver& observer) {
  const auto runs = RunStage(Split(stages.split), pages, observer);
  if (!runs) return Fail(runs.error());
  std::vector<Record> records;
  for (const PageRun& run : *runs) {
    auto record = ReadLetter(facts, pages, run, stages, observer);
    if (!record) return Fail(record.error());
    records.push_back(std::move(*record));
  }
  return records;
}

std::string RecordId(std::string_view source_sha256,
                     const std::vector<int>& page_numbers) {
  const int first = page_numbers.empty() ? 0 : page_numbers.front();
  const int last = page_numbers.empty() ? 0 : page_numbers.back();
  return Sha256Hex(std::string(source_sha256) + ":" + std::to_string(first) +
                   "-" + std::to_string(last))
      .substr(0, 32);
}

}  // namespace donthu
