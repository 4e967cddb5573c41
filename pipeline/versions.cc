#include "pipeline/versions.h"

#include <poppler-version.h>
#include <unicode/uvernum.h>

#include <qpdf/QPDF.hh>

namespace donthu {

// Grows with every change of the rules in stages/extract.
constexpr const char* kLexiconVersion = "5";

std::string ProgramVersion() { return DONTHU_VERSION; }

WorkerFacts LibraryVersions() {
  WorkerFacts facts;
  facts.icu = U_ICU_VERSION;
  facts.poppler = poppler::version_string();
  facts.qpdf = QPDF::QPDFVersion();
  facts.lexicon_version = kLexiconVersion;
  return facts;
}

}  // namespace donthu
