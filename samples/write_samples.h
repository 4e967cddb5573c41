// Letters to drawn files with their truth.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/result.h"
#include "samples/conditions/condition.h"
#include "samples/formats/file_format.h"
#include "samples/markup.h"

namespace donthu::samples {

// Every letter of `letters`/*.txt, in order of their names. Fails with
// kFileUnreadable, or as ParseMarkup with the file as the subject.
Result<std::vector<SampleLetter>> ReadLetters(
    const std::filesystem::path& letters);

// Letters set in typewriter type come from the machine and no others do; any
// letter may be written by hand. A mail-room stamp is for letters that tell
// when they came.
enum class Fit { kSuits, kDoesNotSuit };
Fit FitOf(const Condition& condition, const SampleLetter& letter);

// What such a scan is commonly saved as; the same for the same letter.
FileFormat UsualFormat(const Condition& condition, const SampleLetter& letter,
                       std::size_t pages);

// One file to be drawn.
struct SampleOrder {
  const SampleLetter* letter = nullptr;
  const Condition* condition = nullptr;
  std::uint64_t seed = 0;
  std::optional<FileFormat> format;  // empty: the usual one
  std::string file;                  // relative; empty: id-condition.ext
};

struct DrawnFile {
  std::string file;  // relative
  std::string bytes;
  std::string truth;  // one line of truth.jsonl, without the line's end
};

// Fails as DrawLetter and EncodeFile do.
Result<DrawnFile> DrawFile(const SampleOrder& order);

// Writes every file below `out` and the truth of all into `truth`. A format
// that has no encoder here is left out and named in the answer.
//
// Fails with kOutputUnwritable, or as DrawFile.
Result<std::vector<std::string>> WriteSamples(
    const std::vector<SampleOrder>& orders, const std::filesystem::path& out,
    const std::filesystem::path& truth);

}  // namespace donthu::samples
