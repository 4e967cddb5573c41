#include "tests/stages/classify/corpus_letters.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "stages/classify/classify.h"
#include "stages/normalize/normalize.h"

namespace donthu {

std::string FileText(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const std::vector<CorpusLetter>& Corpus() {
  static const auto kCorpus = LoadCorpus(kClassifierFolder + "/corpus");
  if (!kCorpus) throw std::runtime_error(kCorpus.error().detail);
  return *kCorpus;
}

Letter PlainLetter(std::string_view text) {
  return Normalize().FromPlainText(text).value();
}

std::vector<TrainingLetter> TrainingLetters(
    const std::vector<CorpusLetter>& corpus) {
  std::vector<TrainingLetter> letters;
  for (const CorpusLetter& entry : corpus) {
    letters.push_back({entry, PlainLetter(entry.text)});
  }
  return letters;
}

Classification Classified(std::string_view text, const Fields& fields) {
  return Classified(PlainLetter(text), fields);
}

Classification Classified(const Letter& letter, const Fields& fields) {
  static const auto kModel =
      LoadClassModel(kClassifierFolder + "/donthu.model");
  if (!kModel) throw std::runtime_error(kModel.error().detail);
  return Classify(*kModel).Run({letter, fields}).value();
}

}  // namespace donthu
