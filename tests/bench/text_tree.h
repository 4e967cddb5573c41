// Texts of many documents as a folder of files: the one form in which
// truths and readings meet, whoever made them.
//
//   <set>/<document>/page-0001.txt   a page
//   <set>/<document>/document.txt    all of it, where pages are not told
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace donthu::bench {

inline constexpr int kWholeDocument = 0;

// By page number from 1, or kWholeDocument.
using PageTexts = std::map<int, std::string>;
// By path below the folder, "clean/s01-clean.pdf".
using TextTree = std::map<std::string, PageTexts>;

// Empty where the file cannot be read.
std::optional<std::string> ReadText(const std::filesystem::path& file);

// Files of other names are passed over; no folder is an empty tree.
TextTree ReadTextTree(const std::filesystem::path& folder);

// False where a file could not be written.
[[nodiscard]] bool WriteTextTree(const TextTree& tree,
                                 const std::filesystem::path& folder);

// The pages in order, a line break after each.
std::string Joined(const PageTexts& pages);

}  // namespace donthu::bench
