#include "pipeline/archive_task.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/models/sample_record.h"
#include "tests/pipeline/read_scans.h"

namespace donthu {
namespace {

// One page with one word.
ArchiveTask TaskWith(const std::string& read, const std::string& recorded) {
  PageResult page;
  page.page.number = 1;
  page.page.width_px = page.text.width_px = 100;
  page.page.height_px = page.text.height_px = 50;
  const BoxPx box = {10, 10, 60, 30};
  page.text.blocks = {{box, {{box, {{box, {{read, box, 0.9}}}}}}}};
  ArchiveTask task;
  task.choice.formats = {std::string(kAltoFormat)};
  task.record = FailedRecord();
  task.record.text = recorded;
  task.record.pages = {page.page};
  task.pages = {page};
  return task;
}

std::string AltoOf(const ArchiveTask& task) {
  RecordedStages stages;
  const Load load{LoadLimits()};
  const auto copies = MakeArchiveCopies(task, load, nullptr, stages);
  return copies ? copies->alto : "none";
}

TEST(ArchiveTaskTest, CopiesHoldTheWordsOfTheRecordNotThoseThatWereRead) {
  const std::string alto = AltoOf(TaskWith("khiêu", "khiếu"));
  EXPECT_NE(alto.find("CONTENT=\"khiếu\""), std::string::npos) << alto;
}

TEST(ArchiveTaskTest, ATextOfAnotherLengthIsNotLaidOverThePages) {
  const std::string alto = AltoOf(TaskWith("khiêu", "khiếu nại"));
  EXPECT_NE(alto.find("CONTENT=\"khiêu\""), std::string::npos) << alto;
}

}  // namespace
}  // namespace donthu
