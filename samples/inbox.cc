#include "samples/inbox.h"

#include <algorithm>
#include <array>
#include <string>

namespace donthu::samples {
namespace {

struct InboxFile {
  std::string_view file;
  std::string_view letter;
  std::string_view condition;
  FileFormat format;
};

constexpr std::uint64_t kSeed = 2026;

constexpr std::array<InboxFile, 1> kInbox = {{
    {"scan_0001.pdf", "s01", "clean", FileFormat::kPdfJpeg},
}};

}  // namespace

Result<std::vector<SampleOrder>> InboxOrders(
    const std::vector<SampleLetter>& letters) {
  std::vector<SampleOrder> orders;
  for (const InboxFile& row : kInbox) {
    const auto letter = std::find_if(
        letters.begin(), letters.end(),
        [&](const SampleLetter& one) { return one.id == row.letter; });
    const Condition* condition = FindCondition(row.condition);
    if (letter == letters.end() || condition == nullptr) {
      return Fail(ErrorCode::kInternal, std::string(row.file),
                  "The inbox names a letter or condition that is not there.");
    }
    orders.push_back(
        {&*letter, condition, kSeed, row.format, std::string(row.file)});
  }
  return orders;
}

}  // namespace donthu::samples
