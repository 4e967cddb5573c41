#include <array>
#include <nlohmann/json.hpp>

#include "pipeline/process/worker.h"

namespace donthu {
namespace {

using Json = nlohmann::json;

struct Entry {
  const char* key;
  std::string WorkerFacts::*member;
};

constexpr std::array kEntries = {
    Entry{"tesseract", &WorkerFacts::tesseract},
    Entry{"leptonica", &WorkerFacts::leptonica},
    Entry{"icu", &WorkerFacts::icu},
    Entry{"poppler", &WorkerFacts::poppler},
    Entry{"qpdf", &WorkerFacts::qpdf},
    Entry{"traineddata_sha256", &WorkerFacts::traineddata_sha256},
    Entry{"classifier_sha256", &WorkerFacts::classifier_sha256},
    Entry{"lexicon_version", &WorkerFacts::lexicon_version},
    Entry{"rules_version", &WorkerFacts::rules_version},
    Entry{"engine_settings", &WorkerFacts::engine_settings},
    Entry{"sandbox_limits", &WorkerFacts::sandbox_limits},
    Entry{"sandbox_calls", &WorkerFacts::sandbox_calls},
    Entry{"sandbox_files", &WorkerFacts::sandbox_files},
};

}  // namespace

std::string ToJson(const WorkerFacts& facts) {
  Json json = Json::object();
  for (const Entry& entry : kEntries) json[entry.key] = facts.*entry.member;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<WorkerFacts> WorkerFactsFromJson(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  WorkerFacts facts;
  for (const Entry& entry : kEntries) {
    const auto found = json.is_object() ? json.find(entry.key) : json.end();
    if (found == json.end() || !found->is_string()) {
      return Fail(ErrorCode::kAnswerInvalid, entry.key, "is not a text");
    }
    facts.*entry.member = found->get<std::string>();
  }
  return facts;
}

}  // namespace donthu
