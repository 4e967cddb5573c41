// A file while its pages are read.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "pipeline/store/store.h"
#include "pipeline/unique_fd.h"
#include "pipeline/unread_record.h"

namespace donthu {

struct OpenSource {
  enum class Step {
    kInspect,      // to be inspected
    kWithWorkers,  // workers have it, or pages wait
    kLetters,      // its letters are to be made
  };

  std::size_t index = 0;  // in TakenIn::sources
  StoredSource stored;
  UniqueFd copy;  // none: every page is known, or it could not be copied
  Step step = Step::kInspect;
  int pages_open = 0;        // handed out or waiting
  std::vector<int> waiting;  // page numbers, next one last
  std::map<int, StageFault> page_faults;
  std::optional<StageFault> fault;  // before a worker had it

  // Something that a worker could be given now.
  bool HasWork() const {
    return step != Step::kWithWorkers || !waiting.empty();
  }
};

}  // namespace donthu
