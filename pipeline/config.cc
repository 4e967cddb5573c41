#include "pipeline/config.h"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>
#include <variant>

#include "pipeline/config_keys.h"

namespace donthu {
namespace {

Failure InvalidKey(const std::string& subject, const std::string& detail) {
  return Fail(ErrorCode::kConfigInvalid, subject, detail);
}

Status SetNumber(const Key& key, const IntKey& kind, const toml::node& node,
                 Config& config) {
  const auto value = node.value_exact<std::int64_t>();
  if (!value || *value < kind.least || *value > kind.most) {
    return InvalidKey(key.Path(), "takes a whole number from " +
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
    std::ostringstream range;
    range << "takes a number from " << kind.least << " to " << kind.most;
    return InvalidKey(key.Path(), range.str());
  }
  kind.at(config) = *value;
  return Done{};
}

Status SetText(const Key& key, const TextKey& kind, const toml::node& node,
               Config& config) {
  const auto value = node.value_exact<std::string>();
  if (!value) return InvalidKey(key.Path(), "takes a text in quotes");
  kind.at(config) = *value;
  return Done{};
}

Status SetList(const Key& key, const ListKey& kind, const toml::node& node,
               Config& config) {
  const toml::array* array = node.as_array();
  if (array == nullptr) return InvalidKey(key.Path(), "takes a list of texts");
  std::vector<std::string> values;
  for (const toml::node& item : *array) {
    const auto value = item.value_exact<std::string>();
    if (!value) return InvalidKey(key.Path(), "takes a list of texts");
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
  return InvalidKey(key.Path(), "takes \"xa\", \"tinh\", \"bo\" or \"\"");
}

Status SetSandbox(const Key& key, const toml::node& node, Config& config) {
  const auto value = node.value_exact<std::string>();
  for (const auto& [mode, name] : kSandboxModes) {
    if (value && *value == name) {
      config.limits.sandbox = mode;
      return Done{};
    }
  }
  return InvalidKey(key.Path(), "takes \"required\" or \"off\"");
}

Status SetArchiveForm(const Key& key, const toml::node& node, Config& config) {
  const auto value = node.value_exact<std::string>();
  for (const auto& [form, name] : kArchiveForms) {
    if (value && *value == name) {
      config.archive.pdf = form;
      return Done{};
    }
  }
  return InvalidKey(key.Path(), "takes \"pdf\" or \"pdfa-2b\"");
}

Status CheckFormats(const ArchiveChoice& choice) {
  for (const std::string& format : choice.formats) {
    if (format != kPdfFormat && format != kAltoFormat) {
      return InvalidKey("archive.formats", "takes \"pdf\" and \"alto\"");
    }
  }
  return Done{};
}

Status SetSplitMode(const Key& key, const toml::node& node, Config& config) {
  const auto value = node.value_exact<std::string>();
  if (value && SplitModeFrom(*value, config.split.mode)) return Done{};
  return InvalidKey(key.Path(), "takes \"file\", \"separator\" or \"auto\"");
}

Status SetFlag(const Key& key, const FlagKey& kind, const toml::node& node,
               Config& config) {
  const auto value = node.value_exact<bool>();
  if (!value) return InvalidKey(key.Path(), "takes true or false");
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
    return InvalidKey(where.str(), std::string(error.description()));
  }
}

bool IsSection(std::string_view name) {
  return std::any_of(ConfigKeys().begin(), ConfigKeys().end(),
                     [&](const Key& key) { return key.section == name; });
}

Status RefuseUnknown(const toml::table& table) {
  for (const auto& [section, node] : table) {
    const toml::table* keys = node.as_table();
    if (keys != nullptr && keys->empty() && !IsSection(section.str())) {
      return InvalidKey(std::string(section), "is an unknown section");
    }
    if (keys == nullptr) {
      return InvalidKey(std::string(section), "stands outside every section");
    }
    for (const auto& [name, value] : *keys) {
      const std::string path =
          std::string(section.str()) + "." + std::string(name.str());
      const bool known =
          std::any_of(ConfigKeys().begin(), ConfigKeys().end(),
                      [&](const Key& key) { return key.Path() == path; });
      if (!known) {
        return InvalidKey(path, "is unknown; `donthu config` lists every key");
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
    return InvalidKey("archive", "takes \"pdf\", \"pdfa-2b\" and \"alto\"");
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
  for (const Key& key : ConfigKeys()) {
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
  for (const Key& key : ConfigKeys()) {
    const bool set = static_cast<bool>(table->at_path(key.Path()));
    origins.push_back({key.Path(), set ? "file" : "default"});
  }
  return origins;
}

std::string ConfigToToml(const Config& config) {
  std::string text;
  std::string section;
  for (const Key& key : ConfigKeys()) {
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
  for (const Key& key : ConfigKeys()) {
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
