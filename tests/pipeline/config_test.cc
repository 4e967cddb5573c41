#include "pipeline/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace donthu {
namespace {

using ::testing::HasSubstr;

// "ok", or the key that is refused.
std::string Refused(std::string_view toml) {
  const auto config = ConfigFromToml(toml);
  if (config) return "ok";
  EXPECT_EQ(config.error().code, ErrorCode::kConfigInvalid);
  return config.error().subject;
}

Config OddConfig() {
  Config config;
  config.office.name = "UBND \"phường\" Mẫu\\\n'x'";
  config.office.aliases = {"", "Ủy ban, phường Mẫu", "a]"};
  config.office.level = OfficeLevel::kTinh;
  config.limits.page_cpu_s = 7;
  config.limits.sandbox = SandboxMode::kOff;
  config.thresholds.decide = 1.0 / 3.0;
  config.thresholds.secrecy = 1.0;
  config.archive = {{"alto", "pdf"}, ArchiveForm::kPdfA2b};
  config.split = {SplitMode::kAuto, BlankSheets::kPart};
  config.models_folder = "/models";
  config.priors[Label::kKhac] = 2.5;
  return config;
}

TEST(ConfigTest, NothingSetMeansTheDefaults) {
  EXPECT_EQ(*ConfigFromToml(""), Config());
}

TEST(ConfigTest, WhatIsWrittenReadsBackTheSame) {
  for (const Config& config : {Config(), OddConfig()}) {
    const auto read = ConfigFromToml(ConfigToToml(config));
    ASSERT_TRUE(read) << ConfigToToml(config);
    EXPECT_EQ(*read, config);
    EXPECT_EQ(*ConfigFromToml(ConfigToCommentedToml(config, {})), config);
  }
}

TEST(ConfigTest, UnknownKeysAreRefusedByName) {
  EXPECT_EQ(Refused("[limits]\nmax_page = 1"), "limits.max_page");
  EXPECT_EQ(Refused("[limit]\nmax_pages = 1"), "limit.max_pages");
  EXPECT_EQ(Refused("[limit]"), "limit");
  EXPECT_EQ(Refused("max_pages = 1"), "max_pages");
  EXPECT_EQ(Refused("[limits.max_pages]\nx = 1"), "limits.max_pages");
}

TEST(ConfigTest, WrongTypesAreRefused) {
  EXPECT_EQ(Refused("[limits]\nmax_pages = \"1\""), "limits.max_pages");
  EXPECT_EQ(Refused("[limits]\nmax_pages = 1.0"), "limits.max_pages");
  EXPECT_EQ(Refused("[limits]\nmax_pages = true"), "limits.max_pages");
  EXPECT_EQ(Refused("[thresholds]\ndecide = true"), "thresholds.decide");
  EXPECT_EQ(Refused("[split]\nmode = \"page\""), "split.mode");
  EXPECT_EQ(Refused("[split]\nblank_sheets = 1"), "split.blank_sheets");
  EXPECT_EQ(Refused("[office]\nname = 1"), "office.name");
  EXPECT_EQ(Refused("[office]\naliases = \"a\""), "office.aliases");
  EXPECT_EQ(Refused("[office]\naliases = [1]"), "office.aliases");
  EXPECT_EQ(Refused("[office]\nlevel = \"huyen\""), "office.level");
  EXPECT_EQ(Refused("[limits]\nsandbox = \"on\""), "limits.sandbox");
}

TEST(ConfigTest, KnowsTheArchiveCopiesThatItIsAskedFor) {
  const auto config =
      ConfigFromToml("[archive]\nformats = [\"pdf\"]\npdf = \"pdfa-2b\"");
  ASSERT_TRUE(config);
  EXPECT_TRUE(config->archive.Has(kPdfFormat));
  EXPECT_FALSE(config->archive.Has(kAltoFormat));
  EXPECT_EQ(config->archive.pdf, ArchiveForm::kPdfA2b);
  EXPECT_EQ(Refused("[archive]\nformats = [\"pdfa-2b\"]"), "archive.formats");
  EXPECT_EQ(Refused("[archive]\npdf = \"pdfa-1b\""), "archive.pdf");
}

TEST(ConfigTest, OnTheCommandLineAFormOfPdfIsAFormat) {
  ArchiveChoice choice;
  EXPECT_TRUE(AddFormat("pdfa-2b", choice));
  EXPECT_TRUE(AddFormat("alto", choice));
  EXPECT_TRUE(AddFormat("alto", choice));
  EXPECT_EQ(choice, (ArchiveChoice{{"pdf", "alto"}, ArchiveForm::kPdfA2b}));
  EXPECT_FALSE(AddFormat("docx", choice));
}

TEST(ConfigTest, ValuesOutOfRangeAreRefused) {
  EXPECT_EQ(Refused("[limits]\nmax_pages = 0"), "limits.max_pages");
  EXPECT_EQ(Refused("[limits]\npage_cpu_s = 9223372036854775807"),
            "limits.page_cpu_s");
  EXPECT_EQ(Refused("[thresholds]\ndecide = 1.01"), "thresholds.decide");
  EXPECT_EQ(Refused("[thresholds]\nsecrecy = nan"), "thresholds.secrecy");
  EXPECT_EQ(Refused("[thresholds]\nsecrecy = 1"), "ok");
  EXPECT_EQ(Refused("[priors]\nto_cao = 0"), "priors.to_cao");
  EXPECT_EQ(Refused("[priors]\nto_cao = 3"), "ok");
}

TEST(ConfigTest, WhatIsNoTomlIsRefusedWithItsLine) {
  EXPECT_EQ(Refused("[limits]\nmax_pages = = 1"), "line 2");
  EXPECT_EQ(Refused("[office]\nname = \"\xff\""), "line 2");
}

TEST(ConfigTest, EachKeyHasAnOrigin) {
  const auto origins = ConfigOrigins("[limits]\nmax_pages = 2000");
  ASSERT_TRUE(origins);
  for (const ConfigOrigin& origin : *origins) {
    EXPECT_EQ(origin.origin,
              origin.key == "limits.max_pages" ? "file" : "default");
  }
  EXPECT_THAT(ConfigToCommentedToml(Config(), *origins),
              HasSubstr("max_pages = 2000  # file\n"));
}

}  // namespace
}  // namespace donthu
