#include "tests/bench/score.h"

#include <gtest/gtest.h>

#include "tests/bench/page_texts.h"

namespace donthu::bench {
namespace {

TEST(ScoresTest, PagesWithoutTruthAreLeftOut) {
  const TextTree truth = {{"clean/a.pdf", {{2, "đơn tố cáo"}}}};
  const TextTree read = {{"clean/a.pdf", {{1, "bìa"}, {2, "đơn tố cao"}}}};
  const auto scores = Scores(truth, read);
  ASSERT_EQ(scores.size(), 1U);
  EXPECT_EQ(scores[0].pages, 1);
  EXPECT_EQ(scores[0].errors.characters, (ErrorCount{1, 10}));
}

TEST(ScoresTest, APageOrDocumentNotReadIsAllWrong) {
  const TextTree truth = {{"fax/a.tif", {{1, "đơn"}, {2, "thư"}}},
                          {"fax/b.tif", {{1, "đơn"}}}};
  const auto scores = Scores(truth, {{"fax/a.tif", {{1, "đơn"}}}});
  EXPECT_EQ(scores[0].errors.characters, (ErrorCount{3, 6}));
  EXPECT_EQ(scores[1].errors.characters, (ErrorCount{3, 3}));
}

TEST(ScoresTest, AWholeDocumentIsComparedWithItsPagesJoined) {
  const TextTree truth = {{"offices/a.pdf", {{kWholeDocument, "một hai ba"}}}};
  const TextTree read = {{"offices/a.pdf", {{1, "một"}, {2, "hai ba\n"}}}};
  const auto scores = Scores(truth, read);
  EXPECT_EQ(scores[0].errors.characters, (ErrorCount{0, 10}));
  EXPECT_EQ(scores[0].pages, 2);
}

TEST(SetScoresTest, MeansAreOfDocumentsAndPoolsOfCharacters) {
  const auto sets = SetScores({{"fax/a", 1, {{0, 90}, {0, 1}}},
                               {"fax/b", 2, {{5, 10}, {1, 1}}},
                               {"clean/c", 1, {{0, 5}, {0, 1}}}});
  ASSERT_EQ(sets.size(), 2U);
  EXPECT_EQ(sets[0].set, "clean");
  EXPECT_EQ(sets[1].documents, 2);
  EXPECT_EQ(sets[1].pages, 3);
  EXPECT_DOUBLE_EQ(sets[1].mean_cer, 0.25);
  EXPECT_DOUBLE_EQ(sets[1].median_cer, 0.5);
  EXPECT_DOUBLE_EQ(sets[1].pooled_cer, 0.05);
  EXPECT_DOUBLE_EQ(sets[1].mean_wer, 0.5);
}

TEST(PageTextsTest, CutsTheTextOfARecordInCodePoints) {
  const auto tree = TextsOfRecords(
      R"({"status":"complete","text":"đơn\n\nthư","source":{"file":"fax/a",)"
      R"("copies":["fax/b"]},"pages":[{"number":1,"text_start":0,)"
      R"("text_end":3},{"number":2,"text_start":5,"text_end":8}]})"
      "\n");
  ASSERT_TRUE(tree);
  const PageTexts pages = {{1, "đơn"}, {2, "thư"}};
  EXPECT_EQ(*tree, (TextTree{{"fax/a", pages}, {"fax/b", pages}}));
}

TEST(PageTextsTest, AFailedRecordHasNoPages) {
  const auto tree = TextsOfRecords(
      R"({"status":"failed","text":null,"source":{"file":"a"},"pages":[]})");
  ASSERT_TRUE(tree);
  EXPECT_TRUE(tree->empty());
}

TEST(PageTextsTest, TruthIsByPageOrWhole) {
  const auto tree = TextsOfTruth(
      "{\"file\":\"a.pdf\",\"pages\":[{\"text\":\"x\"},{\"text\":\"y\"}]}\n"
      "{\"file\":\"b.pdf\",\"text\":\"z\"}\n");
  ASSERT_TRUE(tree);
  EXPECT_EQ(*tree, (TextTree{{"a.pdf", {{1, "x"}, {2, "y"}}},
                             {"b.pdf", {{kWholeDocument, "z"}}}}));
}

TEST(PageTextsTest, NamesTheLineThatIsBroken) {
  const auto tree = TextsOfTruth("{\"file\":\"b.pdf\",\"text\":\"z\"}\n{}\n");
  ASSERT_FALSE(tree);
  EXPECT_EQ(tree.error().subject, "line 2");
}

TEST(TextTreeTest, ReadsBackWhatItWrote) {
  const auto folder =
      std::filesystem::path(testing::TempDir()) / "donthu_text_tree_test";
  std::filesystem::remove_all(folder);
  const TextTree tree = {{"clean/a.pdf", {{1, "một\n"}, {12, ""}}},
                         {"offices/b", {{kWholeDocument, "hai"}}}};
  ASSERT_TRUE(WriteTextTree(tree, folder));
  EXPECT_EQ(ReadTextTree(folder), tree);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace donthu::bench
