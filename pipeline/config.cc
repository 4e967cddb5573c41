#include "pipeline/config.h"

#include <toml++/toml.h>

#include <algorithm>
#include <functional>
#include <sstream>
#include <string>
#include <utility>
#include <variant>

namespace donthu {
namespace {

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

struct Key {
  std::string section;
  std::string name;
  std::string meaning;
  std::variant<IntKey, RealKey, TextKey, ListKey, LevelKey, SandboxKey,
               ArchiveFormKey, SplitModeKey, FlagKey>
      kind;

  std::string Path() const { return section + "." + name; }
};

constexpr std::pair<OfficeLevel, std::string_view> kLevels[] = {
    {OfficeLevel::kUnknown, ""},
    {OfficeLevel::kXa, "xa"},
    {OfficeLevel::kTinh, "tinh"},
    {OfficeLevel::kBo, "bo"},
};

constexpr std::pair<SandboxMode, std::string_view> kSandboxModes[] = {
    {SandboxMode::kRequired, "required"},
    {SandboxMode::kOff, "off"},
};

constexpr std::pair<ArchiveForm, std::string_view> kArchiveForms[] = {
    {ArchiveForm::kPdf, "pdf"},
    {ArchiveForm::kPdfA2b, "pdfa-2b"},
};

constexpr std::pair<SplitMode, std::string_view> kSplitModes[] = {
    {SplitMode::kFile, "file"},
    {SplitMode::kSeparator, "separator"},
    {SplitMode::kAuto, "auto"},
};

std::vector<Key> OfficeKeys() {
  return {
      {"office", "name", "the office that receives the letters",
       TextKey{[](Config& c) -> std::string& { return c.office.name; }}},
      {"office", "aliases", "other names under which letters address it",
       ListKey{[](Config& c) -> std::vector<std::string>& {
         return c.office.aliases;
       }}},
      {"office", "level", "\"xa\", \"tinh\" or \"bo\"; empty: unknown",
       LevelKey{}},
      {"office", "province", "province of the office",
       TextKey{[](Config& c) -> std::string& { return c.office.province; }}},
  };
}

std::vector<Key> LimitKeys() {
  const auto whole = [](int Limits::*member, int least, int most) {
    return IntKey{[member](Config& c) -> int& { return c.limits.*member; },
                  least, most};
  };
  return {
      {"limits", "max_pages", "pages of one file",
       whole(&Limits::max_pages, 1, 100'000)},
      {"limits", "max_megapixels", "pixels of one page, in millions",
       whole(&Limits::max_megapixels, 1, 2000)},
      {"limits", "max_file_mb", "size of one file, in MiB",
       whole(&Limits::max_file_mb, 1, 1'000'000)},
      {"limits", "max_files", "files of one run",
       whole(&Limits::max_files, 1, 100'000'000)},
      {"limits", "max_pdf_objects", "objects of one PDF",
       whole(&Limits::max_pdf_objects, 1, 100'000'000)},
      {"limits", "max_stream_mb",
       "what the content of one PDF page, or one stream, unpacks to, in MiB",
       whole(&Limits::max_stream_mb, 1, 100'000)},
      {"limits", "page_cpu_s",
       "seconds of processor time for one page; ten times that on the clock",
       whole(&Limits::page_cpu_s, 1, 86'400)},
      {"limits", "letter_cpu_s", "the same for the text of one letter",
       whole(&Limits::letter_cpu_s, 1, 86'400)},
      {"limits", "worker_memory_mb", "address space of one worker, in MiB",
       whole(&Limits::worker_memory_mb, 512, 1'000'000)},
      {"limits", "sandbox",
       "\"required\", or \"off\": read scans without system-call filter",
       SandboxKey{}},
  };
}

std::vector<Key> OtherKeys() {
  const auto share = [](double Thresholds::*member) {
    return RealKey{
        [member](Config& c) -> double& { return c.thresholds.*member; }, 0.0,
        1.0};
  };
  return {
      {"thresholds", "decide",
       "confidence from which no person is asked; 0: what the model says",
       share(&Thresholds::decide)},
      {"thresholds", "secrecy",
       "probability of a denunciation from which secrecy is assumed",
       share(&Thresholds::secrecy)},
      {"thresholds", "page_confidence",
       "mean confidence of a page below which a person looks at it",
       share(&Thresholds::page_confidence)},
      {"thresholds", "page_cer",
       "expected share of wrong characters of a page from which a person "
       "looks at it",
       share(&Thresholds::page_cer)},
      {"text", "repair",
       "true: put right marks of letters that the engine lost",
       FlagKey{[](const Config& c) { return c.repair; },
               [](bool value, Config& c) { c.repair = value; }}},
      {"archive", "formats",
       "copies of each letter: \"pdf\" with searchable text, \"alto\"",
       ListKey{[](Config& c) -> std::vector<std::string>& {
         return c.archive.formats;
       }}},
      {"archive", "pdf", "\"pdf\", or \"pdfa-2b\": ISO 19005-2, level B",
       ArchiveFormKey{}},
      {"split", "mode",
       "what a letter is: \"file\", \"separator\" or \"auto\"; --split goes "
       "before it",
       SplitModeKey{}},
      {"split", "blank_sheets", "true: a blank sheet parts letters, too",
       FlagKey{[](const Config& c) {
                 return c.split.blank_sheets == BlankSheets::kPart;
               },
               [](bool value, Config& c) {
                 c.split.blank_sheets =
                     value ? BlankSheets::kPart : BlankSheets::kKept;
               }}},
      {"paths", "tessdata", "folder of vie.traineddata; empty: Debian's",
       TextKey{[](Config& c) -> std::string& { return c.tessdata_folder; }}},
      {"paths", "models", "folder of the models; empty: beside the program",
       TextKey{[](Config& c) -> std::string& { return c.models_folder; }}},
  };
}

const std::vector<Key>& Keys() {
  static const std::vector<Key> keys = [] {
    std::vector<Key> all = OfficeKeys();
    for (auto more : {LimitKeys(), OtherKeys()}) {
      all.insert(all.end(), more.begin(), more.end());
    }
    return all;
  }();
  return keys;
}

Failure Invalid(const std::string& subject, const std::string& detail) {
  return Fail(ErrorCode::kConfigInvalid, subject, detail);
}

Status SetNumber(const Key& key, const IntKey& kind, const toml::node& node,
                 Config& config) {
  const auto value = node.value_exact<std::int64_t>();
  if (!value || *value < kind.least || *value > kind.most) {
    return Invalid(key.Path(), "takes a whole number from " +
                                   std::to_string(kind.least) + " to " +
                                   std::to_string(kind.most));
  }
  kind.at(config) = static_cast<int>(*value);
  return Done{};
}

Status SetReal(const Key& key, const RealKey& kind, const toml::node& node,
               Config& config) {
  const auto value = node.value<double>();
  if (!node.is_number() || !value || !(*value >= kind.least) ||
      !(*value <= kind.most)) {
    return Invalid(key.Path(), "takes a number from 0 to 1");
  }
  kind.at(config) = *value;
  return Done{};
}

Status SetText(const Key& key, const TextKey& kind, const toml::node& node,
               Config& config) {
  const auto value = node.value_exact<std::string>();
  if (!value) return Invalid(key.Path(), "takes a text in quotes");
  kind.at(config) = *value;
  return Done{};
}

Status SetList(const Key& key, const ListKey& kind, const toml::node& node,
               Config& config) {
  const toml::array* array = node.as_array();
  if (array == nullptr) return Invalid(key.Path(), "takes a list of texts");
  std::vector<std::string> values;
  for (const toml::node& item : *array) {
    const auto value = item.value_exact<std::string>();
    if (!value) return Invalid(key.Path(), "takes a list of texts");
    values.push_back(*value);
  }
  kind.at(config) = std::move(values);
  return Done{};
}

Status SetLevel(const Key& key, const toml::node& node, Config& config) {
  const auto value = node.value_exact<std::string>();
  for (const auto& [level, name] : kLevels) {
    if (value && *value == name) {
      config.office.level = level;
      return Done{};
    }
  }
  return Invalid(key.Path(), "takes \"xa\", \"tinh\", \"bo\" or \"\"");
}

Status SetSandbox(const Key& key, const toml::node& node, Config& config) {
  const auto value = node.value_exact<std::string>();
  for (const auto& [mode, name] : kSandboxModes) {
    if (value && *value == name) {
      config.limits.sandbox = mode;
      return Done{};
    }
  }
  return Invalid(key.Path(), "takes \"required\" or \"off\"");
}

Status SetArchiveForm(const Key& key, const toml::node& node, Config& config) {
  const auto value = node.value_exact<std::string>();
  for (const auto& [form, name] : kArchiveForms) {
    if (value && *value == name) {
      config.archive.pdf = form;
      return Done{};
    }
  }
  return Invalid(key.Path(), "takes \"pdf\" or \"pdfa-2b\"");
}

Status CheckFormats(const ArchiveChoice& choice) {
  for (const std::string& format : choice.formats) {
    if (format != kPdfFormat && format != kAltoFormat) {
      return Invalid("archive.formats", "takes \"pdf\" and \"alto\"");
    }
  }
  return Done{};
}

Status SetSplitMode(const Key& key, const toml::node& node, Config& config) {
  const auto value = node.value_exact<std::string>();
  if (value && SplitModeFrom(*value, config.split.mode)) return Done{};
  return Invalid(key.Path(), "takes \"file\", \"separator\" or \"auto\"");
}

Status SetFlag(const Key& key, const FlagKey& kind, const toml::node& node,
               Config& config) {
  const auto value = node.value_exact<bool>();
  if (!value) return Invalid(key.Path(), "takes true or false");
  kind.set(*value, config);
  return Done{};
}

Status Set(const Key& key, const toml::node& node, Config& config) {
  if (const auto* kind = std::get_if<IntKey>(&key.kind)) {
    return SetNumber(key, *kind, node, config);
  }
  if (const auto* kind = std::get_if<RealKey>(&key.kind)) {
    return SetReal(key, *kind, node, config);
  }
  if (const auto* kind = std::get_if<TextKey>(&key.kind)) {
    return SetText(key, *kind, node, config);
  }
  if (const auto* kind = std::get_if<ListKey>(&key.kind)) {
    return SetList(key, *kind, node, config);
  }
  if (const auto* kind = std::get_if<FlagKey>(&key.kind)) {
    return SetFlag(key, *kind, node, config);
  }
  if (std::holds_alternative<SandboxKey>(key.kind)) {
    return SetSandbox(key, node, config);
  }
  if (std::holds_alternative<ArchiveFormKey>(key.kind)) {
    return SetArchiveForm(key, node, config);
  }
  if (std::holds_alternative<SplitModeKey>(key.kind)) {
    return SetSplitMode(key, node, config);
  }
  return SetLevel(key, node, config);
}

Result<toml::table> Parse(std::string_view text) {
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    std::ostringstream where;
    where << "line " << error.source().begin.line;
    return Invalid(where.str(), std::string(error.description()));
  }
}

bool IsSection(std::string_view name) {
  return std::any_of(Keys().begin(), Keys().end(),
                     [&](const Key& key) { return key.section == name; });
}

Status RefuseUnknown(const toml::table& table) {
  for (const auto& [section, node] : table) {
    const toml::table* keys = node.as_table();
    if (keys != nullptr && keys->empty() && !IsSection(section.str())) {
      return Invalid(std::string(section), "is an unknown section");
    }
    if (keys == nullptr) {
      return Invalid(std::string(section), "stands outside every section");
    }
    for (const auto& [name, value] : *keys) {
      const std::string path =
          std::string(section.str()) + "." + std::string(name.str());
      const bool known =
          std::any_of(Keys().begin(), Keys().end(),
                      [&](const Key& key) { return key.Path() == path; });
      if (!known) {
        return Invalid(path, "is unknown; `donthu config` lists every key");
      }
    }
  }
  return Done{};
}

std::string Quoted(const std::string& text) {
  std::ostringstream quoted;
  quoted << toml::value<std::string>(text);
  return quoted.str();
}

template <typename Value, std::size_t kCount>
std::string NameOf(const std::pair<Value, std::string_view> (&names)[kCount],
                   Value value) {
  for (const auto& [known, name] : names) {
    if (known == value) return std::string(name);
  }
  return "";
}

std::string ListText(const std::vector<std::string>& values) {
  std::string text = "[";
  for (const std::string& value : values) {
    if (text.size() > 1) text += ", ";
    text += Quoted(value);
  }
  return text + "]";
}

std::string ValueText(const Key& key, Config config) {
  if (const auto* kind = std::get_if<IntKey>(&key.kind)) {
    return std::to_string(kind->at(config));
  }
  if (const auto* kind = std::get_if<RealKey>(&key.kind)) {
    std::ostringstream text;
    text << toml::value<double>(kind->at(config));
    return text.str();
  }
  if (const auto* kind = std::get_if<TextKey>(&key.kind)) {
    return Quoted(kind->at(config));
  }
  if (const auto* kind = std::get_if<ListKey>(&key.kind)) {
    return ListText(kind->at(config));
  }
  if (const auto* kind = std::get_if<FlagKey>(&key.kind)) {
    return kind->get(config) ? "true" : "false";
  }
  if (std::holds_alternative<SandboxKey>(key.kind)) {
    return Quoted(NameOf(kSandboxModes, config.limits.sandbox));
  }
  if (std::holds_alternative<ArchiveFormKey>(key.kind)) {
    return Quoted(NameOf(kArchiveForms, config.archive.pdf));
  }
  if (std::holds_alternative<SplitModeKey>(key.kind)) {
    return Quoted(NameOf(kSplitModes, config.split.mode));
  }
  return Quoted(NameOf(kLevels, config.office.level));
}

}  // namespace

bool ArchiveChoice::Has(std::string_view format) const {
  return std::find(formats.begin(), formats.end(), format) != formats.end();
}

std::string_view ToString(ArchiveForm form) {
  return form == ArchiveForm::kPdf ? "pdf" : "pdfa-2b";
}

Status AddFormat(std::string_view name, ArchiveChoice& choice) {
  std::string format(name);
  for (const auto& [form, form_name] : kArchiveForms) {
    if (name != form_name) continue;
    choice.pdf = form;
    format = kPdfFormat;
  }
  if (format != kPdfFormat && format != kAltoFormat) {
    return Invalid("archive", "takes \"pdf\", \"pdfa-2b\" and \"alto\"");
  }
  if (!choice.Has(format)) choice.formats.push_back(std::move(format));
  return Done{};
}

bool SplitModeFrom(std::string_view text, SplitMode& mode) {
  for (const auto& [known, name] : kSplitModes) {
    if (name != text) continue;
    mode = known;
    return true;
  }
  return false;
}

std::string ToString(SplitMode mode) { return NameOf(kSplitModes, mode); }

Result<Config> ConfigFromToml(std::string_view text) {
  auto table = Parse(text);
  if (!table) return Fail(table.error());
  if (auto known = RefuseUnknown(*table); !known) return Fail(known.error());
  Config config;
  for (const Key& key : Keys()) {
    const toml::node* node = table->at_path(key.Path()).node();
    if (node == nullptr) continue;
    if (auto set = Set(key, *node, config); !set) return Fail(set.error());
  }
  if (auto known = CheckFormats(config.archive); !known) {
    return Fail(known.error());
  }
  return config;
}

Result<std::vector<ConfigOrigin>> ConfigOrigins(std::string_view text) {
  auto table = Parse(text);
  if (!table) return Fail(table.error());
  std::vector<ConfigOrigin> origins;
  for (const Key& key : Keys()) {
    const bool set = static_cast<bool>(table->at_path(key.Path()));
    origins.push_back({key.Path(), set ? "file" : "default"});
  }
  return origins;
}

std::string ConfigToToml(const Config& config) {
  std::string text;
  std::string section;
  for (const Key& key : Keys()) {
    if (key.section != section) {
      section = key.section;
      text += "[" + section + "]\n";
    }
    text += key.name + " = " + ValueText(key, config) + "\n";
  }
  return text;
}

std::string ConfigToCommentedToml(const Config& config,
                                  const std::vector<ConfigOrigin>& origins) {
  std::string text;
  std::string section;
  for (const Key& key : Keys()) {
    if (key.section != section) {
      text += (section.empty() ? "[" : "\n[") + key.section + "]\n";
      section = key.section;
    }
    text +=
        "# " + key.meaning + "\n" + key.name + " = " + ValueText(key, config);
    for (const ConfigOrigin& origin : origins) {
      if (origin.key == key.Path()) text += "  # " + origin.origin;
    }
    text += "\n";
  }
  return text;
}

}  // namespace donthu
