#include "tests/bench/float_model.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace donthu::bench {
namespace {

template <typename T>
std::string Raw(T value) {
  std::array<char, sizeof(T)> bytes;
  std::memcpy(bytes.data(), &value, sizeof value);
  return {bytes.data(), bytes.size()};
}

std::string Named(std::string_view text) {
  return Raw(static_cast<std::uint32_t>(text.size())) + std::string(text);
}

std::string Header(std::string_view type, std::uint32_t inputs,
                   std::uint32_t outputs, std::uint32_t weights) {
  return std::string(1, '\0') + Named(type) + std::string(2, '\0') +
         Raw(std::uint32_t{128}) + Raw(inputs) + Raw(outputs) + Raw(weights) +
         Named("a layer");
}

// An input and a softmax of two letters over one input and a bias.
std::string Network(std::uint8_t mode) {
  std::string softmax = Header("Softmax", 1, 2, 4) + Raw(mode) +
                        Raw(std::uint32_t{2}) + Raw(std::uint32_t{2}) +
                        Raw(std::int8_t{0});
  constexpr std::array<std::int8_t, 4> kWeights = {10, -20, 30, 40};
  for (const std::int8_t weight : kWeights) softmax += Raw(weight);
  softmax += Raw(std::uint32_t{2}) + Raw(0.5) + Raw(0.25);
  return Header("Series", 1, 2, 4) + Raw(std::uint32_t{2}) +
         Header("Input", 1, 1, 0) + std::string(20, '\0') + softmax +
         Named("[1,36,0,1O1c2]") + Raw(std::int32_t{65}) + "the rest";
}

ModelParts Parts() {
  ModelParts parts;
  parts.network = Network(133);
  parts.unicharset = "2\ny 3 0 Latin\n- 10 0 Common\n";
  parts.recoder = Raw(std::uint32_t{2});
  for (const std::int32_t code : {0, 1}) {
    parts.recoder += Raw(std::int8_t{1}) + Raw(std::uint32_t{1}) + Raw(code);
  }
  return parts;
}

TEST(FloatModelTest, BytesBecomeTheNumbersThatTheyStandFor) {
  const auto widened = Widened(Parts(), {});
  ASSERT_TRUE(widened);
  std::string weights;
  for (const double weight : {5.0, -10.0, 7.5, 10.0}) weights += Raw(weight);
  EXPECT_NE(widened->network.find(weights), std::string::npos);
  EXPECT_EQ(widened->unicharset, Parts().unicharset);
  EXPECT_EQ(widened->recoder, Parts().recoder);
}

TEST(FloatModelTest, TheModelIsNoLongerOfBytes) {
  const auto widened = Widened(Parts(), {});
  ASSERT_TRUE(widened);
  const std::string tail =
      Named("[1,36,0,1O1c2]") + Raw(std::int32_t{64}) + "the rest";
  EXPECT_EQ(widened->network.substr(widened->network.size() - tail.size()),
            tail);
  EXPECT_FALSE(
      Widened({widened->network, Parts().unicharset, Parts().recoder}, {}));
}

TEST(FloatModelTest, ANewLetterBeginsAsTheOneThatItIsLike) {
  const auto widened = Widened(Parts(), {{"ỵ", "y", "3"}});
  ASSERT_TRUE(widened);
  // Seldom: its bias is one less.
  const std::string weights = Raw(7.5) + Raw(10.0) + Raw(5.0) + Raw(-11.0);
  EXPECT_NE(widened->network.find(weights), std::string::npos);
  EXPECT_NE(widened->network.find(Header("Softmax", 1, 3, 6)),
            std::string::npos);
  EXPECT_NE(widened->network.find(Header("Series", 1, 3, 6)),
            std::string::npos);
  EXPECT_NE(widened->unicharset.find("3\ny "), std::string::npos);
  EXPECT_NE(widened->unicharset.find("\nỵ 3 "), std::string::npos);
  EXPECT_EQ(widened->recoder.substr(widened->recoder.size() - 4),
            Raw(std::int32_t{2}));
}

TEST(FloatModelTest, RefusesLettersThatAreKnownOrLikeNone) {
  EXPECT_FALSE(Widened(Parts(), {{"y", "-", "3"}}));
  EXPECT_FALSE(Widened(Parts(), {{"ỵ", "z", "3"}}));
}

TEST(FloatModelTest, RefusesWhatEndsTooEarly) {
  const ModelParts parts = Parts();
  for (std::size_t size = 0; size + 40 < parts.network.size(); size += 7) {
    EXPECT_FALSE(Widened(
        {parts.network.substr(0, size), parts.unicharset, parts.recoder}, {}))
        << size;
  }
}

}  // namespace
}  // namespace donthu::bench
