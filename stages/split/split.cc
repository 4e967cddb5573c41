#include "stages/split/split.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "stages/split/boundary.h"
#include "stages/split/page_cues.h"

namespace donthu {
namespace {

// A page with its place among those given, and whether a letter begins.
struct Sheet {
  int index = 0;        // of the page
  int first_index = 0;  // of the separators and blanks before it
  bool parted = false;  // by a separator, or a blank sheet if asked
  double begins = 0.0;
  bool new_paper = false;
};

bool IsBesideText(const PageResult& page) {
  return page.page.status == PageStatus::kSeparator ||
         page.page.status == PageStatus::kBlank;
}

bool Parts(const PageResult& page, const SplitOptions& options) {
  if (page.page.status == PageStatus::kSeparator) return true;
  return page.page.status == PageStatus::kBlank &&
         options.blank_sheets == BlankSheets::kPart;
}

double Rounded(double value) { return std::round(value * 1e4) / 1e4; }

// Pages that carry a letter, in order.
std::vector<Sheet> SheetsOf(const std::vector<PageResult>& pages,
                            const SplitOptions& options) {
  std::vector<Sheet> sheets;
  Sheet next;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    next.parted = next.parted || Parts(pages[i], options);
    if (IsBesideText(pages[i])) continue;
    next.index = static_cast<int>(i);
    sheets.push_back(next);
    next = Sheet{0, static_cast<int>(i) + 1, false, 0.0, false};
  }
  return sheets;
}

bool HasParted(const std::vector<Sheet>& sheets) {
  return std::any_of(sheets.begin(), sheets.end(),
                     [](const Sheet& sheet) { return sheet.parted; });
}

// What is doubtful there, where letters are parted by sheets.
bool IsDoubtful(double begins) {
  return begins > Split::kDoubtFrom && begins < Split::kDoubtTo;
}

class Parting {
 public:
  Parting(const std::vector<PageResult>& pages, const SplitOptions& options)
      : pages_(pages),
        options_(options),
        sheets_(SheetsOf(pages, options)),
        by_sheets_(HasParted(sheets_)) {}

  std::vector<PageRun> Run() {
    for (std::size_t i = 0; i < sheets_.size(); ++i) Take(i);
    if (runs_.empty()) Begin({0, 0, false, 1.0, true});
    Close(static_cast<int>(pages_.size()));
    return runs_;
  }

 private:
  void Take(std::size_t i) {
    Sheet sheet = sheets_[i];
    const PageCues cues = WeighsContent() ? CuesOf(PageOf(sheet)) : PageCues();
    if (i == 0 || IsCut(sheet)) {
      sheet.begins = 1.0;
    } else if (WeighsContent()) {
      const Beginning beginning = BeginningOf(before_, cues, so_far_);
      sheet.begins = Rounded(beginning.letter);
      sheet.new_paper = beginning.paper >= 0.5;
    }
    const bool begins =
        sheet.begins >= 0.5 && (i == 0 || IsCut(sheet) || !by_sheets_);
    const bool doubtful = IsDoubtful(sheet.begins) ||
                          (!begins && sheet.begins >= Split::kDoubtTo);
    if (doubtful && !runs_.empty()) runs_.back().doubtful = true;
    if (begins) {
      Begin(sheet);
      so_far_ = LetterSoFar();
      runs_.back().doubtful = doubtful;
    }
    so_far_.Add(cues, begins || sheet.new_paper);
    before_ = cues;
  }

  bool WeighsContent() const { return options_.mode == SplitMode::kAuto; }
  bool IsCut(const Sheet& sheet) const {
    return sheet.parted && options_.mode != SplitMode::kFile;
  }
  const PageResult& PageOf(const Sheet& sheet) const {
    return pages_[static_cast<std::size_t>(sheet.index)];
  }

  void Begin(const Sheet& sheet) {
    Close(sheet.first_index);
    runs_.push_back({sheet.first_index, 0, sheet.begins, false});
  }
  void Close(int end) {
    if (!runs_.empty()) runs_.back().last_index = end;
  }

  const std::vector<PageResult>& pages_;
  const SplitOptions& options_;
  const std::vector<Sheet> sheets_;
  const bool by_sheets_;
  std::vector<PageRun> runs_;
  PageCues before_;
  LetterSoFar so_far_;
};

}  // namespace

Result<Split::Output> Split::Run(Input pages) const {
  if (pages.empty()) return Output();
  return Parting(pages, options_).Run();
}

}  // namespace donthu
