#include "stages/examine/letter_roles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/stages/examine/page_of.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;

constexpr PageStatus kOk = PageStatus::kOk;
constexpr PageStatus kAttachment = PageStatus::kAttachment;

PageResult Page(const std::vector<ReadLine>& lines, PageStatus status = kOk) {
  PageResult page;
  page.page.status = status;
  page.text = PageOf(lines);
  return page;
}

PageResult FirstPage() {
  return Page({{"ĐƠN KHIẾU NẠI"}, {"Tôi tên là Vũ Đình Khoát"}});
}

PageResult LastPage() {
  return Page({{"Kèm theo: Quyết định 1187/QĐ-UBND"}, {"NGƯỜI KHIẾU NẠI"}});
}

PageResult Decision() {
  return Page({{"ỦY BAN NHÂN DÂN HUYỆN"},
               {"Số: 1187/QĐ-UBND"},
               {"QUYẾT ĐỊNH"},
               {"Căn cứ Luật Đất đai;"}});
}

PageResult MoreOfIt() {
  return Page({{"Điều 2. Giao Phòng Tài nguyên và Môi trường thực hiện."}});
}

TEST(LetterRolesTest, WhatFollowsTheSignedLetterIsAttached) {
  EXPECT_THAT(
      LetterRoles(std::vector{FirstPage(), LastPage(), Decision(), MoreOfIt()}),
      ElementsAre(kOk, kOk, kAttachment, kAttachment));
}

TEST(LetterRolesTest, ADocumentBeforeAnyLetterIsNoAttachment) {
  EXPECT_THAT(LetterRoles(std::vector{Decision(), MoreOfIt()}),
              ElementsAre(kOk, kOk));
}

TEST(LetterRolesTest, AfterAnAttachmentInAnUnsignedLetterItMayGoOn) {
  EXPECT_THAT(LetterRoles(std::vector{FirstPage(), Decision(), MoreOfIt()}),
              ElementsAre(kOk, kAttachment, kOk));
}

TEST(LetterRolesTest, APageOnWhichTheWriterSpeaksIsNeverAttached) {
  EXPECT_THAT(LetterRoles(std::vector{
                  FirstPage(), LastPage(), Decision(),
                  Page({{"Tôi xin cam đoan những điều trên là đúng."}})}),
              ElementsAre(kOk, kOk, kAttachment, kOk));
}

TEST(LetterRolesTest, OtherKindsStayWhatTheyAre) {
  EXPECT_THAT(
      LetterRoles(std::vector{Page({}, PageStatus::kTransferNote),
                              Page({}, PageStatus::kHandwritten),
                              Page({}, PageStatus::kBlank), Decision()}),
      ElementsAre(PageStatus::kTransferNote, PageStatus::kHandwritten,
                  PageStatus::kBlank, kAttachment));
}

}  // namespace
}  // namespace donthu
