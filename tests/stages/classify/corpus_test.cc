// The corpus must stay hard: content decides, words and titles do not.
#include "stages/classify/corpus.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "models/vietnamese.h"
#include "stages/classify/roles.h"
#include "tests/stages/classify/corpus_letters.h"

namespace donthu {
namespace {

int Occurrences(const std::string& text, std::string_view part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos;
       at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

// The label whose word stands most often; none of them: khac.
Label ByWordCount(const CorpusLetter& letter) {
  const std::string text = LowerText(CodePointsOf(letter.text));
  constexpr std::array<std::string_view, 4> kWords = {"khiếu nại", "tố cáo",
                                                      "kiến nghị", "phản ánh"};
  Label best = Label::kKhac;
  int most = 0;
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    const int count = Occurrences(text, kWords[i]);
    if (count <= most) continue;
    most = count;
    best = kLabels[i];
  }
  return best;
}

double Share(const std::vector<CorpusLetter>& letters,
             bool (*right)(const CorpusLetter&)) {
  const auto hits = std::count_if(letters.begin(), letters.end(), right);
  return static_cast<double>(hits) / static_cast<double>(letters.size());
}

double Share(bool (*right)(const CorpusLetter&)) {
  return Share(Corpus(), right);
}

// Five words in a row, without marks.
std::set<std::string> FiveGrams(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char32_t c : CodePointsOf(text)) {
    if (IsLetter(c) || IsDigit(c)) {
      AppendUtf8(BareOf(c), words.back());
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  std::set<std::string> grams;
  for (std::size_t i = 0; i + 5 <= words.size(); ++i) {
    std::string gram;
    for (std::size_t k = 0; k < 5; ++k) gram += words[i + k] + " ";
    grams.insert(gram);
  }
  return grams;
}

TEST(CorpusTest, HoldsAtLeast180LettersAndFortyOfEveryLabel) {
  std::map<Label, int> counts;
  for (const CorpusLetter& letter : Corpus()) ++counts[letter.label];
  EXPECT_GE(Corpus().size(), 180U);
  for (const Label label : kLabels) {
    EXPECT_GE(counts[label], 40) << ToString(label);
  }
}

TEST(CorpusTest, AThirdOrMoreHaveAMisleadingTitleOrNone) {
  EXPECT_GE(Share([](const CorpusLetter& letter) {
              return letter.title_label != letter.label;
            }),
            1.0 / 3);
}

TEST(CorpusTest, CountingTheClassWordsIsRightForLessThan45InAHundred) {
  EXPECT_LT(Share([](const CorpusLetter& letter) {
              return ByWordCount(letter) == letter.label;
            }),
            0.45);
}

bool TitleIsRight(const CorpusLetter& letter) {
  return letter.title_label.value_or(Label::kKhac) == letter.label;
}

// Of the twenty hands that wrote like ordinary mail, where a title says more
// often what its letter is.
bool IsOrdinaryMail(const CorpusLetter& letter) {
  return letter.id[0] == 'y' || letter.id.substr(0, 2) == "zv" ||
         letter.id.substr(0, 2) == "zw";
}

TEST(CorpusTest, TheTitleAloneIsRightForLessThan45InAHundred) {
  std::vector<CorpusLetter> others = Corpus();
  std::erase_if(others, IsOrdinaryMail);
  EXPECT_GE(others.size(), 2189U);
  EXPECT_LT(Share(others, TitleIsRight), 0.45);
  EXPECT_LT(Share(TitleIsRight), 0.47);
}

TEST(CorpusTest, NoTwoLettersShareAQuarterOfTheirFiveGrams) {
  std::vector<std::set<std::string>> grams;
  std::unordered_map<std::string, std::vector<std::size_t>> owners;
  for (const CorpusLetter& letter : Corpus()) {
    grams.push_back(FiveGrams(letter.text));
    for (const auto& gram : grams.back()) {
      owners[gram].push_back(grams.size() - 1);
    }
  }
  // What five letters or more share is a formula.
  std::map<std::pair<std::size_t, std::size_t>, int> shared;
  for (const auto& [gram, letters] : owners) {
    if (letters.size() >= 5) continue;
    for (std::size_t i = 0; i < letters.size(); ++i) {
      for (std::size_t j = i + 1; j < letters.size(); ++j) {
        ++shared[{letters[i], letters[j]}];
      }
    }
  }
  for (const auto& [pair, count] : shared) {
    const auto shorter =
        std::min(grams[pair.first].size(), grams[pair.second].size());
    EXPECT_LE(4.0 * count, static_cast<double>(shorter))
        << Corpus()[pair.first].id << " " << Corpus()[pair.second].id;
  }
}

TEST(CorpusTest, EveryEvidenceQuoteStandsInItsText) {
  for (const CorpusLetter& letter : Corpus()) {
    EXPECT_FALSE(letter.evidence.empty()) << letter.id;
    for (const CorpusEvidence& evidence : letter.evidence) {
      EXPECT_NE(letter.text.find(evidence.quote), std::string::npos)
          << letter.id;
    }
  }
}

TEST(CorpusTest, PartsAreTheLabelOrTwoAndMoreOfAMixedLetter) {
  for (const CorpusLetter& letter : Corpus()) {
    if (letter.label == Label::kHonHop) {
      EXPECT_GE(letter.parts.size(), 2U) << letter.id;
    } else {
      EXPECT_EQ(letter.parts, std::vector<Label>{letter.label}) << letter.id;
    }
  }
}

TEST(CorpusTest, RefusesAHeaderLineThatItDoesNotKnow) {
  const auto letter = ParseCorpusLetter("id: a-1\ncolour: red\n---\nText");
  ASSERT_FALSE(letter);
  EXPECT_EQ(letter.error().code, ErrorCode::kModelMissing);
}

TEST(CorpusTest, EverySecondLetterWasReadFromAScanOfIt) {
  int read = 0;
  for (const CorpusLetter& letter : Corpus()) {
    if (!letter.scan) continue;
    ++read;
    EXPECT_FALSE(letter.scan->condition.empty()) << letter.id;
    // Of another letter it would share next to nothing.
    const std::set<std::string> written = FiveGrams(letter.text);
    int shared = 0;
    for (const std::string& gram : FiveGrams(letter.scan->text)) {
      shared += static_cast<int>(written.count(gram));
    }
    EXPECT_GE(10 * shared, static_cast<int>(written.size())) << letter.id;
  }
  EXPECT_GE(2 * read, static_cast<int>(Corpus().size()) - 20);
}

TEST(CorpusTest, EveryPassageHasItsRoles) {
  const auto lexicon =
      Lexicon::Parse(FileText(kClassifierFolder + "/lexicon.txt"));
  ASSERT_TRUE(lexicon);
  for (const TrainingLetter& letter : TrainingLetters(Corpus())) {
    const Reading reading = ReadLetter(letter.letter.text, *lexicon);
    EXPECT_EQ(letter.entry.roles.size(), reading.passages.size())
        << letter.entry.id;
    unsigned all = 0;
    for (const unsigned roles : letter.entry.roles) all |= roles;
    const std::vector<Label>& parts = letter.entry.parts;
    for (std::size_t content = 0; content < 4; ++content) {
      const bool told = (all >> StoryOf(content) & 1U) != 0 ||
                        (all >> RequestOf(content) & 1U) != 0;
      const bool is_part =
          std::count(parts.begin(), parts.end(), kLabels[content]) > 0;
      EXPECT_EQ(told, is_part) << letter.entry.id;
    }
  }
}

TEST(CorpusTest, RefusesARoleThatItDoesNotKnow) {
  const std::string head = "id: a-1\nparts: khac\nroles: ";
  const auto letter = ParseCorpusLetter(head + "f oO b\n---\nText");
  ASSERT_TRUE(letter);
  EXPECT_EQ(letter->roles,
            (std::vector<unsigned>{0U, 3U << StoryOf(4), 1U << kBackground}));
  EXPECT_FALSE(ParseCorpusLetter(head + "f x\n---\nText"));
}

TEST(CorpusTest, RolesOfMorePassagesThanThereAreAreRefusedByName) {
  const auto letter = ParseCorpusLetter(
      "id: a-1\nlabel: khac\nparts: khac\nroles: f f o\n---\nMột.\nHai.");
  ASSERT_TRUE(letter);
  const auto lexicon = Lexicon::Parse("request_verb: đề nghị\n");
  ASSERT_TRUE(lexicon);
  FeatureNames names;
  const auto samples = MakeSamples(TrainingLetters({*letter}), *lexicon, names);
  ASSERT_FALSE(samples);
  EXPECT_EQ(samples.error().subject, "a-1");
}

TEST(CorpusTest, RefusesAScanWithoutItsCondition) {
  EXPECT_TRUE(ParseCorpusScan("condition: fax\n---\nĐơn"));
  EXPECT_FALSE(ParseCorpusScan("fax\n---\nĐơn"));
  EXPECT_FALSE(ParseCorpusScan("condition: fax\nĐơn"));
}

TEST(CorpusTest, RefusesAFolderWithoutLetters) {
  EXPECT_FALSE(LoadCorpus("/nonexistent"));
}

}  // namespace
}  // namespace donthu
