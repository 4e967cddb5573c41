// What the law says of a letter: hints for a person, never a decision.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/label.h"

namespace donthu {

enum class CheckResult { kPass, kFail, kUnknown, kNotApplicable };

// One condition of Thông tư 05/2021/TT-TTCP Điều 6 khoản 2.
struct Check {
  std::string id;  // "ky_ten" …: models/legal/checks.toml
  CheckResult result = CheckResult::kUnknown;
  std::string law;                      // the article, from the table
  std::optional<std::string> evidence;  // the key that holds it:
                                        // "fields.letter_date"

  friend bool operator==(const Check&, const Check&) = default;
};

struct Eligibility {
  Label part = Label::kKhac;
  std::optional<bool> eligible;  // empty: a person decides
  std::vector<Check> checks;

  friend bool operator==(const Eligibility&, const Eligibility&) = default;
};

// Against the office in the configuration; empty where unknown.
struct Competence {
  std::optional<bool> competent;
  std::optional<std::string> hint;
  std::optional<std::string> law;

  friend bool operator==(const Competence&, const Competence&) = default;
};

struct Routing {
  Label part = Label::kKhac;
  std::string action;  // brief §4.1 in lower case: "thu_ly" …
  std::string law;
  std::string reason;

  friend bool operator==(const Routing&, const Routing&) = default;
};

enum class DeadlineCondition { kAlways, kIfCompetent, kIfNotCompetent };
enum class DayUnit { kWorking, kCalendar };

struct Deadline {
  std::string id;  // brief §3.1: "TC-1"
  Label part = Label::kKhac;
  DeadlineCondition condition = DeadlineCondition::kAlways;
  std::string law;
  std::string start;        // ISO date
  std::string start_event;  // "ngay_nhan"
  std::string due;          // ISO date
  int days = 0;
  DayUnit unit = DayUnit::kWorking;
  std::string rule_version;
  std::vector<std::string> assumptions;

  friend bool operator==(const Deadline&, const Deadline&) = default;
};

struct Assessment {
  std::vector<Eligibility> eligibility;  // one a part
  Competence competence;
  std::vector<Routing> routing;
  std::vector<Deadline> deadlines;
  std::vector<std::string> flags;

  friend bool operator==(const Assessment&, const Assessment&) = default;
};

}  // namespace donthu
