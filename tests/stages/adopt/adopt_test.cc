#include "stages/adopt/adopt.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace donthu {
namespace {

constexpr int kWordWidth = 100;

BoxPx BoxOf(std::size_t index) {
  const int left = static_cast<int>(index) * (kWordWidth + 20);
  return {left, 40, left + kWordWidth, 80};
}

PageText Read(const std::vector<std::string>& words) {
  TextLine line;
  for (std::size_t i = 0; i < words.size(); ++i) {
    line.words.push_back({words[i], BoxOf(i), 0.7});
  }
  PageText text;
  text.blocks.push_back({{}, {{{}, {line}}}});
  return text;
}

std::vector<NamedWord> Named(const std::vector<std::string>& words) {
  std::vector<NamedWord> named;
  for (std::size_t i = 0; i < words.size(); ++i) {
    // The file's boxes are as high as the font, not as the ink.
    BoxPx box = BoxOf(i);
    box.top_px -= 8;
    box.bottom_px += 12;
    named.push_back({words[i], box});
  }
  return named;
}

std::string After(const std::vector<std::string>& read,
                  const std::vector<NamedWord>& named,
                  const Homography& to_source = {}) {
  const auto out = Adopt().Run({Read(read), named, to_source});
  std::string text;
  EachWord(out->text, [&](const Word& word) { text += word.text + " "; });
  return text;
}

TEST(AdoptTest, TakesTheFilesWordsWhereTheyLieOnWhatWasRead) {
  EXPECT_EQ(After({"khiêu", "nai", "quyêt", "định"},
                  Named({"khiếu", "nại", "quyết", "định"})),
            "khiếu nại quyết định ");
}

TEST(AdoptTest, TellsHowMuchWasTakenAndIsSureOfIt) {
  const auto out =
      Adopt().Run({Read({"khiêu", "nai"}), Named({"khiếu"}), Homography()});
  EXPECT_DOUBLE_EQ(out->share, 0.5);
  const TextLine& line = out->text.blocks[0].paragraphs[0].lines[0];
  EXPECT_DOUBLE_EQ(line.words[0].confidence, 1.0);
  EXPECT_DOUBLE_EQ(line.words[1].confidence, 0.7);
}

TEST(AdoptTest, ATextThatIsNotWhatIsSeenChangesNothing) {
  EXPECT_EQ(
      After({"tố", "cáo", "ông", "Ba"}, Named({"mua", "bán", "nhà", "Ba"})),
      "tố cáo ông Ba ");
}

TEST(AdoptTest, WordsOfTcvn3FontsBecomeUnicodeInTheCaseThatIsSeen) {
  EXPECT_EQ(After({"ĐƠN", "TRÌNH", "BÁO", "nhận"},
                  Named({"®¬n", "tr×nh", "b¸o", "nhËn"})),
            "ĐƠN TRÌNH BÁO nhận ");
}

TEST(AdoptTest, LettersThatAreNoneAreNotTaken) {
  EXPECT_EQ(After({"đất", "đai"}, Named({"\xEE\x80\x81t", "đai"})), "đất đai ");
}

TEST(AdoptTest, FollowsThePageThatWasTurned) {
  // The page was turned: its pixel (x, y) is the scan's (y, 1000 - x).
  const Homography to_source{{0, 1, 0, -1, 0, 1000, 0, 0, 1}};
  const BoxPx read = BoxOf(0);
  const BoxPx lies = {read.top_px, 1000 - read.right_px, read.bottom_px,
                      1000 - read.left_px};
  // On its side a word is as wide as it was high.
  EXPECT_EQ(After({"đât"}, {{"đất", lies}}, to_source), "đất ");
}

TEST(AdoptTest, ManyWordsOnOneAreLeftAlone) {
  auto named = Named({"khiếu"});
  named.push_back(named[0]);
  EXPECT_EQ(After({"khiêu"}, named), "khiêu ");
}

}  // namespace
}  // namespace donthu
