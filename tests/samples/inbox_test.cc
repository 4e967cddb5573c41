#include "samples/inbox.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace donthu::samples {
namespace {

const std::string kSamples = DONTHU_SOURCE_DIR "/samples/";

std::string BytesOf(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class InboxTest : public testing::Test {
 protected:
  void SetUp() override {
    auto read = ReadLetters(kSamples + "letters");
    ASSERT_TRUE(read);
    letters_ = std::move(*read);
    auto orders = InboxOrders(letters_);
    ASSERT_TRUE(orders);
    orders_ = std::move(*orders);
  }

  std::vector<SampleLetter> letters_;
  std::vector<SampleOrder> orders_;
};

TEST_F(InboxTest, HoldsWhatTheMakerDraws) {
  std::string truth;
  for (const SampleOrder& order : orders_) {
    const auto file = DrawFile(order);
    ASSERT_TRUE(file) << order.file;
    EXPECT_TRUE(BytesOf(kSamples + "inbox/" + file->file) == file->bytes)
        << order.file << ": run donthu_samples inbox and commit";
    truth += file->truth + "\n";
  }
  EXPECT_TRUE(BytesOf(kSamples + "truth.jsonl") == truth);
}

TEST_F(InboxTest, HoldsEveryClassAndStaysSmall) {
  std::set<Label> labels;
  std::uintmax_t bytes = 0;
  for (const SampleOrder& order : orders_) {
    labels.insert(order.letter->label);
    bytes += std::filesystem::file_size(kSamples + "inbox/" + order.file);
    EXPECT_EQ(FitOf(*order.condition, *order.letter), Fit::kSuits)
        << order.file;
  }
  EXPECT_EQ(labels.size(), kLabels.size());
  EXPECT_LT(bytes, 12'000'000U);
}

}  // namespace
}  // namespace donthu::samples
