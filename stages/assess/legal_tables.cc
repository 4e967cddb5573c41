#include "stages/assess/legal_tables.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

#include "models/json_rules.h"
#include "stages/assess/assess.h"
#include "stages/assess/eligibility.h"
#include "stages/assess/flags.h"
#include "stages/assess/hints.h"
#include "stages/assess/work_calendar.h"

namespace donthu {
namespace {

Failure BadTable(const std::string& where, const std::string& what) {
  return Fail(ErrorCode::kModelMissing, where, what);
}

// Takes the keys of one row. The first fault counts; keys that nobody took
// are a fault too.
class Row {
 public:
  Row(const toml::table& table, std::string where)
      : table_(table), where_(std::move(where)) {}

  // What a record gets of a table is never empty, and codes are codes.
  std::string Text(std::string_view key) {
    const auto text = Value<std::string>(key, "text");
    if (text.empty()) Fault(key, "must not be empty");
    return text;
  }
  std::string Code(std::string_view key) {
    const auto code = Text(key);
    if (!IsCode(code)) Fault(key, "must be a code: a-z, 0-9, _");
    return code;
  }
  std::string CodeOrEmpty(std::string_view key) {
    return Find(key) == nullptr ? std::string() : Code(key);
  }
  int Count(std::string_view key) {
    const auto count = Value<std::int64_t>(key, "a whole number");
    if (count < 1 || count > 10'000) Fault(key, "must be 1 to 10000");
    return static_cast<int>(count);
  }
  int CountOrZero(std::string_view key) {
    return Find(key) == nullptr ? 0 : Count(key);
  }
  double Share(std::string_view key) {
    const auto share = Value<double>(key, "a number");
    if (share < 0.0 || share > 1.0) Fault(key, "must be 0 to 1");
    return share;
  }
  bool Truth(std::string_view key) { return Value<bool>(key, "true or false"); }
  std::string Date(std::string_view key) {
    std::string text = Text(key);
    if (!DayFromIso(text)) Fault(key, "must be a day: YYYY-MM-DD");
    return text;
  }
  std::string DateOrEmpty(std::string_view key) {
    return Find(key) == nullptr ? std::string() : Date(key);
  }
  // Each item of a list turned by `read`; empty where the key is absent.
  template <typename T>
  std::vector<T> List(
      std::string_view key,
      const std::function<std::optional<T>(const std::string&)>& read) {
    std::vector<T> items;
    const toml::node* node = Find(key);
    if (node == nullptr) return items;
    const toml::array* array = node->as_array();
    if (array == nullptr) {
      Fault(key, "must be a list");
      return items;
    }
    for (const toml::node& item : *array) {
      const auto text = item.value<std::string>();
      std::optional<T> value = text ? read(*text) : std::nullopt;
      if (!value) Fault(key, "holds an item that is not allowed");
      if (value) items.push_back(*std::move(value));
    }
    return items;
  }
  std::vector<std::string> Texts(std::string_view key) {
    return List<std::string>(
        key, [](const std::string& text) { return std::optional(text); });
  }
  std::vector<std::string> Dates(std::string_view key) {
    return List<std::string>(key, [](const std::string& text) {
      return DayFromIso(text) ? std::optional(text) : std::nullopt;
    });
  }
  std::vector<Label> LabelsOrNone(std::string_view key) {
    return List<Label>(
        key, [](const std::string& text) { return LabelFromString(text); });
  }
  std::vector<Label> Labels(std::string_view key) {
    auto labels = LabelsOrNone(key);
    if (labels.empty()) Fault(key, "must name at least one label");
    return labels;
  }
  // The value that stands beside the key's text in `names`.
  template <typename T, std::size_t N>
  T OneOf(std::string_view key,
          const std::array<std::pair<std::string_view, T>, N>& names) {
    const std::string text = Text(key);
    for (const auto& [name, value] : names) {
      if (name == text) return value;
    }
    Fault(key, "is not one of the names allowed");
    return names[0].second;
  }

  void Fault(std::string_view key, std::string_view what) {
    if (!fault_.empty()) return;
    fault_ = std::string(key).append(" ").append(what);
  }
  Status Finish() {
    for (const auto& [key, value] : table_) {
      if (taken_.count(key.str()) == 0) Fault(key.str(), "is not known");
    }
    if (!fault_.empty()) return BadTable(where_, fault_);
    return Done{};
  }

 private:
  const toml::node* Find(std::string_view key) {
    taken_.emplace(key);
    return table_.get(key);
  }
  template <typename T>
  T Value(std::string_view key, std::string_view expected) {
    const toml::node* node = Find(key);
    const std::optional<T> value =
        node == nullptr ? std::nullopt : node->value<T>();
    if (!value) Fault(key, std::string("must be ").append(expected));
    return value.value_or(T{});
  }

  const toml::table& table_;
  std::string where_;
  std::set<std::string, std::less<>> taken_;
  std::string fault_;
};

constexpr std::array kConditions = {
    std::pair{std::string_view("always"), DeadlineCondition::kAlways},
    std::pair{std::string_view("if_competent"),
              DeadlineCondition::kIfCompetent},
    std::pair{std::string_view("if_not_competent"),
              DeadlineCondition::kIfNotCompetent}};
constexpr std::array kUnits = {
    std::pair{std::string_view("working"), DayUnit::kWorking},
    std::pair{std::string_view("calendar"), DayUnit::kCalendar}};

std::optional<OfficeLevel> LevelFrom(const std::string& text) {
  if (text == "xa") return OfficeLevel::kXa;
  if (text == "tinh") return OfficeLevel::kTinh;
  if (text == "bo") return OfficeLevel::kBo;
  return std::nullopt;
}

std::optional<Answer> AnswerFrom(const std::string& text) {
  if (text == "yes") return Answer::kYes;
  if (text == "no") return Answer::kNo;
  if (text == "unknown") return Answer::kUnknown;
  return std::nullopt;
}

CheckRow ReadCheck(Row& row) {
  CheckRow read = {row.Text("id"), row.Labels("applies"), row.Text("law"),
                   row.Text("evidence"), row.Truth("verified")};
  if (!IsKnownCheck(read.id)) row.Fault("id", "is no check of the program");
  return read;
}

DeadlineRow ReadDeadline(Row& row) {
  DeadlineRow read;
  read.id = row.Text("id");
  read.applies = row.Labels("applies");
  read.instances = row.Texts("instances");
  read.levels = row.List<OfficeLevel>("levels", LevelFrom);
  read.condition = row.OneOf("condition", kConditions);
  read.days = row.Count("days");
  read.unit = row.OneOf("unit", kUnits);
  read.law = row.Text("law");
  read.effective_from = row.Date("effective_from");
  read.effective_to = row.DateOrEmpty("effective_to");
  read.verified = row.Truth("verified");
  return read;
}

RoutingRow ReadRoute(Row& row) {
  RoutingRow read;
  read.applies = row.Labels("applies");
  read.eligible = row.List<Answer>("eligible", AnswerFrom);
  read.competent = row.List<Answer>("competent", AnswerFrom);
  read.flag = row.CodeOrEmpty("flag");
  read.without_flag = row.CodeOrEmpty("without_flag");
  read.action = row.Code("action");
  read.law = row.Text("law");
  read.reason = row.Text("reason");
  read.verified = row.Truth("verified");
  return read;
}

PhraseList ReadPhrases(Row& row) {
  return {row.Texts("phrases"), row.Texts("unless")};
}

HintRow ReadHint(Row& row) {
  HintRow read;
  read.id = row.Code("id");
  read.applies = row.Labels("applies");
  read.instances = row.Texts("instances");
  read.competent = row.List<Answer>("competent", AnswerFrom);
  read.days = row.CountOrZero("days");
  read.words = ReadPhrases(row);
  read.action = row.Code("action");
  read.law = row.Text("law");
  read.reason = row.Text("reason");
  read.verified = row.Truth("verified");
  if (IsKnownHint(read.id) != read.words.phrases.empty()) {
    row.Fault("id", "must be a rule of the program or have phrases, not both");
  }
  return read;
}

FlagRow ReadFlag(Row& row) {
  FlagRow read;
  read.id = row.Code("id");
  read.applies = row.LabelsOrNone("applies");
  read.law = row.Text("law");
  read.at_least = row.CountOrZero("at_least");
  read.words = ReadPhrases(row);
  read.verified = row.Truth("verified");
  if (IsKnownFlag(read.id) != read.words.phrases.empty()) {
    row.Fault("id", "must be a rule of the program or have phrases, not both");
  }
  return read;
}

HolidayYear ReadYear(Row& row) {
  return {row.Count("year"), row.Truth("verified"), row.Dates("holidays"),
          row.Dates("also_off"), row.Dates("worked")};
}

Result<toml::table> ReadFile(const std::string& folder,
                             const std::string& name) {
  try {
    return toml::parse_file(folder + "/" + name);
  } catch (const toml::parse_error& fault) {
    return BadTable(name + ":" + std::to_string(fault.source().begin.line),
                    "not there, or not TOML");
  }
}

// Every [[kind]] of the file. `rows` keeps what was read.
template <typename T>
Status ReadRows(const toml::table& file, const std::string& name,
                std::string_view kind, T (*read)(Row&), std::vector<T>& rows) {
  const toml::array* array = file[kind].as_array();
  if (array == nullptr) return BadTable(name, "has no rows");
  for (const toml::node& node : *array) {
    const toml::table* table = node.as_table();
    const std::string where =
        name + " " + std::string(kind) + " " + std::to_string(rows.size() + 1);
    if (table == nullptr) return BadTable(where, "is not a table");
    Row row(*table, where);
    rows.push_back(read(row));
    if (const Status fine = row.Finish(); !fine) return fine;
  }
  return Done{};
}

// All files of one folder are one set: they carry the same version.
Status AgreeOnVersion(const toml::table& file, const std::string& name,
                      LegalTables& tables) {
  const auto version = file["version"].value<std::string>();
  if (!version || version->empty()) return BadTable(name, "has no version");
  if (tables.version.empty()) tables.version = *version;
  if (tables.version == *version) return Done{};
  return BadTable(name, "has another version than the other tables");
}

template <typename T>
Status ReadTable(const std::string& folder, const std::string& name,
                 std::string_view kind, T (*read)(Row&), std::vector<T>& rows,
                 LegalTables& tables) {
  const auto file = ReadFile(folder, name);
  if (!file) return Fail(file.error());
  const Status agreed = AgreeOnVersion(*file, name, tables);
  return agreed ? ReadRows(*file, name, kind, read, rows) : agreed;
}

Status ReadLimits(const std::string& folder, LegalTables& tables) {
  const auto file = ReadFile(folder, "checks.toml");
  if (!file) return Fail(file.error());
  const toml::table* language = (*file)["language"].as_table();
  const toml::table* body = (*file)["body"].as_table();
  if (language == nullptr || body == nullptr) {
    return BadTable("checks.toml", "needs [language] and [body]");
  }
  Row row(*language, "checks.toml language");
  tables.language = {row.Count("min_words"), row.Share("pass_share"),
                     row.Share("fail_share")};
  if (const Status fine = row.Finish(); !fine) return fine;
  Row body_row(*body, "checks.toml body");
  tables.min_body_words = body_row.Count("min_words");
  return body_row.Finish();
}

}  // namespace

Result<std::shared_ptr<const LegalTables>> LoadLegalTables(
    const std::string& folder) {
  auto tables = std::make_shared<LegalTables>();
  const std::array<std::function<Status()>, 7> steps = {
      [&] { return ReadLimits(folder, *tables); },
      [&] {
        return ReadTable(folder, "checks.toml", "check", ReadCheck,
                         tables->checks, *tables);
      },
      [&] {
        return ReadTable(folder, "deadlines.toml", "deadline", ReadDeadline,
                         tables->deadlines, *tables);
      },
      [&] {
        return ReadTable(folder, "routing.toml", "route", ReadRoute,
                         tables->routes, *tables);
      },
      [&] {
        return ReadTable(folder, "hints.toml", "hint", ReadHint, tables->hints,
                         *tables);
      },
      [&] {
        return ReadTable(folder, "flags.toml", "flag", ReadFlag, tables->flags,
                         *tables);
      },
      [&] {
        return ReadTable(folder, "holidays.toml", "year", ReadYear,
                         tables->years, *tables);
      }};
  for (const auto& step : steps) {
    if (const Status fine = step(); !fine) return Fail(fine.error());
  }
  return std::shared_ptr<const LegalTables>(std::move(tables));
}

std::string LegalTablesVersion(const LegalTables& tables) {
  return tables.version;
}

}  // namespace donthu
