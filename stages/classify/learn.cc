#include "stages/classify/learn.h"

#include <atomic>
#include <thread>
#include <utility>

namespace donthu {
namespace {

constexpr double kNoiseWeight = 0.5;  // of a damaged copy in the softmax

std::vector<double> SummaryOfCopy(const Heads& heads, const SampleCopy& copy) {
  return SummaryOf(ScoreLetter(heads, copy.reading), copy.reading);
}

void AddDense(const Heads& heads, const Sample& sample, int copies,
              std::vector<DenseExample>& out) {
  for (int k = 0; k < copies; ++k) {
    out.push_back(
        {SummaryOfCopy(heads, sample.copies[static_cast<std::size_t>(k)]),
         sample.label, k == 0 ? 1.0 : kNoiseWeight});
  }
}

}  // namespace

int FoldOf(const std::string& group, int folds) {
  // The low bits of FNV-1a are poor for short text: take the high ones.
  return static_cast<int>((FeatureKey(group + "/fold") >> 24) %
                          static_cast<std::uint64_t>(folds));
}

void InParallel(int count, const std::function<void(int)>& work) {
  std::atomic<int> next{0};
  const auto loop = [&] {
    for (int i = next++; i < count; i = next++) work(i);
  };
  std::thread other(loop);
  loop();
  other.join();
}

Heads LearnHeads(const SampleSet& samples, const FeatureNames& names,
                 const LearnOptions& options) {
  std::vector<HeadExample> letters;
  std::vector<HeadExample> passages;
  int number = 0;
  for (const Sample* sample : samples) {
    ++number;
    for (int k = 0; k < options.copies; ++k) {
      const SampleCopy& copy = sample->copies[static_cast<std::size_t>(k)];
      letters.push_back({copy.letter, sample->answers, number});
      for (std::size_t i = 0; i < copy.passages.size(); ++i) {
        passages.push_back({copy.passages[i], copy.passage_answers[i], number});
      }
    }
  }
  return {TrainHead(letters, kClassCount, names, options.letter_blocks,
                    options.letter_cost),
          TrainHead(passages, kPassageQuestions, names, options.passage_blocks,
                    options.passage_cost)};
}

Learnt Learn(const SampleSet& samples, const FeatureNames& names,
             const LearnOptions& options) {
  std::vector<std::vector<DenseExample>> dense(
      static_cast<std::size_t>(options.inner_folds));
  InParallel(options.inner_folds, [&](int fold) {
    SampleSet rest;
    SampleSet held;
    for (const Sample* sample : samples) {
      const bool out = FoldOf(sample->scenario, options.inner_folds) == fold;
      (out ? held : rest).push_back(sample);
    }
    const Heads heads = LearnHeads(rest, names, options);
    for (const Sample* sample : held) {
      AddDense(heads, *sample, options.copies,
               dense[static_cast<std::size_t>(fold)]);
    }
  });
  std::vector<DenseExample> all;
  for (auto& part : dense) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return {LearnHeads(samples, names, options),
          Softmax::Train(all, options.decay)};
}

}  // namespace donthu
