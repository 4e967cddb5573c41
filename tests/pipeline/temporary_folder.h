// A folder of its own for a test, gone when the test ends.
#pragma once

#include <string>
#include <string_view>

namespace donthu {

class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  const std::string& path() const { return path_; }
  std::string operator/(std::string_view below) const;
  // Writes a file below, and the folders on the way to it.
  void Put(std::string_view below, std::string_view bytes) const;
  // Empty where there is no such file.
  std::string Read(std::string_view below) const;

 private:
  std::string path_;
};

}  // namespace donthu
