#include "tests/bench/page_texts.h"

#include <nlohmann/json.hpp>
#include <sstream>

namespace donthu::bench {
namespace {

using nlohmann::json;

// Code points [start, end) of valid UTF-8.
std::string Slice(const std::string& text, int start, int end) {
  std::string slice;
  int index = -1;
  for (const char c : text) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    if (!continues) ++index;
    if (index >= end) break;
    if (index >= start) slice += c;
  }
  return slice;
}

void AddRecord(const json& record, TextTree& tree) {
  const json& status = record.at("status");
  if (status == "withdrawn" || !record.at("text").is_string()) return;
  const std::string text = record.at("text");
  const json& source = record.at("source");
  std::vector<std::string> files = source.at("copies");
  files.push_back(source.at("file"));
  for (const json& page : record.at("pages")) {
    const std::string part =
        Slice(text, page.at("text_start"), page.at("text_end"));
    for (const std::string& file : files) {
      tree[file][page.at("number").get<int>()] = part;
    }
  }
}

void AddTruth(const json& truth, TextTree& tree) {
  PageTexts& pages = tree[truth.at("file").get<std::string>()];
  if (truth.contains("text")) {
    pages[kWholeDocument] = truth.at("text");
    return;
  }
  int number = 0;
  for (const json& page : truth.at("pages")) {
    pages[++number] = page.at("text");
  }
}

using Add = void (*)(const json&, TextTree&);

Result<TextTree> FromLines(std::string_view jsonl, Add add) {
  TextTree tree;
  std::istringstream lines{std::string(jsonl)};
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    try {
      add(json::parse(line), tree);
    } catch (const json::exception&) {
      return Fail(ErrorCode::kTextInvalid, "line " + std::to_string(number),
                  "The line does not have the keys that it must have.");
    }
  }
  return tree;
}

}  // namespace

Result<TextTree> TextsOfRecords(std::string_view jsonl) {
  return FromLines(jsonl, AddRecord);
}

Result<TextTree> TextsOfTruth(std::string_view jsonl) {
  return FromLines(jsonl, AddTruth);
}

}  // namespace donthu::bench
