#include "pipeline/letter_way.h"

#include <algorithm>
#include <span>
#include <utility>

#include "models/sha256.h"
#include "models/vietnamese.h"
#include "pipeline/review_reasons.h"
#include "pipeline/text_forms.h"
#include "stages/examine/letter_roles.h"
#include "stages/examine/own_pages.h"
#include "stages/split/split.h"

namespace donthu {
namespace {

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

// Whether `text` may be what repair made of `read`: it changes marks alone.
bool IsRepaired(std::string_view text, std::string_view read) {
  return text == read || BareText(text) == BareText(read);
}

// The record whose text and fields stand; nullptr: they are to be found.
const Record* FormerOf(const Letter& read, const std::vector<Record>& former) {
  const auto same_page = [](const LetterPage& page, int number) {
    return page.number == number;
  };
  for (const Record& record : former) {
    const std::vector<int>& numbers = record.source.page_numbers;
    if (record.text && record.fields && record.classification &&
        IsRepaired(*record.text, read.text) &&
        std::equal(read.pages.begin(), read.pages.end(), numbers.begin(),
                   numbers.end(), same_page)) {
      return &record;
    }
  }
  return nullptr;
}

Result<Record> ReadLetter(const Record& facts,
                          const std::vector<PageResult>& pages,
                          const std::vector<Record>& former, const PageRun& run,
                          const LetterStages& stages, StageObserver& observer) {
  auto read = RunStage(Normalize(), PagesOf(pages, run), observer);
  if (!read) return Fail(read.error());
  const Record* stands = FormerOf(*read, former);
  if (stands != nullptr) read->text = *stands->text;
  auto letter = stands != nullptr
                    ? std::move(read)
                    : RunStage(stages.repair, *std::move(read), observer);
  if (!letter) return Fail(letter.error());
  const auto roles = LetterRoles(std::span(pages).subspan(
      static_cast<std::size_t>(run.first_index), letter->pages.size()));
  const Letter own = OwnPages(*letter, roles);
  auto fields = stands != nullptr ? Result<Fields>(*stands->fields)
                                  : RunStage(stages.extract, own, observer);
  if (!fields) return Fail(fields.error());
  auto classified =
      RunStage(stages.classify, Classify::Input{own, *fields}, observer);
  if (!classified) return Fail(classified.error());
  ApplyThreshold(stages.thresholds, *classified);
  if (!MayAccuse(*classified)) {
    fields->respondents.clear();
  } else if (stands != nullptr && !MayAccuse(*stands->classification)) {
    fields = RunStage(stages.extract, own, observer);
    if (!fields) return Fail(fields.error());
  }
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

Result<std::vector<Record>> ReadLetters(const Record& facts,
                                        const std::vector<PageResult>& pages,
                                        const std::vector<Record>& former,
                                        const LetterStages& stages,
                                        StageObserver& observer) {
  const auto runs = RunStage(Split(stages.split), pages, observer);
  if (!runs) return Fail(runs.error());
  std::vector<Record> records;
  for (const PageRun& run : *runs) {
    auto record = ReadLetter(facts, pages, former, run, stages, observer);
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
