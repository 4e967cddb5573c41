#include "tests/pipeline/temporary_folder.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace donthu {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder()
    : path_((fs::temp_directory_path() / "donthu-test-XXXXXX").string()) {
  if (::mkdtemp(path_.data()) == nullptr) {
    throw std::runtime_error("no temporary folder");
  }
  // The program may read it under another user's name.
  fs::permissions(path_, fs::perms(0755));
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code error;
  fs::remove_all(path_, error);
}

std::string TemporaryFolder::operator/(std::string_view below) const {
  return path_ + "/" + std::string(below);
}

void TemporaryFolder::Put(std::string_view below,
                          std::string_view bytes) const {
  const fs::path file = *this / below;
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string TemporaryFolder::Read(std::string_view below) const {
  std::ifstream in(*this / below, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace donthu
