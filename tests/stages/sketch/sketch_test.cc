#include "stages/sketch/sketch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace donthu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string& Text() {
  static const std::string text =
      "Tôi xin trình bày việc như sau: mương nước sau nhà tôi bị lấp từ tháng "
      "ba, nước mưa tràn vào sân, chuồng gà ngập hai lần, tôi đã báo trưởng "
      "thôn và ban quản lý mà chưa ai đến xem, nay mong xã cho khơi lại mương.";
  return text;
}

LetterSketch SketchOf(const std::string& text, const Fields& fields = {}) {
  return *Sketch().Run({text, fields});
}

OptionalText Located(const std::string& value) {
  LocatedText text;
  text.value = value;
  return text;
}

TEST(SketchTest, IsTheSameWhereMarksCaseAndSignsWereLost) {
  const LetterSketch sketch = SketchOf(Text());
  std::string lost = Text();
  for (const auto& [from, to] :
       {std::pair<std::string, std::string>{"mương", "MUONG"},
        {"lần, tôi", "lan tôi"},
        {"như sau: ", "nhu sau - "}}) {
    lost.replace(lost.find(from), from.size(), to);
  }
  EXPECT_EQ(SketchOf(lost), sketch);
  EXPECT_EQ(Likeness(sketch.pairs, sketch.pairs), 1.0);
}

TEST(SketchTest, LosesTwoPairsWithOneWord) {
  const LetterSketch sketch = SketchOf(Text());
  std::string other = Text();
  other.replace(other.find("trưởng"), std::string("trưởng").size(), "trvong");
  const LetterSketch misread = SketchOf(other);
  EXPECT_NE(misread.words, sketch.words);
  const auto pairs = static_cast<double>(sketch.pairs.size());
  EXPECT_DOUBLE_EQ(Likeness(sketch.pairs, misread.pairs),
                   (pairs - 2) / (pairs + 2));
}

TEST(SketchTest, KeepsTheLeastPairsOfALongLetter) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "chữ" + std::to_string(i) + " ";
  const LetterSketch sketch = SketchOf(text);
  EXPECT_EQ(sketch.pairs.size(), kSketchPairs);
  EXPECT_TRUE(std::is_sorted(sketch.pairs.begin(), sketch.pairs.end()));
}

TEST(SketchTest, ComparesNoHeadings) {
  const LetterSketch sketch =
      SketchOf("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐơn");
  EXPECT_EQ(sketch.words, 0U);
  EXPECT_THAT(sketch.pairs, IsEmpty());
  EXPECT_EQ(Likeness(sketch.pairs, sketch.pairs), 0.0);
}

TEST(SketchTest, NamesWriterAndMatter) {
  Fields fields;
  Sender sender;
  sender.name = Located("Trần Thị  MẪU");
  sender.id_number = Located("001170000001");
  sender.phone = Located("113");
  fields.senders = {sender, sender};
  Respondent person;
  person.name = Located("Lê Văn Thử");
  Respondent office;
  office.kind = RespondentKind::kAuthority;
  office.name = Located("UBND phường Thử");
  fields.respondents = {person, office};
  DecisionRef decision;
  decision.number = Located("12/QĐ - UBND");
  fields.decisions = {decision};
  const LetterSketch sketch = SketchOf(Text(), fields);
  EXPECT_THAT(sketch.writers,
              ElementsAre("id:001170000001", "name:tran thi mau"));
  EXPECT_THAT(sketch.matters,
              ElementsAre("decision:12/qd-ubnd", "respondent:le van thu"));
}

}  // namespace
}  // namespace donthu
