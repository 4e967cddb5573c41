// repair: words whose marks the engine lost, where their neighbours leave no
// doubt.
#pragma once

#include <memory>
#include <string_view>

#include "models/letter.h"
#include "models/result.h"
#include "stages/repair/language_model.h"

namespace donthu {

// Changes tone, hook, horn, bar and circumflex of single words, never a letter:
// every offset stays. A word is changed where
// - it is illegal by its spelling, or no letter of the model's has it, or the
//   engine was not sure of it, or it is far less likely than the other;
// - the model has seen the other with its neighbours; and
// - the other is likelier by kMargin (natural logarithm), the engine's own
//   confidence and the kind of the difference weighed in (noisy channel).
// Names, numbers, what stands in quotation marks, and old against new tone
// placement (toà, tòa) stay as they were read. LetterWord::raw stays, too.
//
// Thread-safe: Run() is const and keeps nothing.
class Repair {
 public:
  static constexpr std::string_view kName = "repair";
  // Part of the cache key: grows when the same letter would come out otherwise.
  static constexpr int kVersion = 1;
  using Input = Letter;
  using Output = Letter;

  // Without a model, letters pass as they are.
  explicit Repair(std::shared_ptr<const LanguageModel> model)
      : model_(std::move(model)) {}
  // Never fails.
  Result<Output> Run(Input letter) const;

 private:
  std::shared_ptr<const LanguageModel> model_;
};

}  // namespace donthu
