#include "tests/bench/marked_letter.h"

#include <fstream>
#include <string_view>

namespace donthu::bench {
namespace {

constexpr std::string_view kOpen = "⟦";
constexpr std::string_view kClose = "⟧";

// Takes the marks out of a line and keeps what they say.
std::string Unmarked(std::string line, MarkedLetter& letter) {
  for (std::size_t at = 0; (at = line.find(kOpen, at)) != line.npos;) {
    const std::size_t end = line.find(kClose, at);
    if (end == line.npos) break;
    const std::string inner =
        line.substr(at + kOpen.size(), end - at - kOpen.size());
    const std::size_t colon = inner.find(':');
    const std::size_t equals = inner.find('=');
    const bool canonical = equals < colon;
    const std::string raw = inner.substr(colon + 1);
    const std::string key = inner.substr(0, canonical ? equals : colon);
    letter.marks.emplace_back(
        key, canonical ? inner.substr(equals + 1, colon - equals - 1) : raw);
    line.replace(at, end + kClose.size() - at, raw);
    at += raw.size();
  }
  return line;
}

void ReadHead(std::ifstream& file, MarkedLetter& letter) {
  for (std::string line; std::getline(file, line) && line != "---";) {
    const std::size_t colon = line.find(": ");
    if (colon == line.npos) continue;
    letter.head[line.substr(0, colon)] = line.substr(colon + 2);
  }
}

// Lines of one block; the right column waits until the block ends.
class Writer {
 public:
  explicit Writer(MarkedLetter& letter) : letter_(letter) {}

  void EndBlock() {
    letter_.text += right_;
    right_.clear();
  }
  void Add(const std::string& line) {
    if (line == "~sign~" || line == "~sign~ || ~sign~") return;
    const std::size_t middle = line.find("||");
    if (middle == line.npos) {
      letter_.text += Unmarked(line, letter_) + "\n";
      return;
    }
    letter_.text += Unmarked(line.substr(0, middle), letter_) + "\n";
    right_ += Unmarked(line.substr(middle + 2), letter_) + "\n";
  }

 private:
  MarkedLetter& letter_;
  std::string right_;
};

}  // namespace

MarkedLetter ReadMarkedLetter(const std::string& path) {
  MarkedLetter letter;
  std::ifstream file(path);
  ReadHead(file, letter);
  Writer writer(letter);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] == '@') {
      writer.EndBlock();
    } else {
      writer.Add(line);
    }
  }
  writer.EndBlock();
  return letter;
}

}  // namespace donthu::bench
