#include "samples/paper/layout.h"

#include <gtest/gtest.h>

#include "samples/draw_letter.h"
#include "samples/paper/table.h"
#include "samples/truth.h"
#include "samples/write_samples.h"

namespace donthu::samples {
namespace {

LaidLetter Laid(const std::string& body) {
  const auto letter = ParseMarkup(
      "id: t\nlabel: khac\nparts: khac\nsigned: ink\nanonymous: false\n"
      "collective: false\npages: 1\ntypeface: serif\n---\n" +
      body);
  auto laid = LayOut(*letter, PageStyle{}, Typeface::kSerif);
  EXPECT_TRUE(laid);
  return *laid;
}

TEST(LayoutTest, ReadsALetterheadDownTheLeftColumnFirst) {
  const LaidLetter laid = Laid("@columns\nA || B\nC || D\n@para\nE\n");
  EXPECT_EQ(TextOf(laid.pages[0]), "A\nC\nB\nD\nE\n");
}

TEST(LayoutTest, ReadsATableCellByCell) {
  const LaidLetter laid = Laid("@table\nSTT | Tên\n1 | Lan\n2 | Mai\n");
  EXPECT_EQ(TextOf(laid.pages[0]), "STT\nTên\n1\nLan\n2\nMai\n");
}

TEST(LayoutTest, LeavesRoomToSignAndNoTextForIt) {
  const LaidLetter laid = Laid("@signature\nNGƯỜI VIẾT\n~sign~\nLan\n");
  EXPECT_EQ(laid.pages[0].signs.size(), 1U);
  EXPECT_EQ(TextOf(laid.pages[0]), "NGƯỜI VIẾT\nLan\n");
}

TEST(LayoutTest, TurnsThePageWhereTheTextRunsOn) {
  std::string body = "@para\n";
  for (int i = 0; i < 60; ++i) body += "Dòng này có chữ.\n";
  const LaidLetter laid = Laid(body);
  EXPECT_EQ(laid.pages.size(), 2U);
  EXPECT_EQ(laid.pages[0].lines.size() + laid.pages[1].lines.size(), 60U);
}

TEST(LayoutTest, CutsOnlyTheColumnsThatAreTooWide) {
  EXPECT_EQ(FittedWidths({10, 90, 50}, 110), (std::vector<double>{10, 50, 50}));
  EXPECT_EQ(FittedWidths({10, 20}, 100), (std::vector<double>{10, 20}));
}

TEST(LettersTest, AllParseAndStandOnThePageWithEveryField) {
  const auto letters = ReadLetters(DONTHU_SOURCE_DIR "/samples/letters");
  ASSERT_TRUE(letters) << letters.error().subject << letters.error().detail;
  EXPECT_GE(letters->size(), 36U);
  for (const SampleLetter& letter : *letters) {
    auto laid = LayOut(letter, StyleOf(letter), letter.typeface);
    ASSERT_TRUE(laid) << letter.id << ": " << laid.error().detail;
    EXPECT_LE(laid->pages.size(), 3U) << letter.id;
    DrawnLetter drawn{std::move(*laid), {}, {}};
    drawn.pages.resize(drawn.laid.pages.size());
    for (std::size_t f = 0; f < letter.fields.size(); ++f) {
      EXPECT_FALSE(PlacesOfField(drawn, static_cast<int>(f)).empty())
          << letter.id << " " << letter.fields[f].key;
    }
  }
}

}  // namespace
}  // namespace donthu::samples
