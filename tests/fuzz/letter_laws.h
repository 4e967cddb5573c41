// What must hold of any letter, whatever its text.
#pragma once

#include "models/letter.h"

namespace donthu {

// Ends the process where the letter breaks what letter.h promises.
void CheckLetter(const Letter& letter);

}  // namespace donthu
