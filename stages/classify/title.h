// What the title alone suggests: brief §9.6. It never decides.
#pragma once

#include <optional>
#include <string_view>

#include "models/label.h"
#include "stages/classify/reading.h"

namespace donthu {

// Two classes named: hon_hop. "Đơn xin", "đơn khởi kiện", "đơn rút" …: khac.
// Empty for a neutral title ("đơn kêu cứu", "đơn đề nghị") and for none.
std::optional<Label> TitleLabelOf(std::string_view title);

// The same for the passages that stand in the title's zone.
std::optional<Label> TitleLabelOf(std::string_view text,
                                  const Reading& reading);

}  // namespace donthu
