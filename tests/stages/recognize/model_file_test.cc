#include "stages/recognize/model_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace donthu {
namespace {

TEST(ModelFileTest, HashesWhatItReads) {
  const std::string folder = testing::TempDir() + "donthu_model_file_test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder + "/abc.traineddata") << "abc";
  const auto model = ReadModelFile(folder, "abc");
  ASSERT_TRUE(model);
  EXPECT_EQ(model->bytes, "abc");
  EXPECT_EQ(model->sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(ModelFileTest, NamesThePackageOfAMissingModel) {
  const auto model = ReadModelFile("/nonexistent", "vie");
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().code, ErrorCode::kModelMissing);
  EXPECT_EQ(model.error().subject, "vie.traineddata");
  EXPECT_NE(model.error().detail.find("tesseract-ocr-vie"), std::string::npos);
}

TEST(ModelFileTest, WritesPackagesWithHyphens) {
  const auto model = ReadModelFile("/nonexistent", "chi_sim");
  ASSERT_FALSE(model);
  EXPECT_NE(model.error().detail.find("tesseract-ocr-chi-sim"),
            std::string::npos);
}

}  // namespace
}  // namespace donthu
