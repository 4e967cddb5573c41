// What an attack would try from inside a worker.
#pragma once

#include <optional>
#include <string>

#include "tests/fakes/marked_page.h"

namespace donthu {

// Tries what `mark` says: "got through", or "refused: " and the system's
// reason. Empty where `mark` is no attempt. Harmless where it gets through.
std::optional<std::string> Probe(Mark mark);

}  // namespace donthu
