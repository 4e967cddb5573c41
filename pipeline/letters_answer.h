// What a worker says the letters of a source are, checked like any hostile
// input.
#pragma once

#include <string_view>
#include <vector>

#include "models/record.h"
#include "models/result.h"
#include "pipeline/store/store.h"

namespace donthu {

// `output`: one record a line. Each must keep the contract, be of this
// source, bear the id of its pages and have been read; together they hold
// every page of the source once, in order. Fails with kAnswerInvalid.
Result<std::vector<Record>> LettersFromAnswer(std::string_view output,
                                              const StoredSource& source);

}  // namespace donthu
