#include "pipeline/inbox.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "pipeline/files.h"
#include "tests/pipeline/temporary_folder.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<std::string> NamesIn(const Result<Inbox>& inbox) {
  std::vector<std::string> names;
  for (const InboxFile& file : inbox->files) names.push_back(file.name);
  return names;
}

std::vector<std::string> IgnoredIn(const Result<Inbox>& inbox) {
  std::vector<std::string> ignored;
  for (const IgnoredFile& file : inbox->ignored) {
    ignored.push_back(file.name + ": " + file.reason);
  }
  return ignored;
}

TEST(NaturalLessTest, TakesRunsOfDigitsForNumbers) {
  std::vector<std::string> names = {"p10", "p9", "p010", "p1", "p1a", "p"};
  std::sort(names.begin(), names.end(), NaturalLess);
  EXPECT_THAT(names, ElementsAre("p", "p1", "p1a", "p9", "p010", "p10"));
}

TEST(NaturalLessTest, ComparesNumbersThatNoIntegerHolds) {
  const std::string nines(40, '9');
  EXPECT_TRUE(NaturalLess(nines, "1" + std::string(40, '0')));
  EXPECT_FALSE(NaturalLess("1" + std::string(40, '0'), nines));
}

TEST(InboxTest, HoldsNoMoreFilesThanTheLimit) {
  const TemporaryFolder folder;
  folder.Put("inbox/1.png", "a");
  folder.Put("inbox/2.png", "b");
  const auto inbox = OpenInbox(folder / "inbox");
  ASSERT_TRUE(inbox);
  EXPECT_TRUE(CheckFileCount(*inbox, 2));
  const auto over = CheckFileCount(*inbox, 1);
  ASSERT_FALSE(over);
  EXPECT_EQ(over.error().code, ErrorCode::kConfigInvalid);
  EXPECT_EQ(over.error().subject, "limits.max_files");
}

TEST(NaturalLessTest, KeepsAFolderTogether) {
  EXPECT_TRUE(NaturalLess("a/z", "a b"));
  EXPECT_TRUE(NaturalLess("a/z", "a-1/b"));
}

TEST(NaturalLessTest, IsAStrictOrderOfDistinctNames) {
  std::mt19937 random(1);
  const auto name = [&random] {
    std::string text;
    for (std::size_t i = random() % 6; i > 0; --i) {
      text += "01/a-\xc3"[random() % 6];
    }
    return text;
  };
  for (int i = 0; i < 20'000; ++i) {
    const std::string a = name();
    const std::string b = name();
    const std::string c = name();
    EXPECT_EQ(NaturalLess(a, b) + NaturalLess(b, a), a == b ? 0 : 1);
    if (NaturalLess(a, b) && NaturalLess(b, c)) {
      EXPECT_TRUE(NaturalLess(a, c)) << a << " " << b << " " << c;
    }
  }
}

TEST(PercentEncodedTest, ChangesOnlyNamesThatAreNotUtf8) {
  EXPECT_EQ(PercentEncoded("Đơn 100%.pdf"), "Đơn 100%.pdf");
  EXPECT_EQ(PercentEncoded("\xc4\x90\xff 1%"), "\xc4\x90%FF 1%25");
  EXPECT_EQ(PercentEncoded("\xed\xa0\x80"), "%ED%A0%80");  // a surrogate
  EXPECT_EQ(PercentEncoded("\xc3"), "%C3");
}

TEST(InboxTest, AFolderIsWalkedInNaturalOrder) {
  const TemporaryFolder folder;
  for (const char* name : {"b/10.png", "b/9.png", "a.pdf", "B.tif"}) {
    folder.Put(name, "x");
  }
  const auto inbox = OpenInbox(folder.path());
  ASSERT_TRUE(inbox);
  EXPECT_THAT(NamesIn(inbox),
              ElementsAre("B.tif", "a.pdf", "b/9.png", "b/10.png"));
}

TEST(InboxTest, WhatIsNoLetterIsIgnoredAndListed) {
  const TemporaryFolder folder;
  for (const char* name : {"Thumbs.db", "desktop.ini", ".DS_Store", "~$a.docx",
                           "scan.pdf.part", "sub/Thumbs.db"}) {
    folder.Put(name, "x");
  }
  std::filesystem::create_directory(folder / "empty");
  std::filesystem::create_symlink("/etc/passwd", folder / "link.pdf");
  std::filesystem::create_directory_symlink("/etc", folder / "etc");
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  const auto inbox = OpenInbox(folder.path());
  ASSERT_TRUE(inbox);
  EXPECT_THAT(NamesIn(inbox), IsEmpty());
  EXPECT_THAT(
      IgnoredIn(inbox),
      UnorderedElementsAre(
          ".DS_Store: system_file", "Thumbs.db: system_file",
          "desktop.ini: system_file", "empty: empty_folder", "etc: link",
          "link.pdf: link", "pipe: special_file", "scan.pdf.part: unfinished",
          "sub/Thumbs.db: system_file", "~$a.docx: lock_file"));
}

TEST(InboxTest, ASingleFileIsAnInboxOfOne) {
  const TemporaryFolder folder;
  folder.Put("Đơn.pdf", "bytes");
  const auto inbox = OpenInbox(folder / "Đơn.pdf");
  ASSERT_TRUE(inbox);
  EXPECT_THAT(NamesIn(inbox), ElementsAre("Đơn.pdf"));
  const auto fd = OpenBeneath(*inbox, inbox->files[0]);
  ASSERT_TRUE(fd);
  EXPECT_EQ(*ReadAll(fd->get(), 100), "bytes");
}

TEST(InboxTest, AFolderThatIsNotThereIsUnreadable) {
  EXPECT_EQ(OpenInbox("/no/such/folder").error().code,
            ErrorCode::kFileUnreadable);
}

TEST(InboxTest, NoLinkIsFollowedThatTookTheFilesPlace) {
  const TemporaryFolder folder;
  folder.Put("sub/a.pdf", "x");
  const auto inbox = OpenInbox(folder.path());
  std::filesystem::remove_all(folder / "sub");
  std::filesystem::create_directory_symlink("/etc", folder / "sub");
  EXPECT_FALSE(OpenBeneath(*inbox, {"sub/passwd", "", {}}));
  EXPECT_FALSE(OpenBeneath(*inbox, {"../../etc/passwd", "", {}}));
  EXPECT_FALSE(OpenBeneath(*inbox, {"/etc/passwd", "", {}}));
}

TEST(InboxTest, APipeThatTookTheFilesPlaceDoesNotHang) {
  const TemporaryFolder folder;
  folder.Put("a.pdf", "x");
  const auto inbox = OpenInbox(folder.path());
  std::filesystem::remove(folder / "a.pdf");
  ASSERT_EQ(::mkfifo((folder / "a.pdf").c_str(), 0600), 0);
  const auto fd = OpenBeneath(*inbox, inbox->files[0]);
  ASSERT_FALSE(fd);
  EXPECT_EQ(fd.error().code, ErrorCode::kFileUnreadable);
}

TEST(InboxTest, EveryListedPathHasAName) {
  const auto inbox = OpenInboxList("/\n/a/b/\nc/\n", '\n');
  ASSERT_TRUE(inbox);
  std::vector<std::string> names;
  for (const InboxFile& file : inbox->files) names.push_back(file.name);
  EXPECT_THAT(names, ElementsAre("/", "b", "c/"));
}

TEST(InboxTest, AListIsSortedAndEachPathTakenOnce) {
  const auto inbox = OpenInboxList("b/10.pdf\nb/9.pdf\n\nb/10.pdf\n", '\n');
  ASSERT_TRUE(inbox);
  EXPECT_THAT(NamesIn(inbox), ElementsAre("b/9.pdf", "b/10.pdf"));
}

TEST(InboxTest, AListSeparatedByNulMayHoldLineEnds) {
  using namespace std::string_view_literals;
  const auto inbox = OpenInboxList("a\nb.pdf\0c.pdf\0"sv, '\0');
  ASSERT_TRUE(inbox);
  EXPECT_THAT(NamesIn(inbox), ElementsAre("a\nb.pdf", "c.pdf"));
}

TEST(InboxTest, AnAbsolutePathOfAListIsNamedByItsLastPart) {
  const TemporaryFolder folder;
  folder.Put("a.pdf", "bytes");
  const auto inbox = OpenInboxList(folder / "a.pdf", '\n');
  ASSERT_TRUE(inbox);
  EXPECT_THAT(NamesIn(inbox), ElementsAre("a.pdf"));
  EXPECT_TRUE(OpenBeneath(*inbox, inbox->files[0]));
}

}  // namespace
}  // namespace donthu
