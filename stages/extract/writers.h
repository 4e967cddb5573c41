// Who stands in a letter's opening as its writer.
#pragma once

#include <optional>
#include <vector>

#include "stages/extract/letter_view.h"
#include "stages/extract/zones.h"

namespace donthu {

struct Writer {
  TextSpan name;
  TextSpan data;    // what may hold the writer's own data
  TextSpan shared;  // what belongs to all writers: "Cùng trú tại …"
  char gender = '?';
  TextSpan title;  // "Ông", "bà"; empty where there is none
  SenderRole role = SenderRole::kWriter;
};

// In order of the text; a company that writes comes before who stands for
// it. Empty where the opening names nobody.
std::vector<Writer> WritersIn(const LetterView& view, const Zones& zones);

// From the other side's label ("Người bị tố cáo:", "Tên cơ quan bị khiếu
// nại") on, data are not the writer's. -1: no such label within.
int OtherSideAt(const LetterView& view, TextSpan within);

}  // namespace donthu
