// Whether the letter is for the office that runs the program.
#pragma once

#include "models/assessment.h"
#include "models/office.h"
#include "stages/assess/assess.h"

namespace donthu {

// For the weightiest part. True or false only where the names say it
// clearly: a first complaint of a decision or act of this very office (LKN
// Đ7 k1), or of an office of another level; a denunciation of someone in
// this office (LTC Đ12 k1). Empty otherwise.
Competence JudgeCompetence(const Assess::Input& input, const Office& office);

// Whether the body that must decide is for certain among several
// recipients: true, for certain not: false; empty where it is not known.
std::optional<bool> SentToCompetentBodyToo(const Assess::Input& input,
                                           const Competence& competence);

// The label of the weightiest part, or of the letter.
Label MainLabel(const Classification& classification);

}  // namespace donthu
