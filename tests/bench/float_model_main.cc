// donthu_float_model PREFIX OUT_PREFIX: the parts of a traineddata file that
// `combine_tessdata -u FILE PREFIX` wrote, fit for learning on, with the
// letters that Vietnamese letters hold and `vie` lacks.
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/bench/float_model.h"

namespace {

using donthu::bench::ModelParts;
using donthu::bench::NewLetter;

struct Part {
  const char* ending;
  std::string ModelParts::*bytes;
};
constexpr std::array<Part, 3> kParts = {{
    {"lstm", &ModelParts::network},
    {"lstm-unicharset", &ModelParts::unicharset},
    {"lstm-recoder", &ModelParts::recoder},
}};

const std::vector<NewLetter>& Lacking() {
  static const std::vector<NewLetter> letters = {
      {"ỵ", "y", "3"},  {"Ỵ", "Y", "5"},  {"–", "-", "10"}, {"…", ".", "10"},
      {"•", "*", "10"}, {"’", "'", "10"}, {"‘", "'", "10"}, {"²", "\"", "0"},
      {"³", "\"", "0"}, {"×", "x", "0"},
  };
  return letters;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: donthu_float_model PREFIX OUT_PREFIX\n";
    return 2;
  }
  ModelParts parts;
  for (const Part& part : kParts) {
    std::ifstream in(std::string(argv[1]) + part.ending, std::ios::binary);
    (parts.*part.bytes).assign(std::istreambuf_iterator<char>(in), {});
  }
  const auto widened = donthu::bench::Widened(parts, Lacking());
  if (!widened) {
    std::cerr << "donthu_float_model: " << widened.error().subject << ": "
              << widened.error().detail << "\n";
    return 1;
  }
  for (const Part& part : kParts) {
    std::ofstream out(std::string(argv[2]) + part.ending, std::ios::binary);
    out << (*widened).*part.bytes;
    out.close();
    if (out) continue;
    std::cerr << "donthu_float_model: " << argv[2] << part.ending
              << ": cannot be written\n";
    return 1;
  }
  return 0;
}
