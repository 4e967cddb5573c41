// One page of a file on its way to a reading, for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/page_way.h"
#include "tests/stages/load/made_files.h"

namespace donthu {

// Remembers the stages that were entered, in their order.
class RecordedStages final : public StageObserver {
 public:
  void Enter(std::string_view stage) override { entered.emplace_back(stage); }
  std::vector<std::string> entered;
};

// `bytes`: a file of any format; fails as load and ReadPage do.
inline Result<PageReading> ReadScan(const std::string& bytes, OcrEngine& engine,
                                    RecordedStages& stages, int number = 1) {
  const auto document = Opened(bytes);
  if (!document) return Fail(document.error());
  const auto scan = LoadPage(Load(LoadLimits()), **document, number, stages);
  if (!scan) return Fail(scan.error());
  return ReadPage(*scan, number, engine, stages);
}

}  // namespace donthu
