// Training and evaluation on two processors.
#pragma once

#include <functional>

namespace donthu {

// Calls `work(i)` for each i below `count`, on two threads; returns once all
// are done. The calls come in no order and must not fail.
void InParallel(int count, const std::function<void(int)>& work);

}  // namespace donthu
