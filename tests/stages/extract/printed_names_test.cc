#include "stages/extract/printed_names.h"

#include <gtest/gtest.h>

#include <sstream>

#include "stages/normalize/normalize.h"

namespace donthu {
namespace {

struct ReadLine {
  std::string text;
  double confidence = 1.0;  // of each of its words
};

Letter LetterOf(const std::vector<ReadLine>& lines) {
  PageText page{1000, 1000, {}};
  int top = 0;
  for (const ReadLine& line : lines) {
    TextLine read{{0, top, 900, top + 30}, {}};
    std::istringstream words(line.text);
    int left = 0;
    for (std::string word; words >> word; left += 100) {
      read.words.push_back(
          {word, {left, top, left + 90, top + 30}, line.confidence});
    }
    page.blocks.push_back({read.box, {{read.box, {read}}}});
    top += 200;
  }
  return Normalize().Run({{1, page}}).value();
}

std::string NameIn(const Letter& letter, const std::string& as_read) {
  const std::size_t at = letter.text.find(as_read);
  const TextOffsets offsets(letter.text);
  return PrintedName(
      LetterView(letter),
      {offsets.IndexOf(at), offsets.IndexOf(at + as_read.size())});
}

TEST(PrintedNamesTest, TakesTheMarksThatTheEngineIsSurestOf) {
  const Letter letter =
      LetterOf({{"Tôi là Phàn Dào Chăn", 0.7}, {"Phàn Dào Chẳn", 0.9}});
  EXPECT_EQ(NameIn(letter, "Phàn Dào Chăn"), "Phàn Dào Chẳn");
  EXPECT_EQ(NameIn(letter, "Phàn Dào Chẳn"), "Phàn Dào Chẳn");
}

TEST(PrintedNamesTest, KeepsWhatIsSureOrStandsOnce) {
  const Letter sure =
      LetterOf({{"Tôi là Lê Thị Mơ", 0.96}, {"Lê Thị Mờ", 0.99}});
  EXPECT_EQ(NameIn(sure, "Lê Thị Mơ"), "Lê Thị Mơ");
  const Letter once = LetterOf({{"Tôi là Ngọ Văn Khánh", 0.5}});
  EXPECT_EQ(NameIn(once, "Ngọ Văn Khánh"), "Ngọ Văn Khánh");
}

TEST(PrintedNamesTest, KeepsCapitalsAndNamesWithoutMarks) {
  const Letter letter = LetterOf({{"LÊ THỊ MƠ", 0.6},
                                  {"Lê Thị Mờ", 0.9},
                                  {"Tran Ngoc Lan", 0.6},
                                  {"Trần Ngọc Lan", 0.9}});
  EXPECT_EQ(NameIn(letter, "LÊ THỊ MƠ"), "LÊ THỊ MƠ");
  EXPECT_EQ(NameIn(letter, "Tran Ngoc Lan"), "Tran Ngoc Lan");
}

TEST(PrintedNamesTest, PartsWordsThatTheEngineJoined) {
  EXPECT_EQ(TidyName("Lò VănInh"), "Lò Văn Inh");
  EXPECT_EQ(TidyName("Bùi Thị 'Thơm"), "Bùi Thị Thơm");
  EXPECT_EQ(TidyName("K'Brôi"), "K'Brôi");
  EXPECT_EQ(TidyName("VinGroup"), "VinGroup");
}

}  // namespace
}  // namespace donthu
