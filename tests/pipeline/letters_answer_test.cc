#include "pipeline/letters_answer.h"

#include <gtest/gtest.h>

#include "models/record_json.h"
#include "pipeline/letter_way.h"
#include "tests/models/sample_record.h"

namespace donthu {
namespace {

// A letter that holds all `FullRecord().pages` of a source of as many pages.
Record WholeLetter() {
  Record record = FullRecord();
  record.status = RecordStatus::kNeedsReview;
  record.source.page_numbers.clear();
  for (const RecordPage& page : record.pages) {
    record.source.page_numbers.push_back(page.number);
  }
  record.record_id = RecordId(record.source.sha256, record.source.page_numbers);
  return record;
}

StoredSource SourceOf(const Record& record) {
  StoredSource source;
  source.sha256 = record.source.sha256;
  source.page_count = static_cast<int>(record.pages.size());
  return source;
}

std::string Answered(const Record& record, const StoredSource& source) {
  const auto letters = LettersFromAnswer(ToJsonLine(record) + "\n", source);
  return letters ? "taken" : letters.error().detail;
}

TEST(LettersAnswerTest, TakesALetterThatHoldsEveryPage) {
  const Record record = WholeLetter();
  EXPECT_EQ(Answered(record, SourceOf(record)), "taken");
}

TEST(LettersAnswerTest, RefusesTheIdOfAnotherLetter) {
  const Record record = WholeLetter();
  Record forged = record;
  forged.record_id = std::string(32, 'a');
  EXPECT_EQ(Answered(forged, SourceOf(record)),
            "gave a record that breaks the contract");
}

TEST(LettersAnswerTest, RefusesALetterOfAnotherSource) {
  const Record record = WholeLetter();
  StoredSource other = SourceOf(record);
  other.sha256 = std::string(64, 'b');
  EXPECT_EQ(Answered(record, other), "gave a record that breaks the contract");
}

TEST(LettersAnswerTest, RefusesALostPage) {
  const Record record = WholeLetter();
  StoredSource longer = SourceOf(record);
  ++longer.page_count;
  EXPECT_EQ(Answered(record, longer),
            "gave letters that do not hold every page once");
}

TEST(LettersAnswerTest, RefusesAPageTwice) {
  const Record record = WholeLetter();
  const std::string twice = ToJsonLine(record) + "\n" + ToJsonLine(record);
  EXPECT_FALSE(LettersFromAnswer(twice, SourceOf(record)));
}

TEST(LettersAnswerTest, RefusesAnAnswerWithoutLetters) {
  EXPECT_FALSE(LettersFromAnswer("", SourceOf(WholeLetter())));
}

}  // namespace
}  // namespace donthu
