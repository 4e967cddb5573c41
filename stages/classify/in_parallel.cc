#include "stages/classify/in_parallel.h"

#include <atomic>
#include <thread>

namespace donthu {

void InParallel(int count, const std::function<void(int)>& work) {
  std::atomic<int> next{0};
  const auto loop = [&] {
    for (int i = next++; i < count; i = next++) work(i);
  };
  std::thread other(loop);
  loop();
  other.join();
}

}  // namespace donthu
