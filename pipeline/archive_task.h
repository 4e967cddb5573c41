// What a worker is handed to make a letter's archive copies, and what it
// makes of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/page_json.h"
#include "models/record.h"
#include "models/result.h"
#include "pipeline/config.h"
#include "pipeline/letter_way.h"
#include "stages/load/load.h"

namespace donthu {

struct ArchiveTask {
  ArchiveChoice choice;
  Record record;
  std::vector<PageResult> pages;  // of the letter, as they were read
};

// One line each: the choice, the record, the pages.
std::string ArchiveTaskLines(const ArchiveChoice& choice,
                             const std::string& record_json,
                             const std::vector<std::string>& pages_json);
// Fails with kAnswerInvalid where the lines are none of ours.
Result<ArchiveTask> ArchiveTaskFrom(const std::string& lines);

struct ArchiveCopies {
  std::string pdf;  // empty where it was not chosen
  std::string alto;
};

// `document` is the letter's scan; only a PDF needs it, and may be nullptr
// otherwise. Fails as normalize, load and archive do.
Result<ArchiveCopies> MakeArchiveCopies(const ArchiveTask& task,
                                        const Load& load,
                                        const Document* document,
                                        StageObserver& observer);

}  // namespace donthu
