// Words that tell what the words after them are.
#pragma once

#include <cstdint>

#include "stages/extract/hashed.h"

namespace donthu {

// Roles of a word, as bits.
using WordRoles = std::uint8_t;
// It tells what follows in the sentence: "tôi", "của", "đề nghị", "CMND".
inline constexpr WordRoles kLeadsOn = 1;
// A form of address: "ông", "bà".
inline constexpr WordRoles kIsTitle = 2;
// The name of a body begins with it: "Phòng Tài nguyên …"; or does where a
// certain word is next: "Ủy ban …".
inline constexpr WordRoles kHeadsBodyAlone = 4;
inline constexpr WordRoles kHeadsBodyWithNext = 8;
inline constexpr WordRoles kIsNextOfBodyHead = 16;
// The name of a place follows: "huyện Mường Chanh".
inline constexpr WordRoles kIsUnit = 32;

// Of a word, folded.
WordRoles RolesOf(const Hashed& word);

inline bool HeadsBody(WordRoles word, WordRoles next) {
  return (word & kHeadsBodyAlone) != 0 ||
         ((word & kHeadsBodyWithNext) != 0 && (next & kIsNextOfBodyHead) != 0);
}

}  // namespace donthu
