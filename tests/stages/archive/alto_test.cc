#include "stages/archive/alto.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/stages/archive/made_copy.h"

namespace donthu {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string Made(const Letter& letter) {
  Record record;
  record.record_id = "0123456789abcdef0123456789abcdef";
  record.source.sha256 = std::string(64, 'a');
  record.provenance.program = "donthu 0.2.0";
  record.provenance.tesseract = "5.3.0";
  RecordPage page;
  page.number = 1;
  page.width_px = 1200;
  page.height_px = 1700;
  page.mean_confidence = 0.95;
  return ToAlto(record, {page}, letter);
}

TEST(AltoTest, TellsPagesBlocksLinesAndWords) {
  const std::string alto = Made(LetterOf({"Kính gửi"}));
  EXPECT_THAT(alto, HasSubstr("<Page ID=\"page_1\" PHYSICAL_IMG_NR=\"1\" "
                              "WIDTH=\"1200\" HEIGHT=\"1700\""));
  EXPECT_THAT(alto,
              HasSubstr("<TextLine ID=\"line_1\" HPOS=\"100\" VPOS=\"100\" "
                        "WIDTH=\"220\" HEIGHT=\"30\">"
                        "<String ID=\"word_1\" CONTENT=\"Kính\" HPOS=\"100\" "
                        "VPOS=\"100\" WIDTH=\"100\" HEIGHT=\"30\" WC=\"0.9\"/>"
                        "<SP HPOS=\"200\" VPOS=\"100\" WIDTH=\"20\"/>"
                        "<String ID=\"word_2\" CONTENT=\"gửi\""));
}

TEST(AltoTest, ParagraphsAreBlocksInReadingOrder) {
  Letter letter = LetterOf({"một", "hai", "ba"});
  letter.lines[1].paragraph = letter.lines[0].paragraph;
  const std::string alto = Made(letter);
  EXPECT_THAT(alto, HasSubstr("block_2"));
  EXPECT_THAT(alto, Not(HasSubstr("block_3")));
  EXPECT_LT(alto.find("hai"), alto.find("block_2"));
}

TEST(AltoTest, EscapesWhatXmlWouldTakeForItsOwn) {
  EXPECT_THAT(Made(LetterOf({"a<b&\"c"})),
              HasSubstr("CONTENT=\"a&lt;b&amp;&quot;c\""));
  EXPECT_THAT(Made(LetterOf({"a\xEF\xBF\xBF"})),
              HasSubstr("CONTENT=\"a\xEF\xBF\xBD\""));
}

}  // namespace
}  // namespace donthu
