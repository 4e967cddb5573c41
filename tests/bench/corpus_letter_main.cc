// Checks marked letters (samples/README.md), and makes letters of the class
// corpus of them (models/classifier/LABELLING.md):
//   donthu_corpus_letter FILE… [--corpus DIR]
// Beside k01.txt lies k01.about: the lines of a corpus header that a marked
// letter lacks (title_label, scenario, difficulty, reason, roles, evidence).
// Without a fitting line of roles the passages are printed by number, to be
// told. --corpus: DIR/kv-001.txt for each k01.txt without a fault. Exits with
// 1 where a letter has one.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "models/vietnamese.h"
#include "samples/markup.h"
#include "stages/classify/corpus.h"
#include "stages/classify/lexicon.h"
#include "stages/classify/reading.h"
#include "stages/normalize/normalize.h"
#include "tests/bench/marked_letter.h"
#include "tests/bench/must.h"

namespace donthu::bench {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> FileText(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// "k01" of hand k is letter "kv-001" of writer kv.
std::string CorpusId(const std::string& id) {
  const std::size_t digits = id.find_first_of("0123456789");
  std::string number = digits == id.npos ? "" : id.substr(digits);
  number.insert(0, 3 - std::min<std::size_t>(3, number.size()), '0');
  return id.substr(0, digits) + "v-" + number;
}

std::string CorpusFile(const MarkedLetter& marked, const std::string& about) {
  const auto head = [&](const std::string& key) {
    const auto at = marked.head.find(key);
    return at == marked.head.end() ? "" : at->second;
  };
  return "id: " + CorpusId(head("id")) + "\nlabel: " + head("label") +
         "\nparts: " + head("parts") + "\n" + about + "---\n" + marked.text;
}

void PrintPassages(const std::string& id, const Reading& reading,
                   const std::string& text) {
  std::printf("%s has %zu passages:\n", id.c_str(), reading.passages.size());
  const std::u32string code_points = CodePointsOf(text);
  int number = 0;
  for (const Passage& passage : reading.passages) {
    std::printf(
        "%3d  %s\n", ++number,
        Utf8Of(code_points.substr(static_cast<std::size_t>(passage.span.start),
                                  static_cast<std::size_t>(passage.span.end -
                                                           passage.span.start)))
            .c_str());
  }
}

class Checker {
 public:
  Checker()
      : lexicon_(Must(Lexicon::Parse(
            FileText(DONTHU_SOURCE_DIR "/models/classifier/lexicon.txt")
                .value_or("")))) {}

  // The corpus letter; nothing where a fault was printed.
  std::optional<std::string> Check(const fs::path& path) const {
    const auto tell = [&](const std::string& fault) {
      std::printf("%s: %s\n", path.filename().c_str(), fault.c_str());
      return std::nullopt;
    };
    const auto markup = FileText(path);
    if (!markup) return tell("cannot be read");
    const auto parsed = samples::ParseMarkup(*markup);
    if (!parsed) return tell(parsed.error().subject + parsed.error().detail);
    const MarkedLetter marked = ReadMarkedLetter(path);
    const auto about = FileText(fs::path(path).replace_extension(".about"));
    if (!about) return tell("no .about beside it");
    const std::string file = CorpusFile(marked, *about);
    const auto letter = ParseCorpusLetter(file);
    if (!letter) return tell(letter.error().detail);
    const auto normal = normalize_.FromPlainText(letter->text);
    if (!normal) return tell(normal.error().detail);
    const Reading reading = ReadLetter(normal->text, lexicon_);
    if (reading.passages.size() != letter->roles.size()) {
      PrintPassages(path.stem(), reading, normal->text);
      return tell("roles tell of " + std::to_string(letter->roles.size()));
    }
    for (const CorpusEvidence& evidence : letter->evidence) {
      if (letter->text.find(evidence.quote) != std::string::npos) continue;
      return tell("not on one line of the text: " + evidence.quote);
    }
    return file;
  }

 private:
  Lexicon lexicon_;
  Normalize normalize_;
};

int Run(const std::vector<std::string>& paths, const std::string& corpus) {
  const Checker checker;
  bool whole = true;
  for (const std::string& path : paths) {
    const auto file = checker.Check(path);
    whole = whole && file;
    if (!file || corpus.empty()) continue;
    const fs::path to =
        fs::path(corpus) / (CorpusId(fs::path(path).stem()) + ".txt");
    std::ofstream(to, std::ios::binary) << *file;
  }
  return whole ? 0 : 1;
}

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) {
  std::vector<std::string> paths;
  std::string corpus;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--corpus" && i + 1 < argc) {
      corpus = argv[++i];
    } else {
      paths.push_back(argument);
    }
  }
  if (paths.empty()) {
    std::fputs("usage: donthu_corpus_letter FILE... [--corpus DIR]\n", stderr);
    return 2;
  }
  return donthu::bench::Run(paths, corpus);
}
