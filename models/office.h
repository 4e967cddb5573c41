// The office that runs the program; from [office] of donthu.toml.
#pragma once

#include <string>
#include <vector>

namespace donthu {

enum class OfficeLevel { kUnknown, kXa, kTinh, kBo };

struct Office {
  std::string name;  // "Ban Tiếp công dân tỉnh Long An"
  std::vector<std::string> aliases;
  OfficeLevel level = OfficeLevel::kUnknown;
  std::string province;

  friend bool operator==(const Office&, const Office&) = default;
};

}  // namespace donthu
