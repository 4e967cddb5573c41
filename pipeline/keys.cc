#include "pipeline/keys.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "models/sha256.h"
#include "pipeline/page_attempt.h"
#include "pipeline/versions.h"
#include "stages/adopt/adopt.h"
#include "stages/estimate/estimate.h"
#include "stages/examine/examine.h"
#include "stages/find_codes/find_codes.h"
#include "stages/prepare/prepare.h"
#include "stages/receive/receive.h"
#include "stages/recognize/recognize.h"
#include "stages/repair/repair.h"
#include "stages/split/split.h"

namespace donthu {
namespace {

std::string KeyPart(std::string_view name, const std::string& value) {
  return std::string(name) + "=" + value + "\n";
}

// One letter a file is that in every version.
std::string SplitText(const SplitOptions& split) {
  std::string text = ToString(split.mode);
  if (split.mode == SplitMode::kFile) return text;
  if (split.blank_sheets == BlankSheets::kPart) text += ", blank sheets";
  return text + ", " + std::to_string(Split::kVersion);
}

constexpr std::string_view kClassifierPart = "classifier";
constexpr std::string_view kLegalTablesPart = "legal tables";
constexpr std::string_view kConfigPart = "config";
// The parts of a letter's key that text and fields do not depend on: what the
// configuration has to say of them stands in the other parts, too.
constexpr std::array<std::string_view, 3> kAfterExtract = {
    kClassifierPart, kLegalTablesPart, kConfigPart};

std::map<std::string_view, std::string_view> PartsIn(std::string_view text) {
  std::map<std::string_view, std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const std::size_t equals = std::min(line.find('='), line.size());
    parts[line.substr(0, equals)] = line.substr(equals);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::vector<std::string_view> NamesOfChanged(std::string_view before,
                                             std::string_view now) {
  const auto old = PartsIn(before);
  std::vector<std::string_view> names;
  for (const auto& [name, value] : PartsIn(now)) {
    const auto found = old.find(name);
    if (found == old.end() || found->second != value) names.push_back(name);
  }
  return names;
}

}  // namespace

Provenance ProvenanceOf(const WorkerFacts& facts, const Config& config) {
  Provenance made;
  made.program = "donthu " + ProgramVersion();
  made.tesseract = facts.tesseract;
  made.leptonica = facts.leptonica;
  made.icu = facts.icu;
  made.poppler = facts.poppler;
  made.qpdf = facts.qpdf;
  made.traineddata_sha256 = facts.traineddata_sha256;
  made.classifier_sha256 = facts.classifier_sha256;
  made.lexicon_version = facts.lexicon_version;
  made.rules_version = facts.rules_version;
  // Archive copies have no share in a record.
  Config without_archive = config;
  without_archive.archive = ArchiveChoice();
  made.config_sha256 = Sha256Hex(ConfigToToml(without_archive));
  return made;
}

std::string PageKeyParts(const WorkerFacts& facts) {
  return KeyPart("program", ProgramVersion()) +
         KeyPart("tesseract", facts.tesseract) +
         KeyPart("leptonica", facts.leptonica) +
         KeyPart("poppler", facts.poppler) + KeyPart("qpdf", facts.qpdf) +
         KeyPart("traineddata", facts.traineddata_sha256) +
         KeyPart("engine settings", facts.engine_settings) +
         KeyPart("prepare", std::to_string(Prepare::kVersion)) +
         KeyPart("recognize", std::to_string(Recognize::kVersion)) +
         KeyPart("attempts", std::to_string(kPageAttemptsVersion)) +
         KeyPart("adopt", std::to_string(Adopt::kVersion)) +
         KeyPart("estimate", std::to_string(Estimate::kVersion)) +
         KeyPart("receive", std::to_string(Receive::kVersion)) +
         KeyPart("examine", std::to_string(Examine::kVersion)) +
         KeyPart("codes", FindCodes::Version());
}

std::string LetterKeyParts(const WorkerFacts& facts,
                           const Provenance& provenance,
                           const SplitOptions& split) {
  return PageKeyParts(facts) + KeyPart("split", SplitText(split)) +
         KeyPart("icu", provenance.icu) +
         KeyPart("repair", std::to_string(Repair::kVersion)) +
         KeyPart(kClassifierPart, provenance.classifier_sha256) +
         KeyPart(kLegalTablesPart, provenance.rules_version) +
         KeyPart("lexicon", provenance.lexicon_version) +
         KeyPart(kConfigPart, provenance.config_sha256);
}

std::string KeyOf(std::string_view parts) {
  return Sha256Hex(parts).substr(0, 32);
}

std::string ChangedParts(std::string_view before, std::string_view now) {
  std::string changed;
  for (const std::string_view name : NamesOfChanged(before, now)) {
    if (!changed.empty()) changed += ", ";
    changed += name;
  }
  return changed;
}

bool FieldsStand(std::string_view before, std::string_view now) {
  const auto changed = NamesOfChanged(before, now);
  return std::all_of(changed.begin(), changed.end(), [](std::string_view name) {
    return std::find(kAfterExtract.begin(), kAfterExtract.end(), name) !=
           kAfterExtract.end();
  });
}

}  // namespace donthu
