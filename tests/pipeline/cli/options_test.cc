#include "pipeline/cli/options.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

TEST(OptionsTest, ADayIsOneOfTheCalendarInOneForm) {
  for (const char* day : {"2026-07-06", "2024-02-29", "2026-12-31"}) {
    EXPECT_TRUE(IsIsoDate(day)) << day;
  }
  for (const char* other :
       {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-7-6", "2026- 7- 6",
        "2026-+7-06", "20260706", "2026-07-06T", "２026-07-06"}) {
    EXPECT_FALSE(IsIsoDate(other)) << other;
  }
}

TEST(OptionsTest, TodayIsADay) { EXPECT_TRUE(IsIsoDate(TodayInVietnam())); }

TEST(OptionsTest, AFileThatIsNotThereIsAnInvalidConfiguration) {
  const auto loaded = LoadConfig("/no/such/file.toml");
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::kConfigInvalid);
}

}  // namespace
}  // namespace donthu
