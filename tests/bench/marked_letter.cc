#include "tests/bench/marked_letter.h"

#include <fstream>
#include <string_view>
#include <utility>

namespace donthu::bench {
namespace {

constexpr std::string_view kOpen = "⟦";
constexpr std::string_view kClose = "⟧";

// Around a marked value until the whole text is there: the columns of a block
// do not come in the order of their marks. The number of the mark follows the
// first.
constexpr char kBegins = '\x01';
constexpr char kEnds = '\x02';
constexpr std::size_t kNumberWidth = 4;

std::string Numbered(std::size_t number, const std::string& raw) {
  std::string digits = std::to_string(number);
  digits.insert(0, kNumberWidth - digits.size(), '0');
  return kBegins + digits + raw + kEnds;
}

int CountOf(std::string_view text, std::string_view part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != text.npos && !part.empty();
       at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

// Takes the numbers out of the text and tells where each mark stands.
void Locate(MarkedLetter& letter) {
  letter.places.resize(letter.marks.size());
  std::string text;
  for (std::size_t at = 0; at < letter.text.size(); ++at) {
    if (letter.text[at] != kBegins) {
      text += letter.text[at];
      continue;
    }
    const auto number = static_cast<std::size_t>(
        std::stoi(letter.text.substr(at + 1, kNumberWidth)));
    at += kNumberWidth + 1;
    const std::size_t end = letter.text.find(kEnds, at);
    const std::string raw = letter.text.substr(at, end - at);
    letter.places[number] = {raw, CountOf(text, raw)};
    text += raw;
    at = end;
  }
  letter.text = std::move(text);
}

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
    const std::string numbered = Numbered(letter.marks.size() - 1, raw);
    line.replace(at, end + kClose.size() - at, numbered);
    at += numbered.size();
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
  Locate(letter);
  return letter;
}

}  // namespace donthu::bench
