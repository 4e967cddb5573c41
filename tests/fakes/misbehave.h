// What can befall a worker while it reads.
#pragma once

#include "tests/fakes/marked_page.h"

namespace donthu {

// Does to this process what `mark` says; returns where that leaves it alive.
void Misbehave(Mark mark);

}  // namespace donthu
