// donthu_cer TRUTH READ [TRUTH READ]…: error rates of pairs of text files.
#include <cstdio>
#include <optional>

#include "tests/bench/cer.h"
#include "tests/bench/text_tree.h"

namespace donthu::bench {
namespace {

void Print(const char* name, const TextErrors& errors) {
  std::printf("%8.3f %8.3f %8lld  %s\n", 100.0 * Rate(errors.characters),
              100.0 * Rate(errors.words),
              static_cast<long long>(errors.characters.length), name);
}

int Run(int argc, char** argv) {
  if (argc < 3 || argc % 2 == 0) {
    std::fprintf(stderr, "usage: donthu_cer TRUTH READ [TRUTH READ]...\n");
    return 2;
  }
  std::printf("   CER %%    WER %%    chars  read\n");
  TextErrors all;
  for (int i = 1; i < argc; i += 2) {
    const auto truth = ReadText(argv[i]);
    const auto read = ReadText(argv[i + 1]);
    if (!truth || !read) {
      std::fprintf(stderr, "donthu_cer: pair %d cannot be read\n", i / 2 + 1);
      return 1;
    }
    const TextErrors errors = CompareTexts(*truth, *read);
    Print(argv[i + 1], errors);
    all += errors;
  }
  Print("all", all);
  return 0;
}

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) { return donthu::bench::Run(argc, argv); }
