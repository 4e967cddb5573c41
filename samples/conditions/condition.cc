#include "samples/conditions/condition.h"

namespace donthu::samples {

const Condition* FindCondition(std::string_view name) {
  for (const Condition& condition : kConditions) {
    if (condition.name == name) return &condition;
  }
  return nullptr;
}

}  // namespace donthu::samples
