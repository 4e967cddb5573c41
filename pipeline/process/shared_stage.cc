#include "pipeline/process/shared_stage.h"

#include <sys/mman.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "pipeline/files.h"

namespace donthu {
namespace {

constexpr std::array<std::string_view, 16> kStages = {
    "",        "load",       "prepare", "recognize", "estimate", "receive",
    "examine", "find_codes", "split",   "normalize", "extract",  "classify",
    "assess",  "archive",    "repair",  "adopt"};

}  // namespace

Result<SharedStage> SharedStage::Map(int fd) {
  void* byte = ::mmap(nullptr, 1, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (byte == MAP_FAILED) {
    return Fail(ErrorCode::kInternal, "shared memory", std::strerror(errno));
  }
  return SharedStage(byte);
}

SharedStage::SharedStage(SharedStage&& other) noexcept
    : byte_(std::exchange(other.byte_, nullptr)) {}

SharedStage& SharedStage::operator=(SharedStage&& other) noexcept {
  if (this != &other) {
    Unmap();
    byte_ = std::exchange(other.byte_, nullptr);
  }
  return *this;
}

SharedStage::~SharedStage() { Unmap(); }

void SharedStage::Unmap() {
  if (byte_ != nullptr) ::munmap(byte_, 1);
}

void SharedStage::Enter(std::string_view stage) {
  for (std::size_t i = 0; i < kStages.size(); ++i) {
    if (kStages[i] == stage) {
      *static_cast<volatile unsigned char*>(byte_) =
          static_cast<unsigned char>(i);
    }
  }
}

std::string_view SharedStage::Current() const {
  const std::size_t index = *static_cast<volatile unsigned char*>(byte_);
  return index < kStages.size() ? kStages[index] : std::string_view();
}

Result<UniqueFd> MakeSharedStage() {
  return MemoryFileOf(std::string_view("\0", 1));
}

}  // namespace donthu
