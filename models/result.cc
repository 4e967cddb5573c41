#include "models/result.h"

#include <array>

namespace donthu {
namespace {

struct CodeName {
  ErrorCode code;
  std::string_view name;
};

constexpr std::array kCodeNames = {
    CodeName{ErrorCode::kImageUnreadable, "image_unreadable"},
    CodeName{ErrorCode::kOcrFailed, "ocr_failed"},
    CodeName{ErrorCode::kTextInvalid, "text_invalid"},
    CodeName{ErrorCode::kFileEmpty, "file_empty"},
    CodeName{ErrorCode::kFormatUnsupported, "format_unsupported"},
    CodeName{ErrorCode::kFileTruncated, "file_truncated"},
    CodeName{ErrorCode::kEncrypted, "encrypted"},
    CodeName{ErrorCode::kNoPages, "no_pages"},
    CodeName{ErrorCode::kTooManyPages, "too_many_pages"},
    CodeName{ErrorCode::kTooManyPixels, "too_many_pixels"},
    CodeName{ErrorCode::kFileTooLarge, "file_too_large"},
    CodeName{ErrorCode::kTimedOut, "timed_out"},
    CodeName{ErrorCode::kWorkerCrashed, "worker_crashed"},
    CodeName{ErrorCode::kOutOfMemory, "out_of_memory"},
    CodeName{ErrorCode::kSourceChanged, "source_changed"},
    CodeName{ErrorCode::kFileUnreadable, "file_unreadable"},
    CodeName{ErrorCode::kDocumentDamaged, "document_damaged"},
    CodeName{ErrorCode::kAnswerInvalid, "answer_invalid"},
    CodeName{ErrorCode::kTooManyObjects, "too_many_objects"},
    CodeName{ErrorCode::kStreamTooLarge, "stream_too_large"},
    CodeName{ErrorCode::kSandboxViolation, "sandbox_violation"},
    CodeName{ErrorCode::kModelMissing, "model_missing"},
    CodeName{ErrorCode::kOutputUnwritable, "output_unwritable"},
    CodeName{ErrorCode::kConfigInvalid, "config_invalid"},
    CodeName{ErrorCode::kStoreFailed, "store_failed"},
    CodeName{ErrorCode::kDiskFull, "disk_full"},
    CodeName{ErrorCode::kStoreBusy, "store_busy"},
    CodeName{ErrorCode::kStoreDamaged, "store_damaged"},
    CodeName{ErrorCode::kWorkersLost, "workers_lost"},
    CodeName{ErrorCode::kTooManyFailures, "too_many_failures"},
    CodeName{ErrorCode::kInternal, "internal"},
};

}  // namespace

std::string_view ToString(ErrorCode code) {
  for (const CodeName& entry : kCodeNames) {
    if (entry.code == code) return entry.name;
  }
  return "internal";
}

std::optional<ErrorCode> ErrorCodeFromString(std::string_view name) {
  for (const CodeName& entry : kCodeNames) {
    if (entry.name == name) return entry.code;
  }
  return std::nullopt;
}

}  // namespace donthu
