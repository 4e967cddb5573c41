#include "stages/assess/hints.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "models/vietnamese.h"
#include "stages/assess/eligibility.h"
#include "stages/assess/listing.h"
#include "stages/assess/phrases.h"
#include "stages/assess/work_calendar.h"

namespace donthu {
namespace {

struct HintAsked {
  const Assess::Input& input;
  const Competence& competence;
  const HintRow& row;
};

std::optional<Day> DayOf(const OptionalText& date) {
  return date ? DayFromIso(date->value) : std::nullopt;
}

// "12/2020/QĐ-UBND": the year stands second in the number of a document that
// lays down rules.
bool IsNumberOfRules(std::string_view number) {
  const std::size_t slash = number.find('/');
  if (slash == std::string_view::npos || slash == 0) return false;
  const std::string_view year = number.substr(slash + 1, 4);
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::all_of(number.begin(), number.begin() + slash, digit) &&
         year.size() == 4 && std::all_of(year.begin(), year.end(), digit) &&
         number.size() > slash + 5 && number[slash + 5] == '/';
}

bool NamesRules(const HintAsked& asked) {
  const auto& decisions = asked.input.fields.decisions;
  return std::any_of(
      decisions.begin(), decisions.end(), [](const DecisionRef& decision) {
        return decision.number && IsNumberOfRules(decision.number->value);
      });
}

// A birthday of which only the year is known counts as the last of December.
bool IsMinor(const HintAsked& asked) {
  constexpr int kOfAge = 18;  // years
  const Fields& fields = asked.input.fields;
  const auto written = DayOf(fields.letter_date);
  if (!written || fields.senders.empty()) return false;
  const OptionalText& birth = fields.senders.front().birth_date;
  if (!birth) return false;
  const std::string& text = birth->value;
  const auto born = DayFromIso(text.size() == 4 ? text + "-12-31" : text);
  if (!born) return false;
  const std::chrono::year_month_day first(*born);
  return std::chrono::sys_days(std::chrono::year_month_day(
             first.year() + std::chrono::years(kOfAge), first.month(),
             first.day())) > *written;
}

bool SpeaksForAnother(const Sender& sender) {
  return sender.role == SenderRole::kRepresentative ||
         sender.role == SenderRole::kAuthorised ||
         sender.role == SenderRole::kLawyer;
}

bool LacksAuthority(const HintAsked& asked) {
  const Fields& fields = asked.input.fields;
  const auto shows_it = [](const LocatedText& attachment) {
    const std::string bare = BareText(attachment.value);
    return bare.find("uy quyen") != std::string::npos ||
           bare.find("gioi thieu luat su") != std::string::npos ||
           bare.find("cu nguoi dai dien") != std::string::npos;
  };
  return std::any_of(fields.senders.begin(), fields.senders.end(),
                     SpeaksForAnother) &&
         std::none_of(fields.attachments.begin(), fields.attachments.end(),
                      shows_it);
}

bool IsUnsigned(const HintAsked& asked) {
  return asked.input.fields.signed_by_hand.value == false;
}

// Counted from the latest decision, since the writer had it no earlier.
bool IsOutOfTime(const HintAsked& asked) {
  const Fields& fields = asked.input.fields;
  const auto written = DayOf(fields.letter_date);
  std::optional<Day> latest;
  for (const DecisionRef& decision : fields.decisions) {
    const auto day = DayOf(decision.date);
    if (day && (!latest || *day > *latest)) latest = day;
  }
  return written && latest &&
         *written - *latest > std::chrono::days(asked.row.days);
}

bool IsSentToSeveral(const HintAsked& asked) {
  return asked.input.fields.recipients.size() >= 2;
}

bool NamesAViolator(const Fields& fields) {
  return std::any_of(fields.respondents.begin(), fields.respondents.end(),
                     [](const Respondent& r) {
                       return r.name || (r.position && r.organisation);
                     });
}

bool IsAnonymousWithGrounds(const HintAsked& asked) {
  const Fields& fields = asked.input.fields;
  return fields.anonymous.value == true && NamesAViolator(fields) &&
         !fields.attachments.empty();
}

bool NamesNoViolator(const HintAsked& asked) {
  return !NamesAViolator(asked.input.fields);
}

struct HintRule {
  std::string_view id;
  bool (*holds)(const HintAsked&);
};
constexpr std::array kHintRules = {
    HintRule{"van_ban_quy_pham", NamesRules},
    HintRule{"chua_du_18_tuoi", IsMinor},
    HintRule{"thieu_uy_quyen", LacksAuthority},
    HintRule{"khong_ky_ten", IsUnsigned},
    HintRule{"het_thoi_hieu", IsOutOfTime},
    HintRule{"gui_nhieu_noi", IsSentToSeveral},
    HintRule{"nac_danh_co_can_cu", IsAnonymousWithGrounds},
    HintRule{"khong_ro_nguoi_vi_pham", NamesNoViolator},
};

bool Fits(const HintAsked& asked, Label part, const std::string& text) {
  const HintRow& row = asked.row;
  const std::string instance = asked.input.fields.instance.value.value_or("");
  if (!Has(row.applies, part)) return false;
  if (!row.instances.empty() && !Has(row.instances, instance)) return false;
  if (!Allows(row.competent, asked.competence.competent)) return false;
  const HintRule* rule = RowOf(kHintRules, row.id);
  return rule != nullptr ? rule->holds(asked) : HoldsPhrase(text, row.words);
}

}  // namespace

bool IsKnownHint(std::string_view id) {
  return RowOf(kHintRules, id) != nullptr;
}

std::vector<Routing> SuggestHints(const Assess::Input& input,
                                  const Competence& competence,
                                  const LegalTables& tables) {
  const std::string text = PhraseText(input.letter.text);
  std::vector<Routing> hints;
  for (const Label part : PartLabels(input.classification)) {
    for (const HintRow& row : tables.hints) {
      if (!Fits({input, competence, row}, part, text)) continue;
      Routing hint = {part, row.action, row.law, row.reason};
      if (!Has(hints, hint)) hints.push_back(std::move(hint));
    }
  }
  return hints;
}

}  // namespace donthu
