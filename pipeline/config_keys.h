// The keys of donthu.toml: a new one is a row in config_keys.cc.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/config.h"

namespace donthu {

struct IntKey {
  std::function<int&(Config&)> at;
  int least;
  int most;
};
struct RealKey {
  std::function<double&(Config&)> at;
  double least;
  double most;
};
struct TextKey {
  std::function<std::string&(Config&)> at;
};
struct ListKey {
  std::function<std::vector<std::string>&(Config&)> at;
};
struct LevelKey {};
struct SandboxKey {};
struct ArchiveFormKey {};
struct SplitModeKey {};
struct FlagKey {
  std::function<bool(const Config&)> get;
  std::function<void(bool, Config&)> set;
};

// Its section, its name in it, what it means, where its value lies.
struct Key {
  std::string section;
  std::string name;
  std::string meaning;
  std::variant<IntKey, RealKey, TextKey, ListKey, LevelKey, SandboxKey,
               ArchiveFormKey, SplitModeKey, FlagKey>
      kind;

  std::string Path() const { return section + "." + name; }
};

inline constexpr std::pair<OfficeLevel, std::string_view> kLevels[] = {
    {OfficeLevel::kUnknown, ""},
    {OfficeLevel::kXa, "xa"},
    {OfficeLevel::kTinh, "tinh"},
    {OfficeLevel::kBo, "bo"},
};

inline constexpr std::pair<SandboxMode, std::string_view> kSandboxModes[] = {
    {SandboxMode::kRequired, "required"},
    {SandboxMode::kOff, "off"},
};

inline constexpr std::pair<ArchiveForm, std::string_view> kArchiveForms[] = {
    {ArchiveForm::kPdf, "pdf"},
    {ArchiveForm::kPdfA2b, "pdfa-2b"},
};

inline constexpr std::pair<SplitMode, std::string_view> kSplitModes[] = {
    {SplitMode::kFile, "file"},
    {SplitMode::kSeparator, "separator"},
    {SplitMode::kAuto, "auto"},
};

// In the order in which they are written.
const std::vector<Key>& ConfigKeys();

}  // namespace donthu
