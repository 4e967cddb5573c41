#include "pipeline/keys.h"

#include <gtest/gtest.h>

#include <functional>

namespace donthu {
namespace {

struct Made {
  WorkerFacts facts;
  Config config;

  std::string LetterParts() const {
    return LetterKeyParts(facts, ProvenanceOf(facts, config), config.split);
  }
};

std::string ChangedBy(const std::function<void(Made&)>& change) {
  Made made;
  const std::string before = made.LetterParts();
  change(made);
  return ChangedParts(before, made.LetterParts());
}

TEST(KeysTest, WhateverALetterIsMadeWithChangesItsKeyAndIsNamed) {
  EXPECT_EQ(ChangedBy([](Made&) {}), "");
  EXPECT_EQ(ChangedBy([](Made& m) { m.facts.tesseract = "6"; }), "tesseract");
  EXPECT_EQ(ChangedBy([](Made& m) { m.facts.classifier_sha256 = "x"; }),
            "classifier");
  EXPECT_EQ(ChangedBy([](Made& m) { m.facts.rules_version = "x"; }),
            "legal tables");
  EXPECT_EQ(ChangedBy([](Made& m) { m.facts.lexicon_version = "x"; }),
            "lexicon");
  EXPECT_EQ(ChangedBy([](Made& m) { m.config.office.name = "x"; }), "config");
  EXPECT_EQ(ChangedBy([](Made& m) { m.config.split.mode = SplitMode::kAuto; }),
            "config, split");
  EXPECT_EQ(ChangedBy([](Made& m) {
              m.facts.icu = "x";
              m.config.office.name = "x";
            }),
            "config, icu");
}

TEST(KeysTest, APageDependsOnTheEngineItsModelAndItsSettings) {
  const WorkerFacts facts;
  for (const auto member :
       {&WorkerFacts::tesseract, &WorkerFacts::leptonica,
        &WorkerFacts::traineddata_sha256, &WorkerFacts::poppler,
        &WorkerFacts::engine_settings}) {
    WorkerFacts other;
    other.*member = "x";
    EXPECT_NE(KeyOf(PageKeyParts(other)), KeyOf(PageKeyParts(facts)));
  }
}

TEST(KeysTest, APageDependsOnWhatTheStagesAroundTheEngineDo) {
  const std::string parts = PageKeyParts(WorkerFacts());
  EXPECT_NE(parts.find("prepare="), std::string::npos);
  EXPECT_NE(parts.find("examine="), std::string::npos);
}

TEST(KeysTest, APageDoesNotDependOnWhatComesAfterIt) {
  WorkerFacts other;
  other.classifier_sha256 = other.rules_version = "x";
  EXPECT_EQ(PageKeyParts(other), PageKeyParts(WorkerFacts()));
}

TEST(KeysTest, FieldsStandWhereOnlyWhatComesAfterThemDiffers) {
  const auto stand = [](void (*change)(Made&)) {
    Made made;
    const std::string before = made.LetterParts();
    change(made);
    return FieldsStand(before, made.LetterParts());
  };
  EXPECT_TRUE(stand([](Made&) {}));
  EXPECT_TRUE(stand([](Made& m) {
    m.facts.classifier_sha256 = "x";
    m.facts.rules_version = "x";
    m.config.office.name = "x";
  }));
  EXPECT_FALSE(stand([](Made& m) { m.facts.lexicon_version = "x"; }));
  EXPECT_FALSE(stand([](Made& m) { m.facts.tesseract = "x"; }));
  EXPECT_FALSE(
      stand([](Made& m) { m.config.split.mode = SplitMode::kSeparator; }));
  EXPECT_FALSE(FieldsStand("", "a=1\n"));
}

TEST(KeysTest, APartThatIsNewIsAChange) {
  EXPECT_EQ(ChangedParts("", "a=1\nb=2\n"), "a, b");
  EXPECT_EQ(ChangedParts("a=1\n", "a=1\nb=2\n"), "b");
}

}  // namespace
}  // namespace donthu
