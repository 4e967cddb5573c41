#include <gtest/gtest.h>

#include <cstdint>

#include "stages/archive/invisible_font.h"
#include "stages/archive/srgb_profile.h"

namespace donthu {
namespace {

std::uint32_t Number(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value = value << 8U | static_cast<unsigned char>(bytes.at(at + i));
  }
  return value;
}

std::uint32_t Sum(const std::string& bytes) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i + 4 <= bytes.size(); i += 4) {
    sum += Number(bytes, i);
  }
  return sum;
}

TEST(InvisibleFontTest, SumsUpAsTheSpecificationSays) {
  const std::string font = InvisibleFont(120);
  EXPECT_EQ(font.size() % 4, 0U);
  EXPECT_EQ(Sum(font), 0xB1B0AFBAU);
}

TEST(InvisibleFontTest, HasEveryTableWhereItSays) {
  const std::string font = InvisibleFont(3);
  ASSERT_EQ(Number(font, 0), 0x00010000U);
  const std::size_t tables = Number(font, 4) >> 16U;
  EXPECT_EQ(tables, 10U);
  for (std::size_t i = 0; i < tables; ++i) {
    const std::size_t at = 12 + 16 * i;
    EXPECT_LE(Number(font, at + 8) + Number(font, at + 12), font.size());
    const std::string tag = font.substr(at, 4);
    const std::uint32_t least = tag == "hmtx" ? 16U : tag == "loca" ? 20U : 1U;
    EXPECT_GE(Number(font, at + 12), least) << tag;
  }
}

TEST(SrgbProfileTest, HasTheHeaderOfADisplayProfile) {
  const std::string profile = SrgbProfile();
  EXPECT_EQ(Number(profile, 0), profile.size());
  EXPECT_EQ(profile.substr(12, 12), "mntrRGB XYZ ");
  EXPECT_EQ(profile.substr(36, 4), "acsp");
  EXPECT_EQ(profile[8], 2);
  EXPECT_EQ(Number(profile, 68), 0x0000F6D6U);  // D50, as ICC.1 writes it
}

TEST(SrgbProfileTest, ItsPrimariesAddUpToWhite) {
  const std::string profile = SrgbProfile();
  double white[3] = {0, 0, 0};
  for (std::size_t i = 0; i < Number(profile, 128); ++i) {
    const std::size_t at = 132 + 12 * i;
    const std::string tag = profile.substr(at, 4);
    ASSERT_LE(Number(profile, at + 4) + Number(profile, at + 8),
              profile.size());
    if (tag != "rXYZ" && tag != "gXYZ" && tag != "bXYZ") continue;
    for (std::size_t axis = 0; axis < 3; ++axis) {
      white[axis] +=
          Number(profile, Number(profile, at + 4) + 8 + 4 * axis) / 65536.0;
    }
  }
  EXPECT_NEAR(white[0], 0.9642, 0.001);
  EXPECT_NEAR(white[1], 1.0, 0.001);
  EXPECT_NEAR(white[2], 0.8249, 0.001);
}

}  // namespace
}  // namespace donthu
