#include "pipeline/store/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/record_json.h"
#include "tests/models/sample_record.h"
#include "tests/pipeline/temporary_folder.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;

class StoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Reopen();
    batch_ = *store_->BeginBatch("2026-07-06", {});
  }

  void Reopen() { store_ = *Store::Open(Path()); }
  std::string Path() const { return folder_ / "store.sqlite"; }

  // A source named `name`, the next of its batch; its sha256.
  std::string Take(const std::string& name, char digit) {
    StoredSource source;
    source.sha256 = std::string(64, digit);
    source.batch = batch_;
    source.position = position_++;
    source.names = {name};
    EXPECT_TRUE(store_->PutSource(source));
    return source.sha256;
  }

  // Puts the letters and gives back "id revision" of each.
  std::vector<std::string> Put(const std::string& sha256,
                               std::vector<Record> records) {
    EXPECT_TRUE(store_->PutLetters(sha256, "key", records));
    std::vector<std::string> revisions;
    for (const Record& record : records) {
      revisions.push_back(record.record_id.substr(0, 4) + " " +
                          std::to_string(record.revision));
    }
    return revisions;
  }

  Record Current(const std::string& record_id) {
    return *RecordFromJson((*store_->FindRecord(record_id))->json);
  }

  TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
  Batch batch_;
  std::int64_t position_ = 0;
};

Record LetterOf(const std::string& sha256, char id, int page = 1) {
  Record record = FullRecord();
  record.record_id = std::string(32, id);
  record.revision = 1;
  record.supersedes.clear();
  record.superseded_by.clear();
  record.review.reset();
  record.source.sha256 = sha256;
  record.source.page_numbers = {page};
  return record;
}

TEST_F(StoreTest, ANewRecordIsRevisionOneAndStaysSoWhileNothingChanges) {
  const std::string sha256 = Take("a.pdf", 'a');
  EXPECT_THAT(Put(sha256, {LetterOf(sha256, '1')}), ElementsAre("1111 1"));
  EXPECT_THAT(Put(sha256, {LetterOf(sha256, '1')}), ElementsAre("1111 1"));
}

TEST_F(StoreTest, AnyChangeMakesTheNextRevision) {
  const std::string sha256 = Take("a.pdf", 'a');
  Record record = LetterOf(sha256, '1');
  Put(sha256, {record});
  record.review_reasons = {"novel"};
  EXPECT_THAT(Put(sha256, {record}), ElementsAre("1111 2"));
  EXPECT_EQ(Current(record.record_id).revision, 2);
}

TEST_F(StoreTest, WhatAPersonDecidedIsNotMadeAnew) {
  const std::string sha256 = Take("a.pdf", 'a');
  Record record = LetterOf(sha256, '1');
  Put(sha256, {record});
  Record decided = record;
  decided.status = RecordStatus::kComplete;
  decided.review = FullRecord().review;
  ASSERT_TRUE(store_->PutReview(decided));
  EXPECT_EQ(decided.revision, 2);
  EXPECT_THAT(Put(sha256, {record}), ElementsAre("1111 2"));
  EXPECT_EQ(Current(record.record_id), decided);
}

TEST_F(StoreTest, AFormerLetterBecomesATombstoneThatNamesItsHeirs) {
  const std::string sha256 = Take("a.pdf", 'a');
  Record whole = LetterOf(sha256, '1');
  whole.source.page_numbers = {1, 2};
  Put(sha256, {whole});
  EXPECT_THAT(Put(sha256, {LetterOf(sha256, '2', 1), LetterOf(sha256, '3', 2)}),
              ElementsAre("2222 1", "3333 1", "1111 2"));
  const Record gone = Current(std::string(32, '1'));
  EXPECT_EQ(gone.status, RecordStatus::kWithdrawn);
  EXPECT_THAT(gone.superseded_by,
              ElementsAre(std::string(32, '2'), std::string(32, '3')));
  EXPECT_THAT(Current(std::string(32, '2')).supersedes,
              ElementsAre(gone.record_id));
}

TEST_F(StoreTest, OnlyLettersWithItsPagesAreAFormerLettersHeirs) {
  const std::string sha256 = Take("a.pdf", 'a');
  Record pair = LetterOf(sha256, '2');
  pair.source.page_numbers = {2, 3};
  Put(sha256, {LetterOf(sha256, '1', 1), pair});
  EXPECT_THAT(Put(sha256, {LetterOf(sha256, '1', 1), LetterOf(sha256, '3', 2),
                           LetterOf(sha256, '4', 3)}),
              ElementsAre("1111 1", "3333 1", "4444 1", "2222 2"));
  EXPECT_THAT(Current(pair.record_id).superseded_by,
              ElementsAre(std::string(32, '3'), std::string(32, '4')));
  EXPECT_TRUE(Current(std::string(32, '1')).supersedes.empty());
}

TEST_F(StoreTest, TombstonesAndHeirsAreStableFromRunToRun) {
  const std::string sha256 = Take("a.pdf", 'a');
  Put(sha256, {LetterOf(sha256, '1')});
  Put(sha256, {LetterOf(sha256, '2')});
  EXPECT_THAT(Put(sha256, {LetterOf(sha256, '2')}), ElementsAre("2222 1"));
  EXPECT_EQ(Current(std::string(32, '1')).revision, 2);
}

TEST_F(StoreTest, AWithdrawnLetterThatComesBackIsALetterAgain) {
  const std::string sha256 = Take("a.pdf", 'a');
  Put(sha256, {LetterOf(sha256, '1')});
  Put(sha256, {LetterOf(sha256, '2')});
  EXPECT_THAT(Put(sha256, {LetterOf(sha256, '1')}),
              ElementsAre("1111 3", "2222 2"));
  EXPECT_EQ(Current(std::string(32, '1')).status, RecordStatus::kNeedsReview);
}

TEST_F(StoreTest, RecordsComeInOrderOfBatchPositionAndPage) {
  const std::string late = Take("b.pdf", 'b');
  batch_ = *store_->BeginBatch("2026-07-07", "2026-07-01");
  position_ = 0;
  const std::string later = Take("a.pdf", 'a');
  Put(later, {LetterOf(later, '1')});
  Put(late, {LetterOf(late, '2', 10), LetterOf(late, '3', 9)});
  std::string order;
  ASSERT_TRUE(store_->ForEachRecord([&](const std::string& json) -> Status {
    order += RecordFromJson(json)->record_id[0];
    return Done{};
  }));
  EXPECT_EQ(order, "321");
}

TEST_F(StoreTest, TakingStopsAtTheFirstFailure) {
  const std::string sha256 = Take("a.pdf", 'a');
  Put(sha256, {LetterOf(sha256, '1'), LetterOf(sha256, '2', 2)});
  int taken = 0;
  const auto all = store_->ForEachRecord([&](const std::string&) -> Status {
    ++taken;
    return Fail(ErrorCode::kOutputUnwritable, "disk", "full");
  });
  EXPECT_EQ(taken, 1);
  EXPECT_EQ(all.error().code, ErrorCode::kOutputUnwritable);
}

TEST_F(StoreTest, ASourceKeepsItsFirstBatchAndGathersNames) {
  const std::string sha256 = Take("a.pdf", 'a');
  const Batch first = batch_;
  batch_ = *store_->BeginBatch("2026-08-01", {});
  Take("copy of a.pdf", 'a');
  Take("a.pdf", 'a');
  const auto source = store_->FindSource(sha256);
  ASSERT_TRUE(source && *source);
  EXPECT_EQ((*source)->batch, first);
  EXPECT_THAT((*source)->names, ElementsAre("a.pdf", "copy of a.pdf"));
}

TEST_F(StoreTest, APageCountsOnlyUnderTheKeyItWasReadWith) {
  const std::string sha256 = Take("a.pdf", 'a');
  const StoredPage page{sha256, 1, "key", "content", "image", "{}"};
  ASSERT_TRUE(store_->PutPage(page));
  EXPECT_EQ(**store_->FindPage(sha256, 1, "key"), page);
  EXPECT_EQ(*store_->FindPageKey(sha256, 1), "key");
  EXPECT_FALSE(*store_->FindPage(sha256, 1, "another key"));
  EXPECT_FALSE(*store_->FindPage(sha256, 2, "key"));
}

TEST_F(StoreTest, EverythingIsThereAfterTheStoreIsOpenedAgain) {
  const std::string sha256 = Take("a.pdf", 'a');
  Put(sha256, {LetterOf(sha256, '1')});
  ASSERT_TRUE(store_->SetInspected(sha256, "application/pdf", 3));
  Reopen();
  EXPECT_EQ((*store_->FindSource(sha256))->page_count, 3);
  EXPECT_EQ((*store_->FindSource(sha256))->letter_key, "key");
  EXPECT_EQ(Current(std::string(32, '1')), LetterOf(sha256, '1'));
}

TEST_F(StoreTest, AStoreOfANewerProgramIsRefused) {
  store_.reset();
  auto database = Database::Open(Path());
  ASSERT_TRUE(database->Execute("PRAGMA user_version = 1000"));
  const auto store = Store::Open(Path());
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, ErrorCode::kStoreFailed);
  EXPECT_EQ(*database->Pragma("user_version"), "1000");
}

TEST_F(StoreTest, AFileThatIsNoStoreIsRefused) {
  folder_.Put("other", std::string(4096, 'x'));
  EXPECT_EQ(Store::Open(folder_ / "other").error().code,
            ErrorCode::kStoreDamaged);
}

TEST_F(StoreTest, APageIsFoundByItsContentUnderItsKey) {
  const std::string sha256 = Take("a.pdf", 'a');
  const StoredPage page{sha256, 3, "key", "content", "image", "{}"};
  ASSERT_TRUE(store_->PutPage(page));
  EXPECT_EQ(**store_->FindContent("content", "key"), page);
  EXPECT_FALSE(*store_->FindContent("content", "another key"));
  EXPECT_FALSE(*store_->FindContent("other content", "key"));
}

TEST_F(StoreTest, PagesOfUnknownContentAreNoTwins) {
  ASSERT_TRUE(store_->PutPage({Take("a.pdf", 'a'), 1, "key", "", "", "{}"}));
  EXPECT_FALSE(*store_->FindContent("", "key"));
}

TEST_F(StoreTest, AForgottenPageHasItsLettersMadeAnew) {
  const std::string sha256 = Take("a.pdf", 'a');
  ASSERT_TRUE(store_->PutPage({sha256, 1, "key", "", "", "{}"}));
  Put(sha256, {LetterOf(sha256, '1')});
  ASSERT_TRUE(store_->ForgetPage(sha256, 1));
  EXPECT_FALSE(*store_->FindPage(sha256, 1, "key"));
  EXPECT_EQ((*store_->FindSource(sha256))->letter_key, "");
}

TEST_F(StoreTest, EachChangeStandsInTheOutboxUntilItIsDropped) {
  const std::string sha256 = Take("a.pdf", 'a');
  Put(sha256, {LetterOf(sha256, '1')});
  Put(sha256, {LetterOf(sha256, '1')});  // its page images may be new
  const auto rows = store_->Outbox(10);
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ((*rows)[0].record_id, std::string(32, '1'));
  ASSERT_TRUE(store_->DropOutbox((*rows)[0].id));
  EXPECT_EQ(store_->Outbox(10)->size(), 1U);
}

TEST_F(StoreTest, ALetterIsFoundByItsPage) {
  const std::string sha256 = Take("a.pdf", 'a');
  Put(sha256, {LetterOf(sha256, '1', 1), LetterOf(sha256, '2', 4)});
  EXPECT_EQ(*store_->LetterWithPage(sha256, 3), std::string(32, '1'));
  EXPECT_EQ(*store_->LetterWithPage(sha256, 4), std::string(32, '2'));
  EXPECT_EQ(*store_->LetterWithPage(std::string(64, 'b'), 1), "");
}

TEST_F(StoreTest, AWithdrawnLetterTellsOfNoImages) {
  const std::string sha256 = Take("a.pdf", 'a');
  Record record = LetterOf(sha256, '1');
  record.pages[0].image = "letters/1/page-0001.png";
  Put(sha256, {record});
  Put(sha256, {LetterOf(sha256, '2')});
  EXPECT_EQ(Current(std::string(32, '1')).pages[0].image, std::nullopt);
}

TEST_F(StoreTest, TheLedgerBalancesWhereEachPageStandsOnce) {
  const std::string sha256 = Take("a.pdf", 'a');
  Record record = LetterOf(sha256, '1');
  record.status = RecordStatus::kComplete;
  record.review_reasons.clear();
  ASSERT_TRUE(store_->SetInspected(sha256, "application/pdf",
                                   static_cast<int>(record.pages.size())));
  Put(sha256, {record});
  Take("b.pdf", 'b');
  const auto ledger = store_->CountPages();
  ASSERT_TRUE(ledger);
  EXPECT_EQ(ledger->complete, 1);
  EXPECT_EQ(ledger->sources_unfinished, 1);
  EXPECT_TRUE(ledger->Balances());
  ASSERT_TRUE(store_->SetInspected(sha256, "application/pdf", 99));
  EXPECT_FALSE(store_->CountPages()->Balances());
}

class PurgeTest : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    sha256_ = Take("a.pdf", 'a');
    ASSERT_TRUE(store_->SetInspected(sha256_, "application/pdf", 1));
    ASSERT_TRUE(store_->PutPage({sha256_, 1, "key", "c", "i", "{}"}));
    Record record = LetterOf(sha256_, '1');
    record.pages.resize(1);
    Put(sha256_, {record});
    letter_ = **store_->FindLetter(record.record_id);
  }

  std::string sha256_;
  LetterRow letter_;
};

TEST_F(PurgeTest, LeavesIdHashAndPageCount) {
  ASSERT_TRUE(store_->Purge(letter_));
  LetterRow left = letter_;
  left.status = kPurged;
  EXPECT_EQ(**store_->FindLetter(letter_.record_id), left);
  EXPECT_FALSE(*store_->FindRecord(letter_.record_id));
  EXPECT_FALSE(*store_->FindPage(sha256_, 1, "key"));
  EXPECT_TRUE((*store_->FindSource(sha256_))->purged);
  EXPECT_TRUE((*store_->FindSource(sha256_))->names.empty());
  EXPECT_EQ(store_->CountPages()->pages_purged, 1);
  EXPECT_TRUE(store_->CountPages()->Balances());
}

TEST_F(PurgeTest, TakesTombstonesOfTheSourceAlong) {
  Put(sha256_, {LetterOf(sha256_, '2')});
  ASSERT_TRUE(store_->Purge(**store_->FindLetter(std::string(32, '2'))));
  EXPECT_FALSE(*store_->FindRecord(letter_.record_id));
  EXPECT_EQ((*store_->FindLetter(letter_.record_id))->status, kPurged);
}

TEST_F(PurgeTest, ASourceWithAnotherLetterKeepsItsNames) {
  Put(sha256_, {LetterOf(sha256_, '1', 1), LetterOf(sha256_, '2', 2)});
  ASSERT_TRUE(store_->Purge(**store_->FindLetter(letter_.record_id)));
  EXPECT_FALSE((*store_->FindSource(sha256_))->purged);
  EXPECT_THAT((*store_->FindSource(sha256_))->names, ElementsAre("a.pdf"));
}

TEST_F(PurgeTest, FindsWhatCameBeforeADay) {
  EXPECT_THAT(*store_->LettersBefore("2026-07-07"),
              ElementsAre(letter_.record_id));
  EXPECT_THAT(*store_->LettersBefore("2026-07-06"), ElementsAre());
}

}  // namespace
}  // namespace donthu
