// donthu.toml: what an office may set, each key with its default.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/office.h"
#include "models/result.h"
#include "stages/archive/archive.h"
#include "stages/classify/class_priors.h"
#include "stages/split/split.h"

namespace donthu {

// Whether a worker may read without its sandbox (pipeline/process/sandbox.h).
enum class SandboxMode { kRequired, kOff };

struct Limits {
  int max_pages = 2000;             // of one file
  int max_megapixels = 250;         // of one page
  int max_file_mb = 2048;           // of one file
  int max_files = 1'000'000;        // of one run
  int max_pdf_objects = 1'000'000;  // of one PDF
  int max_stream_mb = 256;          // what a stream of a PDF unpacks to
  int page_cpu_s = 60;              // processor time a page; ten times that on
                                    // the wall clock as the last resort
  int letter_cpu_s = 60;            // the same for the text of a letter
  int worker_memory_mb = 3072;      // address space of one worker
  SandboxMode sandbox = SandboxMode::kRequired;

  std::int64_t MaxFileBytes() const { return std::int64_t{max_file_mb} << 20; }

  friend bool operator==(const Limits&, const Limits&) = default;
};

struct Thresholds {
  // legal_confidence from which the machine decides alone; 0: the model's.
  double decide = 0.0;
  // p(to_cao) from which a letter is held for secrecy (brief §5.4).
  double secrecy = 0.1;
  // Mean word confidence of a page below which a person looks at it.
  double page_confidence = 0.6;
  // Expected character error rate of a page from which one does, too.
  double page_cer = 0.1;

  friend bool operator==(const Thresholds&, const Thresholds&) = default;
};

inline constexpr std::string_view kPdfFormat = "pdf";
inline constexpr std::string_view kAltoFormat = "alto";

// Which archive copies are made beside a record.
struct ArchiveChoice {
  std::vector<std::string> formats;  // kPdfFormat, kAltoFormat
  ArchiveForm pdf = ArchiveForm::kPdf;

  bool Has(std::string_view format) const;

  friend bool operator==(const ArchiveChoice&, const ArchiveChoice&) = default;
};

// "pdf" and "pdfa-2b".
std::string_view ToString(ArchiveForm form);
// Adds "pdf", "pdfa-2b" (a PDF of that form) or "alto". Fails with
// kConfigInvalid.
Status AddFormat(std::string_view name, ArchiveChoice& choice);

struct Config {
  Office office;
  Limits limits;
  Thresholds thresholds;
  ArchiveChoice archive;
  ClassPriors priors;
  SplitOptions split;  // --split and --blank-sheets of a run go before it
  bool repair = true;  // stages/repair: lost marks of letters
  std::string tessdata_folder;  // empty: where Debian puts it
  std::string models_folder;    // empty: beside the program

  friend bool operator==(const Config&, const Config&) = default;
};

// "file", "separator", "auto"; false, and `mode` as it was, for another.
bool SplitModeFrom(std::string_view text, SplitMode& mode);
std::string ToString(SplitMode mode);

// Reads TOML; keys that are absent keep their default. Fails with
// kConfigInvalid on an unknown key, a wrong type, a value out of range.
Result<Config> ConfigFromToml(std::string_view toml);

// Where a value came from.
struct ConfigOrigin {
  std::string key;     // "limits.max_pages"
  std::string origin;  // "default" or "file"
};
// One for each key, in the order of ConfigToToml. Fails like ConfigFromToml.
Result<std::vector<ConfigOrigin>> ConfigOrigins(std::string_view toml);

// Every key with its value: reads back to the same Config. What a record's
// provenance.config_sha256 is the hash of, with [archive] as by default.
std::string ConfigToToml(const Config& config);

// The same with the meaning of each key and, where `origins` names it, its
// origin, as comments.
std::string ConfigToCommentedToml(const Config& config,
                                  const std::vector<ConfigOrigin>& origins);

}  // namespace donthu
