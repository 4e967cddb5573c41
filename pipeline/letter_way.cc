#include "pipeline/letter_way.h"

#include <algorithm>
#include <span>
#include <sstream>
#include <utility>

#include "models/separator.h"
#include "pipeline/review_reasons.h"
#include "pipeline/sha256.h"
#include "pipeline/stamps.h"
#include "pipeline/text_forms.h"
#include "stages/examine/examine.h"
#include "stages/examine/letter_roles.h"
#include "stages/examine/own_pages.h"
#include "stages/find_codes/find_codes.h"
#include "stages/prepare/prepare.h"
#include "stages/split/split.h"

namespace donthu {
namespace {

// A page read less surely than this may lie on its side or head.
constexpr double kPoorConfidence = 0.6;
// Fewer words than this tell nothing of a page's orientation.
constexpr double kSureOrientation = 1.0;

// From so many words less sure than this on, a page is prepared once more.
constexpr double kUnsureConfidence = 0.6;
constexpr int kUnsureWords = 2;

struct Attempt {
  CleanPage clean;
  PageText text;
};

template <typename Stage, typename Input>
auto RunStage(const Stage& stage, Input&& input, StageObserver& observer) {
  observer.Enter(Stage::kName);
  return stage.Run(std::forward<Input>(input));
}

Result<Attempt> Read(CleanPage clean, OcrEngine& engine,
                     StageObserver& observer) {
  auto text = RunStage(Recognize(engine), clean, observer);
  if (!text) return Fail(text.error());
  return Attempt{std::move(clean), std::move(*text)};
}

Result<Attempt> Read(const PageImage& scan, int rotation_deg, OcrEngine& engine,
                     StageObserver& observer) {
  auto clean =
      RunStage(Prepare(), Prepare::Input{scan, rotation_deg}, observer);
  if (!clean) return Fail(clean.error());
  return Read(std::move(*clean), engine, observer);
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

template <typename Visit>
void EachWord(const PageText& page, Visit visit) {
  for (const Block& block : page.blocks) {
    for (const Paragraph& paragraph : block.paragraphs) {
      for (const TextLine& line : paragraph.lines) {
        for (const Word& word : line.words) visit(word);
      }
    }
  }
}

int UnsureWords(const PageText& page) {
  int count = 0;
  EachWord(page, [&](const Word& word) {
    if (word.confidence < kUnsureConfidence) ++count;
  });
  return count;
}

// What was read for sure less what was not, in bytes.
double Worth(const PageText& page) {
  double worth = 0.0;
  EachWord(page, [&](const Word& word) {
    worth += (word.confidence - 0.5) * static_cast<double>(word.text.size());
  });
  return worth;
}

// Another preparation where seals may have been read as words; the reading
// that is worth more is kept.
Result<Attempt> ReadBest(const PageImage& scan, OcrEngine& engine,
                         StageObserver& observer) {
  auto plain = ReadUpright(scan, engine, observer);
  if (!plain || !GainsByEffort(scan) ||
      UnsureWords(plain->text) < kUnsureWords) {
    return plain;
  }
  auto clean = RunStage(
      Prepare(),
      Prepare::Input{scan, plain->clean.rotation_deg, Effort::kThorough},
      observer);
  if (!clean) return Fail(clean.error());
  if (clean->marks.size() == plain->clean.marks.size()) return plain;
  auto thorough = Read(std::move(*clean), engine, observer);
  const bool better = thorough && Worth(thorough->text) > Worth(plain->text);
  return better ? std::move(thorough) : std::move(plain);
}

PageReading ToReading(int number, const PageImage& scan, Attempt attempt,
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
  for (const InkLayer& layer : attempt.clean.marks) {
    page.stamps.push_back(layer.mark);
  }
  reading.result.text = std::move(examined.text);
  reading.image = std::move(attempt.clean.image);
  return reading;
}

// The stamp counts; where the office gave another day, a person decides. A day
// after `as_of` was misread. Returns whether they differ.
bool TakeReceived(const std::vector<PageResult>& pages, const PageRun& run,
                  const std::string& as_of, Received& received) {
  for (int i = run.first_index; i < run.last_index; ++i) {
    const auto& stamped = pages[static_cast<std::size_t>(i)].received;
    if (!stamped) continue;
    if (!received.number) received.number = stamped->number;
    if (!stamped->date || *stamped->date > as_of) continue;
    const bool differs = received.date && *received.date != *stamped->date;
    received.date = stamped->date;
    received.source = stamped->source;
    return differs;
  }
  return false;
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
                                    const std::vector<PageStatus>& roles,
                                    const std::string& record_id) {
  std::vector<RecordPage> listed;
  for (int i = run.first_index; i < run.last_index; ++i) {
    RecordPage page = pages[static_cast<std::size_t>(i)].page;
    const auto& span =
        letter.pages[static_cast<std::size_t>(i - run.first_index)].span;
    page.text_start = span.start;
    page.text_end = span.end;
    page.status = roles[static_cast<std::size_t>(i - run.first_index)];
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
  const auto roles = LetterRoles(std::span(pages).subspan(
      static_cast<std::size_t>(run.first_index), letter->pages.size()));
  const Letter own = OwnPages(*letter, roles);
  auto fields = RunStage(stages.extract, own, observer);
  if (!fields) return Fail(fields.error());
  auto classified =
      RunStage(stages.classify, Classify::Input{own, *fields}, observer);
  if (!classified) return Fail(classified.error());
  ApplyThreshold(stages.thresholds, *classified);
  Record record = facts;
  const bool conflict =
      TakeReceived(pages, run, record.provenance.as_of, record.received);
  auto assessed = RunStage(
      stages.assess,
      Assess::Input{own, *fields, *classified, record.received.date}, observer);
  if (!assessed) return Fail(assessed.error());

  record.error.reset();
  for (const LetterPage& page : letter->pages) {
    record.source.page_numbers.push_back(page.number);
  }
  record.record_id = RecordId(record.source.sha256, record.source.page_numbers);
  record.pages = RecordPages(pages, run, *letter, roles, record.record_id);
  record.text = std::move(letter->text);
  record.fields = std::move(*fields);
  record.classification = std::move(*classified);
  record.assessment = std::move(*assessed);
  record.review_reasons = ReviewReasons(record, run, stages.thresholds);
  if (conflict) record.review_reasons.emplace_back("receipt_conflict");
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
  auto attempt = ReadBest(scan, engine, observer);
  if (!attempt) return Fail(attempt.error());
  auto received = ReadStamps(attempt->clean.marks, engine, observer);
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
