// donthu_learn_language CORPUS OUT
#include <cstdio>
#include <fstream>

#include "tests/bench/learn_language.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: donthu_learn_language CORPUS OUT\n");
    return 2;
  }
  const auto counts = donthu::LearnLanguage(argv[1]);
  if (!counts) {
    std::fprintf(stderr, "%s: %s\n", counts.error().subject.c_str(),
                 counts.error().detail.c_str());
    return 1;
  }
  std::ofstream out(argv[2], std::ios::binary);
  out << donthu::ToText(*counts);
  std::printf("%ld tokens, %zu words, %zu pairs\n", counts->tokens,
              counts->words.size(), counts->pairs.size());
  return out.flush() ? 0 : 1;
}
