// One byte of memory that worker and supervisor share: the stage that runs.
#pragma once

#include <string_view>

#include "models/result.h"
#include "pipeline/run_stage.h"
#include "pipeline/unique_fd.h"

namespace donthu {

class SharedStage final : public StageObserver {
 public:
  // Maps `fd`, a memory file of at least one byte; the caller keeps it.
  static Result<SharedStage> Map(int fd);
  SharedStage(SharedStage&& other) noexcept;
  SharedStage& operator=(SharedStage&& other) noexcept;
  SharedStage(const SharedStage&) = delete;
  SharedStage& operator=(const SharedStage&) = delete;
  ~SharedStage() override;

  void Enter(std::string_view stage) override;
  // Empty before the first stage, and for a byte that means none.
  std::string_view Current() const;

 private:
  explicit SharedStage(void* byte) : byte_(byte) {}
  void Unmap();

  void* byte_ = nullptr;
};

// A memory file that Map() takes. Fails with kInternal.
Result<UniqueFd> MakeSharedStage();

}  // namespace donthu
