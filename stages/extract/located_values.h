// The located values of a record that marked letters tell the truth of.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "models/fields.h"
#include "stages/extract/field_kinds.h"

namespace donthu {

// Their keys without numbers: those of the field model first.
inline constexpr std::size_t kValueKeyCount = kFieldKindCount + 6;
inline constexpr std::array<std::string_view, kValueKeyCount> kValueKeys = [] {
  std::array<std::string_view, kValueKeyCount> keys = {};
  for (std::size_t i = 0; i < kFieldKindCount; ++i)
    keys[i] = kFieldKindNames[i];
  constexpr std::array<std::string_view, 6> kOthers = {
      "senders.email", "title",           "letter_date",
      "letter_place",  "recipients.name", "signer_count"};
  for (std::size_t i = 0; i < kOthers.size(); ++i) {
    keys[kFieldKindCount + i] = kOthers[i];
  }
  return keys;
}();

// Calls visit(i, value) for every value that stands under kValueKeys[i], in
// the order of the record.
template <typename F, typename Visit>
void EachValue(F& fields, Visit visit) {
  std::size_t other = kFieldKindCount;
  const auto one = [&](std::size_t key, auto& value) {
    if (value) visit(key, *value);
  };
  const auto of = [](FieldKind kind) { return static_cast<std::size_t>(kind); };
  const std::size_t email = other++;
  one(other++, fields.title);
  one(other++, fields.letter_date);
  one(other++, fields.letter_place);
  for (auto& recipient : fields.recipients) visit(other, recipient.name);
  ++other;
  for (auto& sender : fields.senders) {
    one(of(FieldKind::kSenderName), sender.name);
    one(of(FieldKind::kSenderBirth), sender.birth_date);
    one(of(FieldKind::kSenderId), sender.id_number);
    one(of(FieldKind::kSenderIdDate), sender.id_issued_date);
    one(of(FieldKind::kSenderIdPlace), sender.id_issued_place);
    one(of(FieldKind::kSenderAddress), sender.address);
    one(of(FieldKind::kSenderPhone), sender.phone);
    one(email, sender.email);
  }
  one(other, fields.signer_count);
  for (auto& respondent : fields.respondents) {
    one(of(FieldKind::kRespondentName), respondent.name);
    one(of(FieldKind::kRespondentPosition), respondent.position);
    one(of(FieldKind::kRespondentOrganisation), respondent.organisation);
    one(of(FieldKind::kRespondentAddress), respondent.address);
  }
  for (auto& decision : fields.decisions) {
    one(of(FieldKind::kDecisionNumber), decision.number);
    one(of(FieldKind::kDecisionDate), decision.date);
    one(of(FieldKind::kDecisionIssuer), decision.issuer);
  }
  for (auto& request : fields.requests) visit(of(FieldKind::kRequest), request);
  for (auto& attachment : fields.attachments) {
    visit(of(FieldKind::kAttachment), attachment);
  }
  one(of(FieldKind::kIncidentPlace), fields.incident_place);
}

}  // namespace donthu
