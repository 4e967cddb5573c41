#include "stages/classify/class_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <set>
#include <sstream>

#include "models/sha256.h"
#include "models/vietnamese.h"
#include "stages/classify/classify.h"
#include "stages/classify/train.h"
#include "tests/stages/classify/corpus_letters.h"

namespace donthu {
namespace {

const std::string kModelFile = kClassifierFolder + "/donthu.model";

TEST(ClassModelTest, KnowsItsOwnFingerprint) {
  const auto model = LoadClassModel(kModelFile);
  ASSERT_TRUE(model);
  EXPECT_EQ(ClassModelSha256(**model), Sha256Hex(FileText(kModelFile)));
}

TEST(ClassModelTest, WritesTheTextThatItWasReadFrom) {
  const auto model = LoadClassModel(kModelFile);
  ASSERT_TRUE(model);
  EXPECT_EQ(ModelText((*model)->parts()), FileText(kModelFile));
}

TEST(ClassModelTest, IsUnderTwentyFiveMegabytes) {
  EXPECT_LT(FileText(kModelFile).size(), 25'000'000U);
}

TEST(ClassModelTest, RefusesAMissingFileAnotherVersionAndACutOne) {
  EXPECT_EQ(LoadClassModel("/nonexistent").error().code,
            ErrorCode::kModelMissing);
  std::string text = FileText(kModelFile);
  EXPECT_FALSE(ClassModel::Parse(text.substr(0, text.size() / 2)));
  text[text.find('\n') - 1] = '9';
  EXPECT_FALSE(ClassModel::Parse(text));
}

// Whether a model made of the project's parts, changed by `change`, is taken.
template <typename Change>
bool IsTaken(Change change) {
  ModelParts parts = (*LoadClassModel(kModelFile))->parts();
  change(parts);
  return ClassModel::Parse(ModelText(parts)).has_value();
}

TEST(ClassModelTest, RefusesNumbersThatGiveNoProbabilities) {
  EXPECT_TRUE(IsTaken([](ModelParts&) {}));
  EXPECT_FALSE(IsTaken([](ModelParts& p) { p.calibration.temperature = 0.0; }));
  EXPECT_FALSE(IsTaken([](ModelParts& p) { p.calibration.threshold = 1.5; }));
  EXPECT_FALSE(IsTaken([](ModelParts& p) {
    const std::vector<double> huge(kSummarySize, 1e12);
    p.softmax = Softmax::Train({{huge, 0}, {huge, 1}}, 0.1);
  }));
}

// Whether letters of which all are right but those of one class of six are
// worse than what the figures say.
bool AllRightButOneClassIsWorseThan(const std::string& figures) {
  ModelParts parts = (*LoadClassModel(kModelFile))->parts();
  parts.figures = figures;
  EvalReport now;
  for (int label = 0; label < 6; ++label) {
    EvalLetter letter;
    letter.held.label = label;
    letter.held.scores[static_cast<std::size_t>(label % 5)] = 1.0;
    now.letters.push_back(letter);
  }
  return IsWorse(now, **ClassModel::Parse(ModelText(parts)));
}

// F1 of five classes is 1, 1, 1, 1 and 2/3, of the sixth 0.
TEST(ClassModelTest, IsMeasuredAgainstTheFiguresOfTheOneInPlace) {
  EXPECT_TRUE(AllRightButOneClassIsWorseThan("letters 6, macro F1 0.7780, x"));
  EXPECT_FALSE(AllRightButOneClassIsWorseThan("letters 6, macro F1 0.7778, x"));
  EXPECT_FALSE(AllRightButOneClassIsWorseThan("letters 6"));
}

TEST(ClassModelTest, RefusesALastStepOfAnotherWidth) {
  EXPECT_FALSE(IsTaken([](ModelParts& p) {
    p.softmax = Softmax::Train({{{1.0, 2.0}, 0}, {{2.0, 1.0}, 1}}, 0.1);
  }));
}

TEST(ClassModelTest, RefusesAWordWithoutWeightOfItsOwn) {
  EXPECT_FALSE(IsTaken([](ModelParts& p) {
    p.heads.letter = LinearHead({{"b:a", FeatureKey("b:a"), 0.0F}},
                                std::vector<float>(6, 1.0F),
                                std::vector<float>(6, 0.0F), BlockWeights{});
  }));
}

TEST(ClassModelTest, WasTrainedOnTheCorpusBesideIt) {
  const auto model = LoadClassModel(kModelFile);
  ASSERT_TRUE(model);
  EXPECT_EQ((*model)->parts().data_sha256,
            CorpusHash(TrainingLetters(Corpus())));
  EXPECT_EQ((*model)->parts().lexicon.text(),
            FileText(kClassifierFolder + "/lexicon.txt"));
}

// Full names of people as letters give them: two to four capitalized words
// after a word that leads to a name.
std::set<std::string> NamesIn(const std::string& text) {
  std::set<std::string> names;
  const std::u32string points = CodePointsOf(text);
  for (const std::u32string_view lead :
       {U"Tôi tên ", U"Tôi là ", U"tôi là ", U"Tôi tên là ", U"tên là ",
        U"ông ", U"bà ", U"anh ", U"chị "}) {
    for (std::size_t at = points.find(lead); at != std::u32string::npos;
         at = points.find(lead, at + 1)) {
      if (at > 0 && IsLetter(points[at - 1])) continue;  // "sông Đồng Nai"
      std::size_t end = at + lead.size();
      int words = 0;
      while (end < points.size() && IsUpper(points[end])) {
        while (end < points.size() && IsLetter(points[end])) ++end;
        ++words;
        if (end + 1 >= points.size() || points[end] != U' ') break;
        if (!IsUpper(points[end + 1])) break;
        ++end;
      }
      const std::size_t start = at + lead.size();
      // "Nay H'Bé" would be cut in the middle.
      if (end < points.size() && points[end] == U'\'') continue;
      if (words < 2 || words > 4) continue;
      names.insert(
          LowerText(std::u32string_view(points).substr(start, end - start)));
    }
  }
  return names;
}

// "ông Phó Chủ tịch", "bà Trưởng Ban", "ông Trưởng Công an", "tôi là Ban Khánh
// tiết": posts and bodies, not names.
bool IsOffice(const std::string& bare) {
  for (const char* word :
       {"uy ban", "pho chu", "pho hieu", "truong ban", "truong cong",
        "truong tieu", "ban khanh", "chanh van", "chanh thanh", "giam doc",
        "pho chi", "truong phong", "cuc thue"}) {
    if (bare.find(word) != std::string::npos) return true;
  }
  return false;
}

// All runs of words in the names of the features: "w:tổ tự" has three.
std::set<std::string> RunsOfWords(const ClassModel& model) {
  std::set<std::string> runs;
  const Heads& heads = model.parts().heads;
  std::vector<const LinearHead*> all = {&heads.letter, &heads.passage};
  for (const LinearHead& view : heads.views) all.push_back(&view);
  for (const LinearHead* head : all) {
    for (const auto& column : head->columns()) {
      std::string words = column.name + " ";
      std::replace(words.begin(), words.end(), ':', ' ');
      for (std::size_t start = 0; start < words.size();
           start = words.find(' ', start) + 1) {
        for (std::size_t end = words.find(' ', start); end != std::string::npos;
             end = words.find(' ', end + 1)) {
          runs.insert(words.substr(start, end - start));
        }
      }
    }
  }
  return runs;
}

// So many words in a row that letters write without capitals: "chín mười" is no
// name, though a man is called so.
std::set<std::string> PlainRuns(std::size_t length) {
  std::set<std::string> runs;
  for (const CorpusLetter& letter : Corpus()) {
    std::istringstream text(letter.text);
    std::deque<std::string> last;
    for (std::string word; text >> word;) {
      last.push_back(word);
      if (last.size() > length) last.pop_front();
      if (last.size() < length) continue;
      std::string run = last.front();
      for (std::size_t i = 1; i < length; ++i) run += ' ' + last[i];
      if (LowerText(CodePointsOf(run)) == run) runs.insert(run);
    }
  }
  return runs;
}

TEST(ClassModelTest, HoldsNoNameOfTheCorpus) {
  const auto model = LoadClassModel(kModelFile);
  ASSERT_TRUE(model);
  const std::set<std::string> learnt = RunsOfWords(**model);
  EXPECT_EQ(learnt.count("của tôi"), 1U);
  const std::set<std::string> plain = PlainRuns(2);
  // Without marks "độ hưu trí" is what a man called Đỗ Hữu Trí is.
  std::set<std::string> plain_without_marks;
  for (const std::string& run : PlainRuns(3)) {
    plain_without_marks.insert(BareText(run));
  }
  int looked_for = 0;
  for (const CorpusLetter& letter : Corpus()) {
    for (const std::string& name : NamesIn(letter.text)) {
      if (IsOffice(BareText(name))) continue;
      if (plain.count(name) != 0) continue;
      ++looked_for;
      // Without marks two syllables can be plain words: "Tư Đậu", "từ đầu".
      const bool two = std::count(name.begin(), name.end(), ' ') == 1;
      EXPECT_EQ(learnt.count(name), 0U) << letter.id << " " << name;
      if (!two && plain_without_marks.count(BareText(name)) == 0) {
        EXPECT_EQ(learnt.count(BareText(name)), 0U) << letter.id << " " << name;
      }
    }
  }
  EXPECT_GT(looked_for, 300);
}

TEST(ClassModelTest, HoldsNoNumber) {
  const auto model = LoadClassModel(kModelFile);
  ASSERT_TRUE(model);
  for (const LinearHead* head :
       {&(*model)->parts().heads.letter, &(*model)->parts().heads.passage}) {
    for (const auto& column : head->columns()) {
      if (column.name.substr(0, 2) == "z:") continue;  // fifth of the letter
      EXPECT_EQ(column.name.find_first_of("0123456789"), std::string::npos)
          << column.name;
    }
  }
}

std::vector<TrainingLetter> SmallCorpus() {
  std::vector<CorpusLetter> some;
  for (std::size_t i = 0; i < Corpus().size(); i += 16) {
    some.push_back(Corpus()[i]);
  }
  return TrainingLetters(some);
}

TEST(TrainTest, TheSameCorpusGivesTheSameBytes) {
  const auto letters = SmallCorpus();
  const std::string lexicon = FileText(kClassifierFolder + "/lexicon.txt");
  const auto first = Train(letters, lexicon);
  const auto second = Train(letters, lexicon);
  ASSERT_TRUE(first);
  ASSERT_TRUE(second);
  EXPECT_EQ(first->model_text, second->model_text);
  EXPECT_TRUE(ClassModel::Parse(first->model_text));
  EXPECT_NE(EvalText(first->evaluation).find("truth"), std::string::npos);
}

TEST(TrainTest, RefusesAHandfulOfLetters) {
  EXPECT_FALSE(Train({}, "own: của tôi\n"));
}

TEST(FoldsTest, LettersOfOneGroupAreLeftOutTogether) {
  std::vector<Sample> samples(100);
  SampleSet set;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    samples[i].scenario = std::to_string(i / 2);
    samples[i].writer = std::to_string(i % 7);
    set.push_back(&samples[i]);
  }
  const std::vector<int> by_scenario = FoldsOf(set, Grouping::kScenario, 5);
  const std::vector<int> by_writer = FoldsOf(set, Grouping::kWriter, 5);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    EXPECT_EQ(by_scenario[i], by_scenario[i / 2 * 2]);
    EXPECT_EQ(by_writer[i], by_writer[i % 7]);
  }
  EXPECT_EQ(std::set<int>(by_scenario.begin(), by_scenario.end()).size(), 5U);
  EXPECT_EQ(std::set<int>(by_writer.begin(), by_writer.end()).size(), 5U);
}

bool Knows(const LinearHead& head, std::string_view word) {
  const auto& columns = head.columns();
  return std::any_of(columns.begin(), columns.end(), [&](const auto& column) {
    return column.name.find(word) != std::string::npos;
  });
}

// A word that the letters of one fold alone use.
TEST(LearnFoldedTest, WhatLearntFromTheOthersHasSeenNothingOfAFold) {
  constexpr std::string_view kWord = "dzimz";
  auto letters = SmallCorpus();
  const auto lexicon = Lexicon::Parse("own: của tôi\n");
  ASSERT_TRUE(lexicon);
  const auto samples_of = [&](FeatureNames& names) {
    for (TrainingLetter& letter : letters) letter.entry.roles.clear();
    return MakeSamples(letters, *lexicon, names).value();
  };
  FeatureNames before;
  const auto plain = samples_of(before);
  const auto folds = FoldsOf(SetOf(plain), Grouping::kWriter, 3);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (folds[i] == 1) letters[i].letter.text += "\nBà con nuôi dzimz ở nhà.";
  }
  FeatureNames names;
  const auto samples = samples_of(names);
  const auto learning =
      LearnFolded(SetOf(samples), folds, names, LearnOptions());
  ASSERT_EQ(learning.without.size(), 3U);
  EXPECT_TRUE(Knows(learning.whole.heads.letter, kWord));
  for (std::size_t fold = 0; fold < 3; ++fold) {
    EXPECT_EQ(Knows(learning.without[fold].heads.letter, kWord), fold != 1);
    EXPECT_EQ(Knows(learning.without[fold].heads.passage, kWord), fold != 1);
  }
}

}  // namespace
}  // namespace donthu
