#include "stages/classify/learn.h"

#include <atomic>
#include <map>
#include <thread>
#include <utility>

namespace donthu {
namespace {

constexpr double kNoiseWeight = 0.5;  // of a damaged copy in the softmax

int FoldOf(const std::string& group, int folds) {
  // The low bits of FNV-1a are poor for short text: take the high ones.
  return static_cast<int>((FeatureKey(group + "/fold") >> 24) %
                          static_cast<std::uint64_t>(folds));
}

std::vector<double> SummaryOfCopy(const Heads& heads, const SampleCopy& copy) {
  return SummaryOf(ScoreFeatures(heads, copy.letter, copy.passages),
                   copy.reading);
}

void AddDense(const Heads& heads, const Sample& sample, int copies,
              std::vector<DenseExample>& out) {
  for (int k = 0; k < copies; ++k) {
    out.push_back(
        {SummaryOfCopy(heads, sample.copies[static_cast<std::size_t>(k)]),
         sample.outcome, k == 0 ? 1.0 : kNoiseWeight});
  }
}

}  // namespace

std::vector<int> FoldsOf(const SampleSet& samples, Grouping grouping,
                         int folds) {
  std::map<std::string, int> writers;
  for (const Sample* sample : samples) writers.emplace(sample->writer, 0);
  int next = 0;
  for (auto& [writer, fold] : writers) fold = next++ % folds;
  std::vector<int> out;
  for (const Sample* sample : samples) {
    out.push_back(grouping == Grouping::kWriter
                      ? writers[sample->writer]
                      : FoldOf(sample->scenario, folds));
  }
  return out;
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

SampleSet SetOf(const std::vector<Sample>& samples) {
  SampleSet all;
  for (const Sample& sample : samples) all.push_back(&sample);
  return all;
}

Heads LearnHeads(const SampleSet& samples, const FeatureNames& names,
                 const LearnOptions& options) {
  std::vector<HeadExample> letters;
  std::vector<HeadExample> viewed;
  std::vector<HeadExample> passages;
  int number = 0;
  for (const Sample* sample : samples) {
    ++number;
    for (int k = 0; k < options.copies; ++k) {
      const SampleCopy& copy = sample->copies[static_cast<std::size_t>(k)];
      letters.push_back({copy.letter, sample->answers, number});
      if (k >= options.read_copies) continue;
      viewed.push_back(letters.back());
      for (std::size_t i = 0; i < copy.passages.size(); ++i) {
        // Letterhead, names and signatures are learnt once.
        if (k > 0 && copy.passage_answers[i] == 0) continue;
        passages.push_back({copy.passages[i], copy.passage_answers[i], number});
      }
    }
  }
  Heads heads;
  heads.letter = TrainHead(letters, kClassCount, names, options.letter_blocks,
                           options.letter_cost);
  for (std::size_t v = 0; v < kViews; ++v) {
    heads.views[v] = TrainHead(viewed, kClassCount, names,
                               options.view_blocks[v], options.letter_cost);
  }
  heads.passage = TrainHead(passages, kPassageQuestions, names,
                            options.passage_blocks, options.passage_cost);
  return heads;
}

Learnt Learn(const SampleSet& samples, const FeatureNames& names,
             const LearnOptions& options) {
  std::vector<std::vector<DenseExample>> dense(
      static_cast<std::size_t>(options.inner_folds));
  const std::vector<int> folds =
      FoldsOf(samples, options.inner_grouping, options.inner_folds);
  Heads whole;
  // The heads of all are the longest piece of work: they come first.
  InParallel(options.inner_folds + 1, [&](int piece) {
    if (piece == 0) {
      whole = LearnHeads(samples, names, options);
      return;
    }
    const int fold = piece - 1;
    SampleSet rest;
    SampleSet held;
    for (std::size_t i = 0; i < samples.size(); ++i) {
      (folds[i] == fold ? held : rest).push_back(samples[i]);
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
  return {std::move(whole), Softmax::Train(all, options.decay)};
}

}  // namespace donthu
