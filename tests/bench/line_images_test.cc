#include "tests/bench/line_images.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace donthu::bench {
namespace {

LineImage Line(const std::string& text) {
  LineImage line;
  line.image.width_px = 3;
  line.image.height_px = 2;
  line.image.pixels = {0, 128, 255, 255, 128, 0};
  line.text = text;
  return line;
}

std::vector<std::string> Told(const std::vector<std::string>& read,
                              const std::string& truth) {
  std::vector<LineImage> lines;
  for (const std::string& text : read) lines.push_back(Line(text));
  std::vector<std::string> told;
  for (const LineImage& line : WithTruth(lines, truth)) {
    told.push_back(line.text);
  }
  return told;
}

using Texts = std::vector<std::string>;

TEST(LineImagesTest, ALineIsToldByThePrintedLineThatItIsNearest) {
  EXPECT_EQ(Told({"Tôi là Nguyên Văn Mâu\n", "ĐƠN KHIÊU NAI"},
                 "ĐƠN KHIẾU NẠI\nTôi là Nguyễn Văn Mẫu\nTôi là Trần Thị Mẫu"),
            (Texts{"Tôi là Nguyễn Văn Mẫu", "ĐƠN KHIẾU NẠI"}));
}

TEST(LineImagesTest, WhatIsNoWholeLineOfTheLetterIsLeftOut) {
  EXPECT_EQ(Told({"CÔNG VĂN ĐẾN", "Tôi là Nguyễn", "", "a"},
                 "Tôi là Nguyễn Văn Mẫu\n\nb"),
            Texts{});
}

// A rule is not always seen between two cells.
TEST(LineImagesTest, RowsOfTablesAreLeftOut) {
  EXPECT_EQ(Told({"2011 | 2.140 | 88,5"}, "2011 | 2.140 | 88,5"), Texts{});
}

TEST(LineImagesTest, WritesWhatLstmtrainingReads) {
  const std::string file = testing::TempDir() + "donthu_lines.lstmf";
  ASSERT_TRUE(WriteLines({Line("Tôi"), Line("khiếu nại")}, file));
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::filesystem::remove(file);
  using namespace std::string_literals;
  EXPECT_EQ(bytes.substr(0, 9), "\2\0\0\0\1\14\0\0\0"s);
  EXPECT_NE(bytes.find("\x89PNG"), std::string::npos);
  EXPECT_NE(bytes.find("\4\0\0\0"s + "Tôi"), std::string::npos);
  const std::string end = "khiếu nại" + std::string(9, '\0');
  EXPECT_EQ(bytes.substr(bytes.size() - end.size()), end);
}

TEST(LineImagesTest, SaysThatAFileCannotBeWritten) {
  EXPECT_FALSE(WriteLines({}, "/nonexistent/lines.lstmf"));
}

}  // namespace
}  // namespace donthu::bench
