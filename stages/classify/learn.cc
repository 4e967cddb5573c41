#include "stages/classify/learn.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "stages/classify/in_parallel.h"

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
  const std::set<int> used(out.begin(), out.end());
  for (int& fold : out) {
    fold = static_cast<int>(std::distance(used.begin(), used.find(fold)));
  }
  return out;
}

SampleSet SetOf(const std::vector<Sample>& samples) {
  SampleSet all;
  for (const Sample& sample : samples) all.push_back(&sample);
  return all;
}

namespace {

using Dense = std::vector<DenseExample>;

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

// Heads to be learnt: of all letters, of all but a fold's, or but two folds'.
struct Task {
  int first = -1;
  int second = -1;
};

// The longest pieces of work come first.
std::vector<Task> TasksFor(int folds) {
  std::vector<Task> tasks = {Task()};
  for (int a = 0; a < folds; ++a) tasks.push_back({a, -1});
  for (int a = 0; a < folds; ++a) {
    for (int b = a + 1; b < folds; ++b) tasks.push_back({a, b});
  }
  return tasks;
}

class FoldedLearner {
 public:
  FoldedLearner(const SampleSet& samples, const std::vector<int>& folds,
                const FeatureNames& names, const LearnOptions& options)
      : samples_(samples),
        folds_(folds),
        count_(*std::max_element(folds.begin(), folds.end()) + 1),
        names_(names),
        options_(options),
        seen_(static_cast<std::size_t>(count_ + 1),
              std::vector<Dense>(static_cast<std::size_t>(count_))) {
    learning_.without.resize(static_cast<std::size_t>(count_));
  }

  FoldedLearning Learn() {
    const std::vector<Task> tasks = TasksFor(count_);
    InParallel(static_cast<int>(tasks.size()),
               [&](int i) { Do(tasks[static_cast<std::size_t>(i)]); });
    InParallel(count_ + 1, [&](int i) { TrainSoftmax(i); });
    return std::move(learning_);
  }

 private:
  // What heads without fold `left_out` (or, -1, of all folds) and without the
  // letters of `fold` say of those letters.
  Dense& Seen(int left_out, int fold) {
    const int row = left_out < 0 ? count_ : left_out;
    return seen_[static_cast<std::size_t>(row)][static_cast<std::size_t>(fold)];
  }

  Dense SummariesOf(const Heads& heads, int fold) const {
    Dense dense;
    for (std::size_t i = 0; i < samples_.size(); ++i) {
      if (folds_[i] != fold) continue;
      AddDense(heads, *samples_[i], options_.copies, dense);
    }
    return dense;
  }

  void Do(Task task) {
    SampleSet rest;
    for (std::size_t i = 0; i < samples_.size(); ++i) {
      const bool out = folds_[i] == task.first || folds_[i] == task.second;
      if (!out) rest.push_back(samples_[i]);
    }
    Heads heads = LearnHeads(rest, names_, options_);
    if (task.first < 0) {
      learning_.whole.heads = std::move(heads);
    } else if (task.second < 0) {
      Seen(-1, task.first) = SummariesOf(heads, task.first);
      learning_.without[static_cast<std::size_t>(task.first)].heads =
          std::move(heads);
    } else {
      Seen(task.first, task.second) = SummariesOf(heads, task.second);
      Seen(task.second, task.first) = SummariesOf(heads, task.first);
    }
  }

  // Of all folds where `left_out` is their number, else without that fold.
  void TrainSoftmax(int left_out) {
    Dense all;
    for (const Dense& part : seen_[static_cast<std::size_t>(left_out)]) {
      all.insert(all.end(), part.begin(), part.end());
    }
    Learnt& learnt =
        left_out == count_
            ? learning_.whole
            : learning_.without[static_cast<std::size_t>(left_out)];
    learnt.softmax = Softmax::Train(all, options_.decay);
  }

  const SampleSet& samples_;
  const std::vector<int>& folds_;
  int count_;
  const FeatureNames& names_;
  const LearnOptions& options_;
  std::vector<std::vector<Dense>> seen_;  // [left out, last: none][fold]
  FoldedLearning learning_;
};

}  // namespace

FoldedLearning LearnFolded(const SampleSet& samples,
                           const std::vector<int>& folds,
                           const FeatureNames& names,
                           const LearnOptions& options) {
  return FoldedLearner(samples, folds, names, options).Learn();
}

}  // namespace donthu
