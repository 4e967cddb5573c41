#include "pipeline/repeats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "models/record_json.h"
#include "tests/models/sample_record.h"
#include "tests/pipeline/temporary_folder.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// A text of its own for each `topic`, 40 words.
std::string TextOf(const std::string& topic) {
  std::string text = "Tôi xin trình bày";
  for (int i = 0; i < 36; ++i) text += " " + topic + std::to_string(i);
  return text;
}

std::string IdOf(char digit) { return std::string(32, digit); }

class RepeatsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    store_ = *Store::Open(folder_ / "store.sqlite");
    batch_ = *store_->BeginBatch("2026-07-06", {});
  }

  // A letter of its own source, at `position` in the batch; it is put now.
  void Put(char digit, std::int64_t position, const std::string& text,
           const std::string& writer) {
    StoredSource source;
    source.sha256 = std::string(64, digit);
    source.batch = batch_;
    source.position = position;
    source.names = {std::string(1, digit) + ".pdf"};
    ASSERT_TRUE(store_->PutSource(source));
    PutText(digit, text, writer);
  }

  void PutText(char digit, const std::string& text, const std::string& writer) {
    Record record;
    record.record_id = IdOf(digit);
    record.source.sha256 = std::string(64, digit);
    record.source.file = std::string(1, digit) + ".pdf";
    record.source.page_numbers = {1};
    record.text = text;
    record.fields = Fields();
    if (!writer.empty()) {
      Sender sender;
      sender.name = LocatedText();
      sender.name->value = sender.name->raw = writer;
      record.fields->senders = {sender};
    }
    record.classification = FullRecord().classification;
    record.classification->evidence.clear();
    record.classification->parts = {Part()};
    record.provenance = FullRecord().provenance;
    std::vector<Record> records = {record};
    const auto put = store_->PutLetters(record.source.sha256, "key", records);
    ASSERT_TRUE(put) << put.error().detail;
  }

  // Ids of the records that changed.
  std::vector<std::string> Link() {
    std::vector<std::string> ids;
    const auto linked =
        LinkRepeats(*store_, [&](const std::vector<Record>& records) {
          for (const Record& record : records) ids.push_back(record.record_id);
          return Status(Done{});
        });
    EXPECT_TRUE(linked) << linked.error().subject << ": "
                        << linked.error().detail;
    return ids;
  }

  Record Current(char digit) {
    return *RecordFromJson((*store_->FindRecord(IdOf(digit)))->json);
  }

  // "2222 near_text" for each, the likest first.
  std::vector<std::string> SimilarOf(char digit) {
    std::vector<std::string> similar;
    for (const Similar& one : Current(digit).similar) {
      similar.push_back(one.record_id.substr(0, 4) + " " + one.kind);
    }
    return similar;
  }

  TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
  Batch batch_;
};

TEST_F(RepeatsTest, TheLaterOfTwoScansOfALetterNamesTheEarlier) {
  std::string misread = TextOf("mương");
  misread.replace(misread.find("mương7"), 5, "nương");
  Put('2', 1, misread, "Trần Thị Mẫu");
  Put('1', 0, TextOf("mương"), "Trần Thị Mẫu");
  Put('3', 2, TextOf("đường"), "Lê Văn Thử");
  EXPECT_THAT(Link(), ElementsAre(IdOf('2')));
  EXPECT_THAT(SimilarOf('1'), IsEmpty());
  EXPECT_THAT(SimilarOf('2'), ElementsAre("1111 near_text"));
  EXPECT_THAT(SimilarOf('3'), IsEmpty());
  const Record again = Current('2');
  EXPECT_EQ(again.exact_of, std::nullopt);
  EXPECT_EQ(again.revision, 2);
  EXPECT_EQ(again.status, RecordStatus::kNeedsReview);
  EXPECT_THAT(again.review_reasons, ElementsAre("possible_duplicate"));
  EXPECT_EQ(Current('1').status, RecordStatus::kComplete);
}

TEST_F(RepeatsTest, TheSameWordsAreAnExactRepeatOfTheEarliest) {
  for (const char digit : {'1', '2', '3'}) {
    Put(digit, digit, TextOf("mương"), "Trần Thị Mẫu");
  }
  Link();
  EXPECT_EQ(Current('2').exact_of, IdOf('1'));
  EXPECT_EQ(Current('3').exact_of, IdOf('1'));
  EXPECT_THAT(SimilarOf('3'), ElementsAre("1111 near_text", "2222 near_text"));
}

TEST_F(RepeatsTest, OneTextOfManyWritersIsNoDuplicate) {
  Put('1', 0, TextOf("mương"), "Trần Thị Mẫu");
  Put('2', 1, TextOf("mương") + " thêm", "Lê Văn Thử");
  Link();
  EXPECT_THAT(SimilarOf('2'), ElementsAre("1111 common_text"));
  EXPECT_THAT(Current('2').review_reasons, IsEmpty());
}

TEST_F(RepeatsTest, LinksAWritersLettersOnOneMatter) {
  const std::string half = TextOf("mương").substr(0, 220);
  Put('1', 0, TextOf("mương") + TextOf("đê"), "Trần Thị Mẫu");
  Put('2', 1, half + TextOf("đường") + TextOf("cầu"), "Trần Thị Mẫu");
  Put('3', 2, TextOf("gà") + TextOf("vịt"), "Trần Thị Mẫu");
  Link();
  EXPECT_THAT(SimilarOf('2'), ElementsAre("1111 same_matter"));
  EXPECT_THAT(SimilarOf('3'), IsEmpty());
}

TEST_F(RepeatsTest, IsComparedAgainWhereItChanged) {
  Put('1', 0, TextOf("mương"), "Trần Thị Mẫu");
  Put('2', 1, TextOf("mương"), "Trần Thị Mẫu");
  Link();
  EXPECT_THAT(Link(), IsEmpty());
  PutText('2', TextOf("đường"), "Trần Thị Mẫu");
  EXPECT_THAT(SimilarOf('2'), SizeIs(1)) << "until it was compared";
  EXPECT_THAT(Link(), ElementsAre(IdOf('2')));
  EXPECT_THAT(SimilarOf('2'), IsEmpty());
  EXPECT_EQ(Current('2').status, RecordStatus::kComplete);
}

TEST_F(RepeatsTest, IsNotComparedAgainWhereNothingOfItsSketchChanged) {
  Put('1', 0, TextOf("mương"), "Trần Thị Mẫu");
  Put('2', 1, TextOf("mương"), "Trần Thị Mẫu");
  Link();
  PutText('2', TextOf("MƯƠNG"), "Trần Thị Mẫu");
  EXPECT_THAT(*store_->Unlinked(), IsEmpty());
  EXPECT_EQ(Current('2').revision, 3);
  EXPECT_THAT(SimilarOf('2'), ElementsAre("1111 near_text"));
  PutText('2', TextOf("MƯƠNG"), "Lê Văn Thử");
  EXPECT_THAT(*store_->Unlinked(), ElementsAre(IdOf('2')));
}

TEST_F(RepeatsTest, MadeAnewWithoutAChangeItKeepsItsRevision) {
  Put('1', 0, TextOf("mương"), "Trần Thị Mẫu");
  Put('2', 1, TextOf("mương"), "Trần Thị Mẫu");
  Link();
  PutText('2', TextOf("mương"), "Trần Thị Mẫu");
  EXPECT_THAT(Link(), IsEmpty());
  EXPECT_EQ(Current('2').revision, 2);
}

TEST_F(RepeatsTest, LeavesWhatAPersonDecided) {
  Put('1', 0, TextOf("mương"), "Trần Thị Mẫu");
  Put('2', 1, TextOf("mương"), "Trần Thị Mẫu");
  Record decided = Current('2');
  decided.review = FullRecord().review;
  ASSERT_TRUE(store_->PutReview(decided));
  EXPECT_THAT(Link(), IsEmpty());
  EXPECT_EQ(Current('2'), decided);
}

TEST_F(RepeatsTest, NothingOfAPurgedLetterIsFound) {
  Put('1', 0, TextOf("mương"), "Trần Thị Mẫu");
  Link();
  ASSERT_TRUE(store_->Purge(**store_->FindLetter(IdOf('1'))));
  Put('2', 1, TextOf("mương"), "Trần Thị Mẫu");
  EXPECT_THAT(Link(), IsEmpty());
  for (const char* table : {"sketch_pairs", "sketch_keys"}) {
    auto rows = store_->database().Prepare(
        std::string("SELECT count(*) FROM ") + table +
        " WHERE sketch NOT IN (SELECT id FROM sketches)");
    ASSERT_TRUE(*rows->Step());
    EXPECT_EQ(rows->Number(0), 0) << table;
  }
}

TEST_F(RepeatsTest, GoesOnWhereItWasBrokenOff) {
  for (const char digit : {'1', '2', '3'}) {
    Put(digit, digit, TextOf("mương"), "Trần Thị Mẫu");
  }
  const auto broken = LinkRepeats(*store_, [](const std::vector<Record>&) {
    return Fail(ErrorCode::kDiskFull, "output", "is full");
  });
  EXPECT_FALSE(broken);
  Link();
  EXPECT_EQ(Current('2').revision, 2);
  EXPECT_THAT(SimilarOf('3'), ElementsAre("1111 near_text", "2222 near_text"));
}

TEST_F(RepeatsTest, LeavesOffWhereItIsToldToStop) {
  for (const char digit : {'1', '2', '3'}) {
    Put(digit, digit, TextOf("mương"), "Trần Thị Mẫu");
  }
  int asked = 0;
  ASSERT_TRUE(LinkRepeats(
      *store_, [](const std::vector<Record>&) { return Status(Done{}); },
      [&] { return ++asked > 5; }));
  EXPECT_THAT(SimilarOf('2'), SizeIs(1));
  EXPECT_THAT(SimilarOf('3'), IsEmpty());
  Link();
  EXPECT_THAT(SimilarOf('3'), SizeIs(2));
}

}  // namespace
}  // namespace donthu
