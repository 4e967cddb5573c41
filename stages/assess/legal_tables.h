// The tables of models/legal/ as values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/assessment.h"
#include "models/label.h"
#include "models/office.h"
#include "stages/assess/phrases.h"

namespace donthu {

struct CheckRow {
  std::string id;
  std::vector<Label> applies;
  std::string law;
  std::string evidence;  // key of the record
  bool verified = false;
};

struct LanguageLimits {
  int min_words = 0;        // below: unknown
  double pass_share = 0.0;  // of words built like Vietnamese syllables
  double fail_share = 0.0;
};

struct DeadlineRow {
  std::string id;
  std::vector<Label> applies;
  std::vector<std::string> instances;  // empty: any; "": not known
  std::vector<OfficeLevel> levels;     // empty: any
  DeadlineCondition condition = DeadlineCondition::kAlways;
  int days = 0;
  DayUnit unit = DayUnit::kWorking;
  std::string law;
  std::string effective_from;  // ISO dates, compared as text; inclusive
  std::string effective_to;    // empty: still in force
  bool verified = false;
};

enum class Answer { kYes, kNo, kUnknown };
struct RoutingRow {
  std::vector<Label> applies;
  std::vector<Answer> eligible;   // empty: any
  std::vector<Answer> competent;  // empty: any
  std::string flag;               // empty: none asked for
  std::string without_flag;
  std::string action;
  std::string law;
  std::string reason;
  bool verified = false;
};

// Why a case might be refused. A rule of the program, or phrases.
struct HintRow {
  std::string id;
  std::vector<Label> applies;
  std::vector<std::string> instances;  // empty: any; "": not known
  std::vector<Answer> competent;       // empty: any
  int days = 0;                        // of a time limit; 0: none
  PhraseList words;
  std::string action;
  std::string law;
  std::string reason;
  bool verified = false;
};

struct FlagRow {
  std::string id;
  std::vector<Label> applies;  // empty: any letter; else one part is of these
  std::string law;
  int at_least = 0;
  PhraseList words;
  bool verified = false;
};

struct HolidayYear {
  int year = 0;
  bool verified = false;
  std::vector<std::string> holidays;  // ISO dates
  std::vector<std::string> also_off;  // swap days
  std::vector<std::string> worked;    // Saturdays worked for them
};

// Read once, never changed.
class LegalTables {
 public:
  std::string version;
  LanguageLimits language;
  int min_body_words = 0;
  std::vector<CheckRow> checks;
  std::vector<DeadlineRow> deadlines;
  std::vector<RoutingRow> routes;
  std::vector<HintRow> hints;
  std::vector<FlagRow> flags;
  std::vector<HolidayYear> years;
};

}  // namespace donthu
