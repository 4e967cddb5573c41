// donthu_page_texts records|truth FILE.jsonl DIR: the texts in it as a tree
// (text_tree.h).
#include <cstdio>
#include <string_view>

#include "tests/bench/page_texts.h"

namespace donthu::bench {
namespace {

int Run(int argc, char** argv) {
  const std::string_view kind = argc == 4 ? argv[1] : "";
  if (kind != "records" && kind != "truth") {
    std::fprintf(stderr,
                 "usage: donthu_page_texts records|truth FILE.jsonl DIR\n");
    return 2;
  }
  const auto lines = ReadText(argv[2]);
  if (!lines) {
    std::fprintf(stderr, "donthu_page_texts: %s cannot be read\n", argv[2]);
    return 1;
  }
  const auto tree =
      kind == "truth" ? TextsOfTruth(*lines) : TextsOfRecords(*lines);
  if (!tree) {
    std::fprintf(stderr, "donthu_page_texts: %s: %s\n",
                 tree.error().subject.c_str(), tree.error().detail.c_str());
    return 1;
  }
  if (WriteTextTree(*tree, argv[3])) return 0;
  std::fprintf(stderr, "donthu_page_texts: %s cannot be written\n", argv[3]);
  return 1;
}

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) { return donthu::bench::Run(argc, argv); }
