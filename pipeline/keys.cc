#include "pipeline/keys.h"

#include "pipeline/sha256.h"
#include "stages/prepare/prepare.h"

namespace donthu {
namespace {

std::string ShortHash(const std::string& text) {
  return Sha256Hex(text).substr(0, 32);
}

}  // namespace

Provenance ProvenanceOf(const WorkerFacts& facts, const Config& config) {
  Provenance made;
  made.program = std::string("donthu ") + DONTHU_VERSION;
  made.tesseract = facts.tesseract;
  made.leptonica = facts.leptonica;
  made.icu = facts.icu;
  made.poppler = facts.poppler;
  made.qpdf = facts.qpdf;
  made.traineddata_sha256 = facts.traineddata_sha256;
  made.classifier_sha256 = facts.classifier_sha256;
  made.lexicon_version = facts.lexicon_version;
  made.rules_version = facts.rules_version;
  made.config_sha256 = Sha256Hex(ConfigToToml(config));
  return made;
}

std::string PageKey(const WorkerFacts& facts) {
  return ShortHash(std::string(DONTHU_VERSION) + "\n" + facts.tesseract + "\n" +
                   facts.leptonica + "\n" + facts.poppler + "\n" + facts.qpdf +
                   "\n" + facts.traineddata_sha256 + "\n" +
                   facts.engine_settings + "\n" +
                   std::to_string(Prepare::kVersion));
}

std::string LetterKey(const std::string& page_key, const Provenance& provenance,
                      const StoredSource& source) {
  std::string all = page_key + provenance.config_sha256 +
                    provenance.classifier_sha256 + provenance.rules_version +
                    provenance.lexicon_version + provenance.icu +
                    source.batch.as_of + source.batch.received.value_or("-");
  for (const std::string& name : source.names) all += "\n" + name;
  return ShortHash(all);
}

}  // namespace donthu
