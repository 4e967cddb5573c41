#include "pipeline/source_copy.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "models/sha256.h"
#include "pipeline/files.h"
#include "tests/pipeline/temporary_folder.h"

namespace donthu {
namespace {

constexpr std::int64_t kLimit = 1 << 20;

TEST(SourceCopyTest, WhatWasHashedIsWhatIsRead) {
  const TemporaryFolder folder;
  folder.Put("in/a.pdf", "bytes");
  const auto inbox = OpenInbox(folder / "in");
  const auto hashed = HashSource(*inbox, inbox->files[0], kLimit);
  ASSERT_TRUE(hashed);
  EXPECT_EQ(hashed->sha256, Sha256Hex("bytes"));
  EXPECT_EQ(hashed->identity, inbox->files[0].seen);
  const auto copy = CopySource(*inbox, inbox->files[0], hashed->sha256,
                               folder.path(), kLimit);
  ASSERT_TRUE(copy);
  folder.Put("in/a.pdf", "other");
  EXPECT_EQ(*ReadAll(copy->get(), kLimit), "bytes");
}

TEST(SourceCopyTest, AFileThatChangedSinceIsRefused) {
  const TemporaryFolder folder;
  folder.Put("in/a.pdf", "bytes");
  const auto inbox = OpenInbox(folder / "in");
  const auto copy = CopySource(*inbox, inbox->files[0], Sha256Hex("before"),
                               folder.path(), kLimit);
  ASSERT_FALSE(copy);
  EXPECT_EQ(copy.error().code, ErrorCode::kSourceChanged);
}

TEST(SourceCopyTest, AFilePastTheLimitIsRefused) {
  const TemporaryFolder folder;
  folder.Put("in/a.pdf", "bytes");
  const auto inbox = OpenInbox(folder / "in");
  EXPECT_EQ(HashSource(*inbox, inbox->files[0], 4).error().code,
            ErrorCode::kFileTooLarge);
}

TEST(SourceCopyTest, ACopyCanBeGivenANameOnce) {
  const TemporaryFolder folder;
  folder.Put("in/a.pdf", "bytes");
  const auto inbox = OpenInbox(folder / "in");
  const auto copy = CopySource(*inbox, inbox->files[0], Sha256Hex("bytes"),
                               folder.path(), kLimit);
  ASSERT_TRUE(LinkCopy(copy->get(), folder / "kept"));
  ASSERT_TRUE(LinkCopy(copy->get(), folder / "kept"));
  EXPECT_EQ(folder.Read("kept"), "bytes");
  EXPECT_FALSE(LinkCopy(copy->get(), folder / "no/such/folder"));
}

TEST(SourceCopyTest, TheCopyHasNoName) {
  const TemporaryFolder folder;
  folder.Put("in/a.pdf", "bytes");
  const auto inbox = OpenInbox(folder / "in");
  const auto copy = CopySource(*inbox, inbox->files[0], Sha256Hex("bytes"),
                               folder.path(), kLimit);
  ASSERT_TRUE(copy);
  const std::filesystem::directory_iterator entries(folder.path());
  EXPECT_EQ(std::distance(entries, {}), 1);
}

}  // namespace
}  // namespace donthu
