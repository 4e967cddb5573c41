// What a clerk would enter by hand, each value with where it stands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/geometry.h"
#include "models/letter.h"

namespace donthu {

// A value and its place in the letter. `value` is canonical (dates ISO and
// perhaps partial: 2024-03; numbers digits only), `raw` as recognized.
template <typename T>
struct Located {
  T value{};
  std::string raw;                   // UTF-8, as recognized
  std::optional<double> confidence;  // 0 to 1; empty: no calibration fitted
  TextSpan span;                     // in Letter::text
  std::vector<Place> places;         // one a line; empty in plain text

  friend bool operator==(const Located&, const Located&) = default;
};
using LocatedText = Located<std::string>;
using OptionalText = std::optional<LocatedText>;

// A value that rests on the whole letter, or on what it lacks.
template <typename T>
struct Judged {
  std::optional<T> value;            // empty: the machine cannot tell
  std::optional<double> confidence;  // 0 to 1; empty: no calibration fitted
  std::vector<Place> places;         // empty where absence is the evidence

  friend bool operator==(const Judged&, const Judged&) = default;
};

enum class RecipientKind { kTo, kCc };
struct Recipient {
  LocatedText name;
  RecipientKind kind = RecipientKind::kTo;

  friend bool operator==(const Recipient&, const Recipient&) = default;
};

enum class IdKind { kCccd, kCmnd, kHoChieu, kKhac };
enum class SenderRole {
  kWriter,
  kRepresentative,
  kAuthorised,
  kLawyer,
  kCoSigner,
};
struct Sender {
  OptionalText name;
  OptionalText birth_date;  // ISO, or the year alone
  OptionalText gender;      // "nam" or "nữ"
  OptionalText id_number;   // digits; a passport with its letter
  std::optional<Located<IdKind>> id_kind;
  OptionalText id_issued_date;
  OptionalText id_issued_place;
  OptionalText address;
  OptionalText phone;  // digits only, national form: 0912345678
  OptionalText email;
  SenderRole role = SenderRole::kWriter;

  friend bool operator==(const Sender&, const Sender&) = default;
};

enum class RespondentKind { kPerson, kAuthority, kOrganisation };
// Whom the letter complains of or denounces.
struct Respondent {
  OptionalText name;
  OptionalText position;
  OptionalText organisation;
  OptionalText address;
  RespondentKind kind = RespondentKind::kPerson;

  friend bool operator==(const Respondent&, const Respondent&) = default;
};

// A decision, notice, conclusion or judgment that the letter refers to.
struct DecisionRef {
  OptionalText number;  // "1234/QĐ-UBND"
  OptionalText date;
  OptionalText issuer;
  OptionalText subject;
  OptionalText kind;  // "quyet_dinh", "thong_bao", "ket_luan", "ban_an" …

  friend bool operator==(const DecisionRef&, const DecisionRef&) = default;
};

struct Fields {
  OptionalText title;
  OptionalText letter_date;  // ISO, perhaps partial
  OptionalText letter_place;
  OptionalText summary;  // quoted, at most 300 code points
  std::vector<Recipient> recipients;
  std::vector<Sender> senders;
  std::optional<Located<int>> signer_count;
  std::vector<Respondent> respondents;
  std::vector<DecisionRef> decisions;
  std::vector<LocatedText> requests;
  std::vector<LocatedText> attachments;
  std::optional<Located<bool>> originals_enclosed;
  OptionalText incident_place;
  Judged<std::string> subject_field;  // "dat_dai" …: see the contract
  Judged<std::string> instance;       // "lan_dau", "lan_hai", "tiep"
  Judged<bool> signed_by_hand;        // key `signed`
  Judged<bool> anonymous;
  Judged<bool> collective;

  friend bool operator==(const Fields&, const Fields&) = default;
};

}  // namespace donthu
