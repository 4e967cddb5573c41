#include "stages/split/split.h"

namespace donthu {

Result<Split::Output> Split::Run(Input pages) const {
  Output runs;
  if (!pages.empty()) runs.push_back({0, static_cast<int>(pages.size())});
  return runs;
}

}  // namespace donthu
