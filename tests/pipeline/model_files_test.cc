#include "pipeline/model_files.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace donthu {
namespace {

TEST(ModelFilesTest, TheConfigurationNamesTheFolder) {
  Config config;
  config.models_folder = "/some/where";
  EXPECT_EQ(ModelsFolder(config), "/some/where");
}

TEST(ModelFilesTest, AProgramInItsSourceTreeFindsThatTreesModels) {
  EXPECT_TRUE(std::filesystem::equivalent(ModelsFolder(Config()),
                                          DONTHU_SOURCE_DIR "/models"));
}

}  // namespace
}  // namespace donthu
