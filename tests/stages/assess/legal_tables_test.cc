#include "stages/assess/legal_tables.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "stages/assess/assess.h"

namespace donthu {
namespace {

namespace fs = std::filesystem;

// A copy of models/legal/ to spoil, gone with the object.
class SpoiledTables {
 public:
  SpoiledTables()
      : folder_(fs::temp_directory_path() /
                ("donthu_legal_" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
    for (const auto& entry :
         fs::directory_iterator(DONTHU_SOURCE_DIR "/models/legal")) {
      fs::copy_file(entry.path(), folder_ / entry.path().filename(),
                    fs::copy_options::overwrite_existing);
    }
  }
  ~SpoiledTables() { fs::remove_all(folder_); }
  SpoiledTables(const SpoiledTables&) = delete;
  SpoiledTables& operator=(const SpoiledTables&) = delete;

  void Replace(const std::string& file, const std::string& from,
               const std::string& to) {
    std::ostringstream text;
    text << std::ifstream(folder_ / file).rdbuf();
    std::string changed = text.str();
    const std::size_t at = changed.find(from);
    ASSERT_NE(at, std::string::npos);
    std::ofstream(folder_ / file) << changed.replace(at, from.size(), to);
  }
  void Remove(const std::string& file) { fs::remove(folder_ / file); }
  std::string Refused() const {
    const auto tables = LoadLegalTables(folder_.string());
    if (tables) return "accepted";
    return std::string(ToString(tables.error().code)) + ": " +
           tables.error().subject + ": " + tables.error().detail;
  }

 private:
  fs::path folder_;
};

std::string Refused(const std::string& file, const std::string& from,
                    const std::string& to) {
  SpoiledTables tables;
  tables.Replace(file, from, to);
  return tables.Refused();
}

TEST(LegalTablesTest, TheTablesOfTheProjectAreSound) {
  EXPECT_EQ(SpoiledTables().Refused(), "accepted");
}

TEST(LegalTablesTest, RefusesAnUnknownLabel) {
  EXPECT_EQ(Refused("checks.toml", "[\"to_cao\"]", "[\"to_kao\"]"),
            "model_missing: checks.toml check 7: applies holds an item that "
            "is not allowed");
}

TEST(LegalTablesTest, RefusesACheckThatNobodyCanAnswer) {
  EXPECT_EQ(Refused("checks.toml", "\"lien_he\"", "\"lien_lac\""),
            "model_missing: checks.toml check 8: id is no check of the "
            "program");
}

TEST(LegalTablesTest, RefusesAnUnknownKey) {
  EXPECT_EQ(Refused("deadlines.toml", "days = 10", "dayz = 1\ndays = 10"),
            "model_missing: deadlines.toml deadline 1: dayz is not known");
}

TEST(LegalTablesTest, RefusesAnUnknownUnit) {
  EXPECT_EQ(Refused("deadlines.toml", "\"working\"", "\"weeks\""),
            "model_missing: deadlines.toml deadline 1: unit is not one of "
            "the names allowed");
}

TEST(LegalTablesTest, RefusesANumberOfDaysOutOfRange) {
  EXPECT_EQ(Refused("deadlines.toml", "days = 45", "days = -45"),
            "model_missing: deadlines.toml deadline 3: days must be 1 to "
            "10000");
}

TEST(LegalTablesTest, RefusesAHolidayThatDoesNotExist) {
  EXPECT_EQ(Refused("holidays.toml", "2026-02-20", "2026-02-30"),
            "model_missing: holidays.toml year 3: holidays holds an item "
            "that is not allowed");
}

TEST(LegalTablesTest, RefusesARowWithoutItsArticle) {
  EXPECT_EQ(
      Refused("routing.toml", "law = \"Luật Tố cáo Điều 27 khoản 1\"", ""),
      "model_missing: routing.toml route 1: law must be text");
}

TEST(LegalTablesTest, RefusesWhatNoRecordMayHold) {
  EXPECT_EQ(Refused("deadlines.toml", "\"TCD-1\"", "\"\""),
            "model_missing: deadlines.toml deadline 1: id must not be empty");
  EXPECT_EQ(Refused("flags.toml", "\"nac_danh\"", "\"Nặc danh\""),
            "model_missing: flags.toml flag 1: id must be a code: a-z, 0-9, _");
  EXPECT_EQ(Refused("routing.toml", "\"chuyen_cqdt\"", "\"chuyển\""),
            "model_missing: routing.toml route 1: action must be a code: a-z, "
            "0-9, _");
}

TEST(LegalTablesTest, RefusesARowThatNothingCanRaise) {
  EXPECT_EQ(Refused("hints.toml", "\"khong_ky_ten\"", "\"khong_biet\""),
            "model_missing: hints.toml hint 5: id must be a rule of the "
            "program or have phrases, not both");
  EXPECT_EQ(Refused("flags.toml", "\"dong_nguoi\"", "\"khong_biet\""),
            "model_missing: flags.toml flag 2: id must be a rule of the "
            "program or have phrases, not both");
}

TEST(LegalTablesTest, RefusesTablesOfDifferentVersions) {
  EXPECT_EQ(Refused("flags.toml", "version = \"", "version = \"x"),
            "model_missing: flags.toml: has another version than the other "
            "tables");
}

TEST(LegalTablesTest, NamesTheLineThatIsNotToml) {
  EXPECT_EQ(Refused("flags.toml", "version = \"2026.2\"", "version = "),
            "model_missing: flags.toml:5: not there, or not TOML");
}

TEST(LegalTablesTest, NamesTheFileThatIsNotThere) {
  SpoiledTables tables;
  tables.Remove("holidays.toml");
  EXPECT_EQ(tables.Refused().find("model_missing: holidays.toml"), 0U);
}

}  // namespace
}  // namespace donthu
