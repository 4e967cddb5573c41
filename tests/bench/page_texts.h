// Texts of pages out of the project's own files of JSON lines.
#pragma once

#include <string>
#include <string_view>

#include "models/result.h"
#include "tests/bench/text_tree.h"

namespace donthu::bench {

// From records.jsonl: each page is its part of `text`, under the path of its
// source and of every copy. Failed and withdrawn records have no pages. Fails
// with kTextInvalid at a line that is no record.
Result<TextTree> TextsOfRecords(std::string_view jsonl);

// From truth.jsonl: lines with `pages` give pages, lines with `text` whole
// documents. Fails with kTextInvalid.
Result<TextTree> TextsOfTruth(std::string_view jsonl);

}  // namespace donthu::bench
