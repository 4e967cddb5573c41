#include "pipeline/process/sandbox.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "pipeline/files.h"
#include "stages/load/load.h"
#include "tests/fakes/probe.h"
#include "tests/pipeline/process/in_child.h"
#include "tests/stages/load/made_pdf.h"

namespace donthu {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::int64_t kMaxFileBytes = 1 << 20;
constexpr SandboxSupport kNoLandlock = {true, 0};
const std::string kKilled = "signal " + std::to_string(SIGSYS);

#ifdef __SANITIZE_ADDRESS__
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

class SandboxTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (kSanitized) GTEST_SKIP() << "the address sanitizer opens files";
    if (!FindSandboxSupport().system_calls) GTEST_SKIP() << "no seccomp here";
  }
};

// What `work` returns behind the sandbox.
std::string Behind(const SandboxSupport& support,
                   const std::function<std::string()>& work) {
  return DoneInChild([&]() -> std::string {
    const auto entered =
        EnterSandbox(SandboxMode::kRequired, support, kMaxFileBytes);
    return entered ? work() : entered.error().detail;
  });
}

struct Attempt {
  Mark mark;
  std::string end;
};

void PrintTo(const Attempt& attempt, std::ostream* out) {
  *out << static_cast<int>(attempt.mark) << " " << attempt.end;
}

class SandboxAttempt : public ::testing::TestWithParam<Attempt> {
 protected:
  void SetUp() override {
    if (kSanitized) GTEST_SKIP() << "the address sanitizer opens files";
  }
};

TEST_P(SandboxAttempt, EndsInVainAndWouldNotWithoutTheSandbox) {
  const auto probe = [] { return *Probe(GetParam().mark); };
  EXPECT_EQ(DoneInChild(probe), "got through");
  EXPECT_EQ(Behind(FindSandboxSupport(), probe), GetParam().end);
  EXPECT_EQ(Behind(kNoLandlock, probe), GetParam().end);
}

INSTANTIATE_TEST_SUITE_P(
    Sandbox, SandboxAttempt,
    ::testing::Values(
        Attempt{Mark::kReadPasswords, "refused: Permission denied"},
        Attempt{Mark::kWriteOutside, "refused: Permission denied"},
        Attempt{Mark::kLookAround, "refused: Permission denied"},
        Attempt{Mark::kConnect, kKilled}, Attempt{Mark::kFork, kKilled},
        Attempt{Mark::kExec, kKilled}, Attempt{Mark::kTrace, kKilled},
        Attempt{Mark::kSignalOther, kKilled},
        Attempt{Mark::kChangeUser, kKilled}, Attempt{Mark::kMakeCode, kKilled},
        Attempt{Mark::kHideFile, kKilled}));

TEST_F(SandboxTest, AThreadMayStart) {
  EXPECT_EQ(Behind(FindSandboxSupport(),
                   [] {
                     std::string said;
                     std::thread([&said] { said = "started"; }).join();
                     return said;
                   }),
            "started");
}

TEST_F(SandboxTest, WhatGivesUpStillEndsByItsOwnSignal) {
  EXPECT_EQ(Behind(FindSandboxSupport(),
                   []() -> std::string {
                     std::signal(SIGABRT, SIG_DFL);
                     std::abort();
                   }),
            "signal " + std::to_string(SIGABRT));
}

TEST_F(SandboxTest, NoFileGrowsBeyondItsLimit) {
  const auto file = MemoryFile();
  ASSERT_TRUE(file);
  const auto written_at = [&](off_t end) {
    return Behind(FindSandboxSupport(), [&]() -> std::string {
      return ::pwrite(file->get(), "x", 1, end - 1) == 1 ? "written" : "not";
    });
  };
  EXPECT_EQ(written_at(kMaxFileBytes), "written");
  EXPECT_EQ(written_at(kMaxFileBytes + 1), "signal " + std::to_string(SIGXFSZ));
}

std::string PdfWithoutItsFonts() {
  MadePdf pdf;
  pdf.resources = "/Font << /F 6 0 R /G 7 0 R >>";
  pdf.content = "BT /F 20 Tf 5 100 Td (Abcd) Tj /G 20 Tf 0 -40 Td (xyz) Tj ET";
  pdf.more_objects =
      "6 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj\n"
      "7 0 obj << /Type /Font /Subtype /TrueType /BaseFont "
      "/TimesNewRoman,Bold >> endobj\n";
  return Written(pdf);
}

// The pixels of its page and the words that it names, or the error.
std::string Drawn(const UniqueFd& pdf, SystemFonts fonts) {
  LoadLimits limits;
  limits.system_fonts = fonts;
  const Load load(limits);
  const auto document = load.Open(pdf.get());
  if (!document) return document.error().detail;
  const auto page = load.Run({**document, 1});
  if (!page) return std::string(ToString(page.error().code));
  std::string drawn(page->pixels.begin(), page->pixels.end());
  for (const NamedWord& word : page->words) drawn += word.text + " ";
  return drawn;
}

bool HasInk(const std::string& pixels) {
  return pixels.find('\0') != std::string::npos;
}

// A child: the fonts must not have been opened before.
TEST_F(SandboxTest, FontsThatAreNotInTheFileAreDrawnTheSameBehindIt) {
  const SandboxSupport support = FindSandboxSupport();
  if (support.landlock == 0) GTEST_SKIP() << "this kernel has no Landlock";
  const auto pdf = MemoryFileOf(PdfWithoutItsFonts());
  const auto draw = [&] { return Drawn(*pdf, SystemFonts::kReadable); };
  const std::string before = DoneInChild(draw);
  EXPECT_TRUE(HasInk(before));
  EXPECT_NE(before.find("Abcd xyz "), std::string::npos);
  const std::string after = DoneInChild([&]() -> std::string {
    Load load{LoadLimits()};
    if (!load.WarmUp()) return "not warm";
    const auto entered =
        EnterSandbox(SandboxMode::kRequired, support, kMaxFileBytes);
    return entered ? draw() : entered.error().detail;
  });
  EXPECT_TRUE(after == before);
}

TEST_F(SandboxTest, WithoutLandlockAPageThatNeedsAFontFailsAndSaysSo) {
  EXPECT_FALSE(FontsStayReadable(SandboxMode::kRequired, kNoLandlock));
  EXPECT_TRUE(FontsStayReadable(SandboxMode::kOff, kNoLandlock));
  EXPECT_EQ(Drawn(*MemoryFileOf(PdfWithoutItsFonts()), SystemFonts::kClosed),
            "image_unreadable");
}

TEST_F(SandboxTest, TheFactsSayWhatIsInForce) {
  EXPECT_THAT(DoneInChild([] {
                return EnterSandbox(SandboxMode::kRequired, kNoLandlock,
                                    kMaxFileBytes)
                    ->system_calls;
              }),
              HasSubstr("allowed"));
  EXPECT_THAT(
      EnterSandbox(SandboxMode::kOff, kNoLandlock, kMaxFileBytes)->system_calls,
      StartsWith("OFF"));
}

TEST_F(SandboxTest, AKernelWithoutAFilterIsNotWorkedOn) {
  const auto entered =
      EnterSandbox(SandboxMode::kRequired, {false, 0}, kMaxFileBytes);
  ASSERT_FALSE(entered);
  EXPECT_EQ(entered.error().code, ErrorCode::kModelMissing);
  EXPECT_THAT(entered.error().detail, HasSubstr("limits.sandbox"));
}

}  // namespace
}  // namespace donthu
