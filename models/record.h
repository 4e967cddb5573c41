// The petition record, version 1: docs/record.md is the contract.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "models/assessment.h"
#include "models/classification.h"
#include "models/fields.h"
#include "models/geometry.h"
#include "models/ink_mark.h"
#include "models/letter.h"
#include "models/result.h"

namespace donthu {

inline constexpr const char* kSchemaVersion = "1.0.0";

enum class RecordStatus { kComplete, kNeedsReview, kFailed, kWithdrawn };

// A person's decision; `at` is an input, the one time of day in a record.
struct Review {
  std::string by;
  std::string at;  // RFC 3339
  std::string reason;
  std::vector<std::string> changed;  // keys

  friend bool operator==(const Review&, const Review&) = default;
};

struct RecordError {
  ErrorCode code = ErrorCode::kInternal;
  std::string stage;        // "load", "recognize" …
  std::optional<int> page;  // 1-based; empty: the whole file
  std::string subject;
  std::string detail;

  friend bool operator==(const RecordError&, const RecordError&) = default;
};

struct SourceInfo {
  std::string file;                 // relative to INBOX, never normalized
  std::vector<std::string> copies;  // byte-identical files, same form
  std::string sha256;               // 64 hex digits
  std::string media_type;           // "application/pdf"; empty: unknown
  std::vector<int> page_numbers;    // of this letter, 1-based in the file

  friend bool operator==(const SourceInfo&, const SourceInfo&) = default;
};

struct Received {
  std::optional<std::string> date;  // ISO
  std::optional<std::string> number;
  std::optional<std::string> office;
  std::optional<std::string> source;  // "stamp" or "option"

  friend bool operator==(const Received&, const Received&) = default;
};

enum class PageStatus {
  kOk,
  kBlank,
  kSeparator,
  kAttachment,
  kEnvelope,
  kTransferNote,
  kHandwritten,
  kUnreadable,
  kFailed,
};

struct BarcodeMark {
  std::string format;
  std::string text;
  BoxPx box;

  friend bool operator==(const BarcodeMark&, const BarcodeMark&) = default;
};

struct RecordPage {
  int number = 0;  // 1-based in the file
  PageStatus status = PageStatus::kOk;
  int width_px = 0;  // of the upright page image; 0 where none was made
  int height_px = 0;
  double dpi_x = 0.0;
  double dpi_y = 0.0;
  int rotation_deg = 0;  // clockwise, applied to the scan
  double skew_deg = 0.0;
  Homography to_source;
  std::optional<std::string> image;  // path relative to the output folder
  int text_start = 0;                // in code points of Record::text
  int text_end = 0;
  std::optional<double> mean_confidence;
  std::optional<double> predicted_cer;
  std::optional<double> blank_score;
  std::optional<double> handwriting_score;
  std::vector<StampMark> stamps;
  std::vector<BarcodeMark> barcodes;

  friend bool operator==(const RecordPage&, const RecordPage&) = default;
};

struct Similar {
  std::string record_id;
  double score = 0.0;
  std::string kind;

  friend bool operator==(const Similar&, const Similar&) = default;
};

struct Masked {
  std::string kind;
  int count = 0;

  friend bool operator==(const Masked&, const Masked&) = default;
};

struct Provenance {
  std::string program;
  std::string tesseract;
  std::string leptonica;
  std::string icu;
  std::string poppler;
  std::string qpdf;
  std::string traineddata_sha256;
  std::string classifier_sha256;
  std::string lexicon_version;
  std::string rules_version;
  std::string config_sha256;
  std::string as_of;  // ISO date: --today

  friend bool operator==(const Provenance&, const Provenance&) = default;
};

struct Record {
  std::string record_id;  // 32 hex digits
  int revision = 1;
  std::vector<std::string> supersedes;
  std::vector<std::string> superseded_by;
  RecordStatus status = RecordStatus::kComplete;
  std::vector<std::string> review_reasons;
  std::optional<Review> review;
  std::optional<RecordError> error;
  SourceInfo source;
  Received received;
  std::vector<RecordPage> pages;
  std::optional<std::string> text;  // empty where status is kFailed
  std::optional<Fields> fields;
  std::optional<Classification> classification;
  Assessment assessment;
  std::optional<std::string> exact_of;  // key duplicates.exact_of
  std::vector<Similar> similar;
  std::optional<std::string> redaction_profile;
  std::vector<Masked> masked;
  Provenance provenance;

  friend bool operator==(const Record&, const Record&) = default;
};

}  // namespace donthu
