// One stage run by its name.
#pragma once

#include <string_view>
#include <utility>

namespace donthu {

// Told of each stage before it runs, so that a death in it has a name.
class StageObserver {
 public:
  virtual ~StageObserver() = default;
  // `stage` is a kName: it lives as long as the program.
  virtual void Enter(std::string_view stage) = 0;
};

class NoObserver final : public StageObserver {
 public:
  void Enter(std::string_view /*stage*/) override {}
};

template <typename Stage, typename Input>
auto RunStage(const Stage& stage, Input&& input, StageObserver& observer) {
  observer.Enter(Stage::kName);
  return stage.Run(std::forward<Input>(input));
}

}  // namespace donthu
