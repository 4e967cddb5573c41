// A letter known as plain text, laid out as its writer might have.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "models/result.h"
#include "samples/markup.h"

namespace donthu::samples {

// Blocks by what stands in the lines: heading, title, "Kính gửi", date, who
// signs; everything else is a paragraph. Nothing is marked as a field. The
// typeface is always the same for an id.
SampleLetter PlainLetter(const std::string& id, std::string_view text);

// Letters of models/classifier/corpus whose names begin with one of `writers`
// and a hyphen, or all where none is named, in order of their names. Fails
// with kFileUnreadable.
Result<std::vector<SampleLetter>> ReadPlainLetters(
    const std::filesystem::path& corpus,
    const std::vector<std::string>& writers = {});

}  // namespace donthu::samples
