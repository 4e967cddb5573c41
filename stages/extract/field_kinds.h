// What the field model marks in a letter.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace donthu {

// In the order of kFieldKindNames.
enum class FieldKind {
  kSenderName,
  kSenderBirth,
  kSenderId,
  kSenderIdDate,
  kSenderIdPlace,
  kSenderAddress,
  kSenderPhone,
  kRespondentName,
  kRespondentPosition,
  kRespondentOrganisation,
  kRespondentAddress,
  kDecisionNumber,
  kDecisionDate,
  kDecisionIssuer,
  kRequest,
  kAttachment,
  kIncidentPlace,
};
inline constexpr std::size_t kFieldKindCount = 17;

// The keys of the record without their numbers, as marked letters have them.
inline constexpr std::array<std::string_view, kFieldKindCount> kFieldKindNames =
    {"senders.name",
     "senders.birth_date",
     "senders.id_number",
     "senders.id_issued_date",
     "senders.id_issued_place",
     "senders.address",
     "senders.phone",
     "respondents.name",
     "respondents.position",
     "respondents.organisation",
     "respondents.address",
     "decisions.number",
     "decisions.date",
     "decisions.issuer",
     "requests",
     "attachments",
     "incident_place"};

// Tags of single words: outside, then the first word of each kind, then the
// later words of each kind.
inline constexpr std::size_t kOutside = 0;
inline constexpr std::size_t kTagCount = 1 + 2 * kFieldKindCount;
constexpr std::size_t FirstTagOf(std::size_t kind) { return 1 + kind; }
constexpr std::size_t LaterTagOf(std::size_t kind) {
  return 1 + kFieldKindCount + kind;
}
constexpr bool IsLaterTag(std::size_t tag) { return tag > kFieldKindCount; }
constexpr std::size_t KindOfTag(std::size_t tag) {
  return (tag - 1) % kFieldKindCount;
}

}  // namespace donthu
