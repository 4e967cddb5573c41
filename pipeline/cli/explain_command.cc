#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <string>

#include "models/text_offsets.h"
#include "pipeline/cli/command.h"
#include "pipeline/cli/plain_letter.h"
#include "stages/classify/contributions.h"

namespace donthu {
namespace {

constexpr std::size_t kMostFeatures = 40;

std::string Figures(const char* form, double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), form, value);
  return text.data();
}

// The likeliest class but one.
Label RunnerUp(const Classification& c) {
  Label second = c.label == kLabels[0] ? kLabels[1] : kLabels[0];
  for (const Label label : kLabels) {
    const auto at = [&](Label of) {
      return c.probabilities[static_cast<std::size_t>(of)];
    };
    if (label != c.label && at(label) > at(second)) second = label;
  }
  return second;
}

void PrintDecision(const Classification& c, std::ostream& out) {
  out << "class     " << ToString(c.label) << ", "
      << (c.novel     ? "unlike what the model learnt from: for a person"
          : c.decided ? "decided"
                      : "not sure enough: for a person")
      << "\n";
  for (std::size_t i = 0; i < kLabels.size(); ++i) {
    out << "          " << Figures("%.3f  ", c.probabilities[i])
        << ToString(kLabels[i]) << "\n";
  }
  if (c.title_label) {
    out << "title     says " << ToString(*c.title_label)
        << (c.title_mismatch ? ", which the content does not bear out" : "")
        << "\n";
  }
}

void PrintPassages(const PlainLetter& plain, std::ostream& out) {
  out << "\npassages that carried it (share, code points of the text)\n";
  const TextOffsets text(plain.letter.text);
  for (const Evidence& evidence : plain.classification.evidence) {
    out << "  " << Figures("%.2f", evidence.weight) << "  "
        << ToString(evidence.label) << "  " << evidence.span.start << "-"
        << evidence.span.end << "\n        " << text.Cut(evidence.span) << "\n";
  }
}

void PrintFeatures(const PlainLetter& plain, std::ostream& out) {
  const Label against = RunnerUp(plain.classification);
  const auto all =
      ContributionsTo(*plain.model, plain.letter.text,
                      plain.classification.label, against, kMostFeatures);
  out << "\nwords and concepts between " << ToString(plain.classification.label)
      << " (+) and " << ToString(against)
      << " (-), log-odds; w: as written, b: without marks, r: request, o: "
         "opening, t: title, k: concept\n";
  for (const Contribution& one : all) {
    out << "  " << Figures("%+.3f", one.log_odds) << "  " << one.feature
        << "\n";
  }
}

}  // namespace

ExitCode ExplainCommand(const Arguments& arguments, Streams io) {
  PlainLetter plain;
  if (auto code = ReadPlainLetter(
          "What in a plain UTF-8 text decides its class, for a person",
          "donthu explain", arguments, io, plain)) {
    return *code;
  }
  PrintDecision(plain.classification, io.out);
  if (!plain.classification.evidence.empty()) PrintPassages(plain, io.out);
  PrintFeatures(plain, io.out);
  return ExitCode::kOk;
}

}  // namespace donthu
