#include <gtest/gtest.h>

#include "pipeline/process/worker.h"

namespace donthu {
namespace {

TEST(WorkerFactsTest, ReadBackAsTheyWereWritten) {
  WorkerFacts facts;
  facts.tesseract = "5.3.0";
  facts.engine_settings = "lang=\"vie\"";
  const auto read = WorkerFactsFromJson(ToJson(facts));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, facts);
}

TEST(WorkerFactsTest, AnythingElseIsRefused) {
  for (const char* hostile : {"", "[]", "{}", "{\"tesseract\":1}", "\xff"}) {
    EXPECT_FALSE(WorkerFactsFromJson(hostile)) << hostile;
  }
}

}  // namespace
}  // namespace donthu
