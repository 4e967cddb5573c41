// A letter cut into passages, each with the zone that it stands in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/letter.h"
#include "stages/classify/lexicon.h"
#include "stages/classify/tokens.h"

namespace donthu {

enum class Zone {
  kHeading,     // quốc hiệu, place and date
  kTitle,       // "ĐƠN KHIẾU NẠI", and "V/v" below it
  kRecipients,  // "Kính gửi: …"
  kOpening,     // the first passages of the body: who writes and why
  kNarrative,
  kRequest,  // what is asked
  kClosing,  // assurances, thanks, signature
};

// A sentence, a clause of a long one, or an item of a list.
struct Passage {
  TextSpan span;  // without outer spaces
  Zone zone = Zone::kNarrative;
  int first_token = 0;  // into Reading::tokens, half open
  int last_token = 0;
  double position = 0.0;  // 0 first of the body, 1 last

  friend bool operator==(const Passage&, const Passage&) = default;
};

struct Reading {
  std::vector<Token> tokens;
  std::vector<Passage> passages;
  std::vector<ConceptHit> hits;  // in order of tokens
};

// Never fails: text without a passage gives an empty reading.
Reading ReadLetter(std::string_view text, const Lexicon& lexicon);

}  // namespace donthu
