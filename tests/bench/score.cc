#include "tests/bench/score.h"

#include <algorithm>

namespace donthu::bench {
namespace {

DocumentScore ScoreOf(const std::string& document, const PageTexts& truth,
                      const PageTexts& read) {
  DocumentScore score{document, 0, {}};
  for (const auto& [page, text] : truth) {
    if (page == kWholeDocument) {
      score.pages += static_cast<int>(read.size());
      score.errors += CompareTexts(text, Joined(read));
      continue;
    }
    const auto found = read.find(page);
    score.pages += 1;
    score.errors +=
        CompareTexts(text, found == read.end() ? "" : found->second);
  }
  return score;
}

double Mean(const std::vector<double>& rates) {
  double sum = 0.0;
  for (const double rate : rates) sum += rate;
  return sum / static_cast<double>(rates.size());
}

SetScore Summed(const std::string& set,
                const std::vector<const DocumentScore*>& documents) {
  SetScore sum{set, static_cast<int>(documents.size())};
  TextErrors all;
  std::vector<double> cer;
  std::vector<double> wer;
  for (const DocumentScore* document : documents) {
    sum.pages += document->pages;
    all += document->errors;
    cer.push_back(Rate(document->errors.characters));
    wer.push_back(Rate(document->errors.words));
  }
  std::sort(cer.begin(), cer.end());
  sum.mean_cer = Mean(cer);
  sum.median_cer = cer[cer.size() / 2];
  sum.pooled_cer = Rate(all.characters);
  sum.mean_wer = Mean(wer);
  return sum;
}

}  // namespace

std::vector<DocumentScore> Scores(const TextTree& truth, const TextTree& read) {
  static const PageTexts nothing;
  std::vector<DocumentScore> scores;
  for (const auto& [document, pages] : truth) {
    const auto found = read.find(document);
    scores.push_back(ScoreOf(document, pages,
                             found == read.end() ? nothing : found->second));
  }
  return scores;
}

std::string SetOf(const std::string& document) {
  return document.substr(0, document.find('/'));
}

std::vector<SetScore> SetScores(const std::vector<DocumentScore>& documents) {
  std::map<std::string, std::vector<const DocumentScore*>> sets;
  for (const DocumentScore& document : documents) {
    sets[SetOf(document.document)].push_back(&document);
  }
  std::vector<SetScore> scores;
  scores.reserve(sets.size());
  for (const auto& [set, members] : sets) {
    scores.push_back(Summed(set, members));
  }
  return scores;
}

}  // namespace donthu::bench
