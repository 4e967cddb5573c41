#include "pipeline/keys.h"

#include <gtest/gtest.h>

#include <functional>

namespace donthu {
namespace {

struct Parts {
  WorkerFacts facts;
  Config config;
  StoredSource source;
};

std::string LetterKeyAfter(const std::function<void(Parts&)>& change) {
  Parts parts;
  parts.source.names = {"a.pdf"};
  parts.source.batch.as_of = "2026-07-06";
  change(parts);
  return LetterKey(PageKey(parts.facts),
                   ProvenanceOf(parts.facts, parts.config), parts.source);
}

TEST(KeysTest, WhateverALetterIsMadeOfOrWithChangesItsKey) {
  const std::string before = LetterKeyAfter([](Parts&) {});
  EXPECT_EQ(LetterKeyAfter([](Parts&) {}), before);
  const std::function<void(Parts&)> changes[] = {
      [](Parts& p) { p.facts.tesseract = "6"; },
      [](Parts& p) { p.facts.classifier_sha256 = "x"; },
      [](Parts& p) { p.facts.rules_version = "x"; },
      [](Parts& p) { p.facts.lexicon_version = "x"; },
      [](Parts& p) { p.config.office.name = "x"; },
      [](Parts& p) { p.source.batch.as_of = "2026-07-07"; },
      [](Parts& p) { p.source.batch.received = "2026-07-01"; },
      [](Parts& p) { p.source.names.emplace_back("b.pdf"); },
  };
  for (const auto& change : changes) EXPECT_NE(LetterKeyAfter(change), before);
}

TEST(KeysTest, APageDependsOnTheEngineItsModelAndItsSettings) {
  const WorkerFacts facts;
  for (const auto member :
       {&WorkerFacts::tesseract, &WorkerFacts::leptonica,
        &WorkerFacts::traineddata_sha256, &WorkerFacts::poppler,
        &WorkerFacts::engine_settings}) {
    WorkerFacts other;
    other.*member = "x";
    EXPECT_NE(PageKey(other), PageKey(facts));
  }
}

}  // namespace
}  // namespace donthu
