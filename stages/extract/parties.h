// A person or body that a letter is directed against, from where it is named.
#pragma once

#include <optional>
#include <vector>

#include "stages/extract/letter_view.h"
#include "stages/extract/names.h"
#include "stages/extract/zones.h"

namespace donthu {

// What follows `at` belongs to the party named before it, up to the end of
// its sentence or labelled block, and to the next person.
TextSpan Reach(const LetterView& view, int at, const Zones& zones);

// With post, body and address from what the name reaches.
Respondent PersonOf(const LetterView& view, const PersonName& name,
                    const Zones& zones);

// "Chủ tịch UBND xã A": post and body; "UBND xã A": the body alone.
std::optional<Respondent> BodyOf(const LetterView& view, int at,
                                 const Zones& zones);

// "Hiệu trưởng Ngô Đức Lai": a post, then its holder's name.
std::optional<Respondent> HolderOf(const LetterView& view, int at,
                                   const Zones& zones);

// The start of the next person after `at` in the same list of persons
// ("…, và ông B", "…; bà C"), before any verb; -1: there is none.
int NextPersonAt(const LetterView& view, TextSpan within);

// Adds it, unless somebody of that name is among them.
void AddParty(std::optional<Respondent> respondent,
              std::vector<Respondent>& respondents);

// Nobody complains of himself: respondents with the name of a sender go,
// whatever its case and marks.
void DropSenders(const std::vector<Sender>& senders,
                 std::vector<Respondent>& respondents);
// Senders whose name was taken from where a respondent is named go.
void DropAccused(const std::vector<Respondent>& respondents,
                 std::vector<Sender>& senders);

}  // namespace donthu
