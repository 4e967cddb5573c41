#include "tests/bench/text_tree.h"

#include <cstdio>
#include <fstream>
#include <iterator>

namespace donthu::bench {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDocumentFile = "document.txt";

std::string FileName(int page) {
  if (page == kWholeDocument) return kDocumentFile;
  char name[32] = {};
  std::snprintf(name, sizeof name, "page-%04d.txt", page);
  return name;
}

std::optional<int> PageOf(const std::string& file_name) {
  if (file_name == kDocumentFile) return kWholeDocument;
  int page = 0;
  if (std::sscanf(file_name.c_str(), "page-%d.txt", &page) != 1 || page < 1) {
    return std::nullopt;
  }
  return page;
}

}  // namespace

std::optional<std::string> ReadText(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

TextTree ReadTextTree(const fs::path& folder) {
  TextTree tree;
  std::error_code none;
  for (const auto& entry : fs::recursive_directory_iterator(folder, none)) {
    const auto page = PageOf(entry.path().filename().string());
    if (!page) continue;
    auto text = ReadText(entry.path());
    if (!text) continue;
    const fs::path document =
        entry.path().parent_path().lexically_relative(folder);
    tree[document.string()][*page] = std::move(*text);
  }
  return tree;
}

bool WriteTextTree(const TextTree& tree, const fs::path& folder) {
  for (const auto& [document, pages] : tree) {
    std::error_code ignored;
    fs::create_directories(folder / document, ignored);
    for (const auto& [page, text] : pages) {
      std::ofstream out(folder / document / FileName(page), std::ios::binary);
      out << text;
      if (!out.flush()) return false;
    }
  }
  return true;
}

std::string Joined(const PageTexts& pages) {
  std::string text;
  for (const auto& [page, page_text] : pages) text += page_text + "\n";
  return text;
}

}  // namespace donthu::bench
