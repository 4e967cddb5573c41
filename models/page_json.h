// The values that pass between worker and supervisor and rest in the store,
// as JSON. Whatever comes in is taken for hostile: sizes, types and ranges
// are checked, and anything odd is kAnswerInvalid.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/page_text.h"
#include "models/record.h"
#include "models/result.h"

namespace donthu {

// All that is known of one page once it was read.
struct PageResult {
  RecordPage page;  // text_start, text_end, image are not set yet
  PageText text;
  std::optional<Received> received;  // what an intake stamp on it says

  friend bool operator==(const PageResult&, const PageResult&) = default;
};

std::string ToJson(const PageResult& result);
Result<PageResult> PageResultFromJson(std::string_view json);

}  // namespace donthu
