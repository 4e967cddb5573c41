// Errors as values: what every function that can fail gives back.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace donthu {

// Written into records as text (see ToString); never renumber or reuse.
// 1 to 49 are faults of one letter, which fails alone; from 50 on the system
// is at fault and no letter is to blame.
enum class ErrorCode {
  kImageUnreadable = 1,    // damaged beyond decoding, or an unsupported codec
  kOcrFailed = 2,          // the engine gave up on a readable page
  kTextInvalid = 3,        // bytes that are not UTF-8 where text was promised
  kFileEmpty = 4,          // zero bytes
  kFormatUnsupported = 5,  // content that is no page: text, DOCX, e-mail, ZIP
  kFileTruncated = 6,      // begins well, ends too early
  kEncrypted = 7,          // opens with a password only
  kNoPages = 8,            // a sound document without a page
  kTooManyPages = 9,       // more pages than limits.max_pages
  kTooManyPixels = 10,     // a page larger than limits.max_megapixels
  kFileTooLarge = 11,      // more bytes than limits.max_file_mb
  kTimedOut = 12,          // a page or letter passed its deadline
  kWorkerCrashed = 13,     // the worker died of a signal on this input
  kOutOfMemory = 14,       // the worker's memory limit was reached
  kSourceChanged = 15,     // the bytes read are not the bytes hashed
  kFileUnreadable = 16,    // no permission, or an error of the medium
  kDocumentDamaged = 17,   // a PDF whose structure cannot be followed
  kAnswerInvalid = 18,     // the worker's answer failed the checks
  kTooManyObjects = 19,    // a PDF with more than limits.max_pdf_objects
  kStreamTooLarge = 20,    // unpacks to more than limits.max_stream_mb
  kSandboxViolation = 21,  // a decoder tried what the sandbox forbids
  kModelMissing = 50,      // traineddata, class model, legal table, lexicon
  kOutputUnwritable = 51,  // the output folder or the store refused a write
  kConfigInvalid = 52,     // unknown key, wrong type, value out of range
  kStoreFailed = 53,       // the store answered with an error
  kDiskFull = 54,          // no space left where output or store lie
  kStoreBusy = 55,         // another program holds the store's lock
  kStoreDamaged = 56,      // the store is no database, or its pages are torn
  kWorkersLost = 57,       // somebody else keeps ending the workers
  kTooManyFailures = 58,   // more letters failed than limits allow
  kInternal = 99,          // a bug of ours; file an issue
};

// "image_unreadable" for kImageUnreadable, and so on: the code in records.
std::string_view ToString(ErrorCode code);
// The inverse; empty for an unknown name.
std::optional<ErrorCode> ErrorCodeFromString(std::string_view name);

struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string subject;  // what it is about, never personal data: "page 3"
  std::string detail;   // one sentence for a person: what is wrong, what to do

  friend bool operator==(const Error&, const Error&) = default;
};

// Codes from 50 on: the run ends, no letter is to blame.
inline bool IsSystemFault(const Error& error) {
  return static_cast<int>(error.code) >= 50;
}

// The failing half of a Result; made by Fail().
struct Failure {
  Error error;
};

inline Failure Fail(Error error) { return Failure{std::move(error)}; }
inline Failure Fail(ErrorCode code, std::string subject, std::string detail) {
  return Failure{Error{code, std::move(subject), std::move(detail)}};
}

// A T or an Error. Shaped like std::expected, which g++-12 does not have.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure failure)
      : held_(std::in_place_index<1>, std::move(failure.error)) {}

  explicit operator bool() const { return held_.index() == 0; }
  bool has_value() const { return held_.index() == 0; }

  // Only where has_value().
  T& value() & { return std::get<0>(held_); }
  const T& value() const& { return std::get<0>(held_); }
  T&& value() && { return std::get<0>(std::move(held_)); }
  T& operator*() & { return std::get<0>(held_); }
  const T& operator*() const& { return std::get<0>(held_); }
  T&& operator*() && { return std::get<0>(std::move(held_)); }
  T* operator->() { return &std::get<0>(held_); }
  const T* operator->() const { return &std::get<0>(held_); }

  // Only where !has_value().
  const Error& error() const { return std::get<1>(held_); }

 private:
  std::variant<T, Error> held_;
};

// Success without a value.
struct Done {
  friend bool operator==(const Done&, const Done&) = default;
};
using Status = Result<Done>;

}  // namespace donthu
