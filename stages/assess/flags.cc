#include "stages/assess/flags.h"

#include <algorithm>
#include <array>
#include <set>

#include "models/vietnamese.h"
#include "stages/assess/commune_names.h"
#include "stages/assess/eligibility.h"
#include "stages/assess/listing.h"
#include "stages/assess/phrases.h"

namespace donthu {
namespace {

int Signers(const Assess::Input& input) {
  const Fields& fields = input.fields;
  const int named = static_cast<int>(fields.senders.size());
  return fields.signer_count ? std::max(named, fields.signer_count->value)
                             : named;
}

int Anonymous(const Assess::Input& input) {
  return input.fields.anonymous.value == true ? 1 : 0;
}

int Recipients(const Assess::Input& input) {
  return static_cast<int>(input.fields.recipients.size());
}

// Outside what says who writes, from where and to whom.
int Communes(const Assess::Input& input) {
  std::vector<TextSpan> apart;
  const auto add = [&](const OptionalText& text) {
    if (text) apart.push_back(text->span);
  };
  add(input.fields.letter_place);
  for (const Recipient& recipient : input.fields.recipients) {
    apart.push_back(recipient.name.span);
  }
  for (const Sender& sender : input.fields.senders) {
    add(sender.address);
    add(sender.id_issued_place);
  }
  return static_cast<int>(CommuneNames(input.letter.text, apart).size());
}

// One class found twice is two contents, too: parts, not labels.
int Contents(const Assess::Input& input) {
  return static_cast<int>(PartLabels(input.classification).size());
}

int RespondentBodies(const Assess::Input& input) {
  std::set<std::string> bodies;
  for (const Respondent& respondent : input.fields.respondents) {
    const bool is_body = respondent.kind != RespondentKind::kPerson;
    const OptionalText& body = respondent.organisation || !is_body
                                   ? respondent.organisation
                                   : respondent.name;
    if (body) bodies.insert(BareText(body->value));
  }
  return static_cast<int>(bodies.size());
}

// What is counted; the row says from how many on the flag is raised.
struct FlagRule {
  std::string_view id;
  int (*count)(const Assess::Input&);
};
constexpr std::array kFlagRules = {
    FlagRule{"nac_danh", Anonymous},
    FlagRule{"dong_nguoi", Signers},
    FlagRule{"gui_nhieu_noi", Recipients},
    FlagRule{"phuc_tap_nhieu_dia_diem", Communes},
    FlagRule{"phuc_tap_nhieu_noi_dung", Contents},
    FlagRule{"phuc_tap_nhieu_nguoi", Signers},
    FlagRule{"phuc_tap_nhieu_co_quan", RespondentBodies},
};

bool Applies(const FlagRow& row, const Assess::Input& input) {
  const std::vector<Label> parts = PartLabels(input.classification);
  return row.applies.empty() ||
         std::any_of(parts.begin(), parts.end(),
                     [&](Label part) { return Has(row.applies, part); });
}

bool Fires(const FlagRow& row, const Assess::Input& input,
           const std::string& text) {
  if (!Applies(row, input)) return false;
  const FlagRule* rule = RowOf(kFlagRules, row.id);
  return rule != nullptr ? rule->count(input) >= row.at_least
                         : HoldsPhrase(text, row.words);
}

}  // namespace

bool IsKnownFlag(std::string_view id) {
  return RowOf(kFlagRules, id) != nullptr;
}

std::vector<std::string> RaiseFlags(const Assess::Input& input,
                                    const LegalTables& tables) {
  const std::string text = PhraseText(input.letter.text);
  std::vector<std::string> flags;
  for (const FlagRow& row : tables.flags) {
    if (Fires(row, input, text)) flags.push_back(row.id);
  }
  return flags;
}

}  // namespace donthu
