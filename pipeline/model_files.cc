#include "pipeline/model_files.h"

#include <filesystem>

namespace donthu {

std::string ModelsFolder(const Config& config) {
  namespace fs = std::filesystem;
  if (!config.models_folder.empty()) return config.models_folder;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path installed =
      program.parent_path().parent_path() / "share" / "donthu";
  if (fs::exists(installed / "legal", error)) return installed.string();
  for (fs::path up = program.parent_path(); up != up.parent_path();
       up = up.parent_path()) {
    if (fs::exists(up / "models" / "legal", error)) {
      return (up / "models").string();
    }
  }
  return installed.string();
}

}  // namespace donthu
