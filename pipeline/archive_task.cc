#include "pipeline/archive_task.h"

#include <sstream>
#include <utility>

#include "models/record_json.h"
#include "models/text_offsets.h"
#include "stages/archive/alto.h"

namespace donthu {
namespace {

// The words of the record, which repair may have given other marks: a mark that
// is put right moves no offset.
Result<Letter> LetterOf(const ArchiveTask& task, StageObserver& observer) {
  std::vector<NumberedPage> pages;
  for (const PageResult& page : task.pages) {
    pages.push_back({page.page.number, page.text});
  }
  observer.Enter(Normalize::kName);
  auto letter = Normalize().Run(pages);
  const auto& text = task.record.text;
  if (letter && text && CodePointCount(*text) == CodePointCount(letter->text)) {
    letter->text = *text;
  }
  return letter;
}

Result<std::vector<ArchivePage>> StoredPages(const Record& record,
                                             const Load& load,
                                             const Document& document) {
  std::vector<ArchivePage> pages;
  for (const RecordPage& page : record.pages) {
    pages.push_back({page, {}});
    if (page.width_px == 0) continue;
    auto stored = load.Stored({document, page.number});
    if (!stored) return Fail(stored.error());
    pages.back().stored = std::move(*stored);
  }
  return pages;
}

Result<std::string> PdfOf(const ArchiveTask& task, const Letter& letter,
                          const Load& load, const Document& document,
                          StageObserver& observer) {
  observer.Enter(Load::kName);
  const auto pages = StoredPages(task.record, load, document);
  if (!pages) return Fail(pages.error());
  const DecodePage decode = [&](int number) {
    return load.Run({document, number});
  };
  const bool is_pdf = document.MediaType() == "application/pdf";
  observer.Enter(Archive::kName);
  return Archive().Run({task.record.record_id, *pages, letter,
                        is_pdf ? document.FileBytes() : std::string_view(),
                        decode, task.choice.pdf});
}

}  // namespace

std::string ArchiveTaskLines(const ArchiveChoice& choice,
                             const std::string& record_json,
                             const std::vector<std::string>& pages_json) {
  std::string lines;
  if (choice.Has(kPdfFormat)) lines += ToString(choice.pdf);
  if (choice.Has(kAltoFormat)) lines += " alto";
  lines += "\n" + record_json + "\n";
  for (const std::string& page : pages_json) lines += page + "\n";
  return lines;
}

Result<ArchiveTask> ArchiveTaskFrom(const std::string& lines) {
  std::istringstream in(lines);
  std::string line;
  std::getline(in, line);
  ArchiveTask task;
  std::istringstream words(line);
  for (std::string word; words >> word;) {
    if (auto added = AddFormat(word, task.choice); !added) {
      return Fail(ErrorCode::kAnswerInvalid, "archive copy", "unknown form");
    }
  }
  std::getline(in, line);
  auto record = RecordFromJson(line);
  if (!record) return Fail(record.error());
  task.record = std::move(*record);
  while (std::getline(in, line)) {
    auto page = PageResultFromJson(line);
    if (!page) return Fail(page.error());
    task.pages.push_back(std::move(*page));
  }
  return task;
}

Result<ArchiveCopies> MakeArchiveCopies(const ArchiveTask& task,
                                        const Load& load,
                                        const Document* document,
                                        StageObserver& observer) {
  const auto letter = LetterOf(task, observer);
  if (!letter) return Fail(letter.error());
  ArchiveCopies copies;
  if (task.choice.Has(kAltoFormat)) {
    copies.alto = ToAlto(task.record, task.record.pages, *letter);
  }
  if (!task.choice.Has(kPdfFormat)) return copies;
  auto pdf = PdfOf(task, *letter, load, *document, observer);
  if (!pdf) return Fail(pdf.error());
  copies.pdf = std::move(*pdf);
  return copies;
}

}  // namespace donthu
