#include "stages/assess/eligibility.h"

#include <algorithm>
#include <array>
#include <optional>

#include "stages/assess/competence.h"
#include "stages/assess/language.h"
#include "stages/assess/listing.h"

namespace donthu {
namespace {

struct Asked {
  const Assess::Input& input;
  const LegalTables& tables;
  const Competence& competence;
  LanguageShare language;  // of the letter's text
};

constexpr std::size_t kFullDate = 10;  // YYYY-MM-DD

CheckResult PassIf(std::optional<bool> answer) {
  if (!answer) return CheckResult::kUnknown;
  return *answer ? CheckResult::kPass : CheckResult::kFail;
}

bool IsSet(const OptionalText& text) { return text && !text->value.empty(); }

bool IsAnonymous(const Fields& fields) {
  return fields.anonymous.value == true;
}

CheckResult InVietnamese(const Asked& asked) {
  const LanguageLimits& limits = asked.tables.language;
  const LanguageShare& found = asked.language;
  if (found.words < limits.min_words) return CheckResult::kUnknown;
  if (found.share >= limits.pass_share) return CheckResult::kPass;
  return found.share < limits.fail_share ? CheckResult::kFail
                                         : CheckResult::kUnknown;
}

CheckResult Dated(const Asked& asked) {
  const OptionalText& date = asked.input.fields.letter_date;
  return PassIf(date && date->value.size() == kFullDate);
}

CheckResult NamedWithAddress(const Asked& asked) {
  const Fields& fields = asked.input.fields;
  return PassIf(!IsAnonymous(fields) &&
                std::any_of(fields.senders.begin(), fields.senders.end(),
                            [](const Sender& sender) {
                              return IsSet(sender.name) &&
                                     IsSet(sender.address);
                            }));
}

CheckResult Signed(const Asked& asked) {
  const Fields& fields = asked.input.fields;
  return IsAnonymous(fields) ? CheckResult::kFail
                             : PassIf(fields.signed_by_hand.value);
}

// An authority's name tells where it is; a person needs an office or an
// address. A complaint may name no more than the decision and its issuer.
CheckResult ComplainedOf(const Asked& asked) {
  const Fields& fields = asked.input.fields;
  const auto names_one = [](const Respondent& r) {
    if (IsSet(r.organisation)) return true;
    if (r.kind == RespondentKind::kAuthority) return IsSet(r.name);
    return IsSet(r.name) && IsSet(r.address);
  };
  return PassIf(
      std::any_of(fields.respondents.begin(), fields.respondents.end(),
                  names_one) ||
      std::any_of(fields.decisions.begin(), fields.decisions.end(),
                  [](const DecisionRef& d) { return IsSet(d.issuer); }));
}

CheckResult Requests(const Asked& asked) {
  return PassIf(!asked.input.fields.requests.empty());
}

CheckResult Denounced(const Asked& asked) {
  const auto& respondents = asked.input.fields.respondents;
  return PassIf(std::any_of(
      respondents.begin(), respondents.end(), [](const Respondent& r) {
        return IsSet(r.name) || (IsSet(r.position) && IsSet(r.organisation));
      }));
}

CheckResult Reachable(const Asked& asked) {
  const auto& senders = asked.input.fields.senders;
  return PassIf(
      std::any_of(senders.begin(), senders.end(), [](const Sender& sender) {
        return IsSet(sender.phone) || IsSet(sender.email) ||
               IsSet(sender.address);
      }));
}

CheckResult HasBody(const Asked& asked) {
  return PassIf(asked.language.words >= asked.tables.min_body_words);
}

CheckResult SentToOneBody(const Asked& asked) {
  // Only an office whose competence is known can put this question; the flag
  // gui_nhieu_noi tells the others of the many addressees.
  const auto sent = SentToCompetentBodyToo(asked.input, asked.competence);
  return sent ? PassIf(!*sent) : CheckResult::kNotApplicable;
}

struct Question {
  std::string_view id;
  CheckResult (*ask)(const Asked&);
};
constexpr std::array kQuestions = {
    Question{"tieng_viet", InVietnamese},
    Question{"ngay_viet", Dated},
    Question{"ho_ten_dia_chi", NamedWithAddress},
    Question{"ky_ten", Signed},
    Question{"nguoi_bi_khieu_nai", ComplainedOf},
    Question{"noi_dung_khieu_nai", Requests},
    Question{"nguoi_bi_to_cao", Denounced},
    Question{"lien_he", Reachable},
    Question{"noi_dung_kien_nghi", HasBody},
    Question{"gui_nhieu_noi", SentToOneBody},
};

CheckResult Answer(std::string_view id, const Asked& asked) {
  const Question* question = RowOf(kQuestions, id);
  return question == nullptr ? CheckResult::kUnknown : question->ask(asked);
}

Check Checked(const CheckRow& row, Label part, const Asked& asked) {
  if (!Has(row.applies, part)) {
    return {row.id, CheckResult::kNotApplicable, row.law, std::nullopt};
  }
  return {row.id, Answer(row.id, asked), row.law, row.evidence};
}

std::optional<bool> Verdict(const Eligibility& entry, const Fields& fields) {
  const auto has = [&](CheckResult result) {
    return std::any_of(entry.checks.begin(), entry.checks.end(),
                       [&](const Check& c) { return c.result == result; });
  };
  if (entry.part == Label::kToCao && IsAnonymous(fields)) return std::nullopt;
  if (has(CheckResult::kFail)) return false;
  if (has(CheckResult::kUnknown) || !has(CheckResult::kPass) ||
      entry.part == Label::kHonHop) {
    return std::nullopt;
  }
  return true;
}

}  // namespace

bool IsKnownCheck(std::string_view id) {
  return RowOf(kQuestions, id) != nullptr;
}

std::vector<Label> PartLabels(const Classification& classification) {
  std::vector<Label> labels;
  for (const Part& part : classification.parts) labels.push_back(part.label);
  if (labels.empty()) labels.push_back(classification.label);
  return labels;
}

std::vector<Eligibility> JudgeEligibility(const Assess::Input& input,
                                          const LegalTables& tables,
                                          const Competence& competence) {
  const Asked asked = {input, tables, competence,
                       ShareOfVietnamese(input.letter.text)};
  std::vector<Eligibility> entries;
  for (const Label part : PartLabels(input.classification)) {
    Eligibility entry;
    entry.part = part;
    for (const CheckRow& row : tables.checks) {
      entry.checks.push_back(Checked(row, part, asked));
    }
    entry.eligible = Verdict(entry, input.fields);
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace donthu
