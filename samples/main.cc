#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "samples/inbox.h"
#include "samples/plain_letter.h"
#include "samples/stack.h"
#include "samples/write_samples.h"

namespace {

using namespace donthu;           // NOLINT: a program of one file
using namespace donthu::samples;  // NOLINT

struct Asked {
  std::string letters = "samples/letters";
  std::string corpus;  // plain letters instead
  std::string out;
  std::string truth;
  std::vector<std::string> only;
  std::vector<std::string> conditions = {"clean"};
  bool deal = false;  // to each letter one condition, not all
  std::string format;
  std::uint64_t seed = 1;
};

struct AskedStack {
  std::string letters;  // empty: none of samples/letters
  std::string corpus;   // empty: no plain letters
  std::vector<std::string> writers;
  std::string enclosures;
  std::string separator;
  std::string out;
  StackOrder order;
};

int Report(const Error& error) {
  std::cerr << "donthu_samples: " << ToString(error.code) << ": "
            << error.subject << ": " << error.detail << "\n";
  return 1;
}

Result<std::vector<const Condition*>> ConditionsOf(const Asked& asked) {
  std::vector<const Condition*> conditions;
  for (const std::string& name : asked.conditions) {
    const Condition* condition = FindCondition(name);
    if (condition == nullptr) {
      return Fail(ErrorCode::kConfigInvalid, name, "No such condition.");
    }
    conditions.push_back(condition);
  }
  return conditions;
}

bool IsAsked(const Asked& asked, const SampleLetter& letter) {
  return asked.only.empty() || std::find(asked.only.begin(), asked.only.end(),
                                         letter.id) != asked.only.end();
}

// Of the conditions that suit the letter the one dealt least; none: null.
const Condition* Dealt(const std::vector<const Condition*>& conditions,
                       const SampleLetter& letter,
                       std::map<const Condition*, int>& dealt) {
  const Condition* least = nullptr;
  for (const Condition* condition : conditions) {
    if (FitOf(*condition, letter) != Fit::kSuits) continue;
    if (least == nullptr || dealt[condition] < dealt[least]) least = condition;
  }
  if (least != nullptr) ++dealt[least];
  return least;
}

Result<std::vector<SampleOrder>> DrawOrders(
    const Asked& asked, const std::vector<SampleLetter>& letters) {
  const auto conditions = ConditionsOf(asked);
  if (!conditions) return Fail(conditions.error());
  std::vector<SampleOrder> orders;
  const FormatRow* format = FindFormat(asked.format);
  const auto order = [&](const SampleLetter& letter, const Condition* of) {
    if (of == nullptr || FitOf(*of, letter) != Fit::kSuits) return;
    if (format != nullptr && letter.pages > format->max_pages) return;
    orders.push_back({&letter, of, asked.seed, std::nullopt, {}});
    if (format != nullptr) orders.back().format = format->format;
  };
  if (asked.deal) {
    std::map<const Condition*, int> dealt;
    for (const SampleLetter& letter : letters) {
      if (!IsAsked(asked, letter)) continue;
      order(letter, Dealt(*conditions, letter, dealt));
    }
    return orders;
  }
  for (const Condition* condition : *conditions) {
    for (const SampleLetter& letter : letters) {
      if (IsAsked(asked, letter)) order(letter, condition);
    }
  }
  return orders;
}

int Write(const Asked& asked, const Result<std::vector<SampleOrder>>& orders) {
  if (!orders) return Report(orders.error());
  const std::string truth =
      asked.truth.empty() ? asked.out + "/truth.jsonl" : asked.truth;
  const auto left_out = WriteSamples(*orders, asked.out, truth);
  if (!left_out) return Report(left_out.error());
  for (const std::string& line : *left_out) {
    std::cerr << "donthu_samples: left out " << line << "\n";
  }
  return 0;
}

Status DrawStacks(AskedStack asked) {
  std::vector<SampleLetter> letters;
  std::vector<SampleLetter> enclosures;
  const auto take = [](Result<std::vector<SampleLetter>> read,
                       std::vector<SampleLetter>& into) -> Status {
    if (!read) return Fail(read.error());
    for (SampleLetter& letter : *read) into.push_back(std::move(letter));
    return Done{};
  };
  Status taken = Done{};
  if (!asked.letters.empty()) taken = take(ReadLetters(asked.letters), letters);
  if (taken && !asked.corpus.empty()) {
    taken = take(ReadPlainLetters(asked.corpus, asked.writers), letters);
  }
  if (taken && !asked.enclosures.empty()) {
    taken = take(ReadLetters(asked.enclosures), enclosures);
  }
  if (!taken) return taken;
  if (!asked.separator.empty()) {
    auto sheet = ReadPgm(asked.separator);
    if (!sheet) return Fail(sheet.error());
    asked.order.separator = std::move(*sheet);
  }
  return WriteStacks(asked.order, letters, enclosures, asked.out);
}

void Describe(CLI::App& stack, AskedStack& asked) {
  stack.add_option("--out", asked.out)->required();
  stack.add_option("--letters", asked.letters, "folder of marked letters");
  stack.add_option("--corpus", asked.corpus, "folder of plain letters");
  stack.add_option("--writers", asked.writers, "of plain letters: an,bac …")
      ->delimiter(',');
  stack.add_option("--enclosures", asked.enclosures,
                   "folder of what is enclosed with letters");
  stack.add_option("--separator", asked.separator,
                   "a separator sheet at 300 dpi, PGM, before each letter");
  stack.add_option("--stacks", asked.order.stacks)->capture_default_str();
  stack.add_option("--per", asked.order.letters, "letters a stack")
      ->capture_default_str();
  stack.add_option("--blank", asked.order.blank, "share of blank backs")
      ->capture_default_str();
  stack.add_flag("--text", asked.order.as_text,
                 "pages as read, without drawing them");
  stack.add_option("--seed", asked.order.seed)->capture_default_str();
}

}  // namespace

int main(int argc, char** argv) {
  Asked asked;
  CLI::App app("Draws letters as paper and scans them.");
  app.require_subcommand(1);
  CLI::App* draw = app.add_subcommand("draw", "letters in conditions");
  CLI::App* inbox = app.add_subcommand("inbox", "the quick start's folder");
  AskedStack asked_stack;
  CLI::App* stack = app.add_subcommand("stack", "many letters in one file");
  Describe(*stack, asked_stack);
  for (CLI::App* command : {draw, inbox}) {
    command->add_option("--letters", asked.letters)->capture_default_str();
    command->add_option("--out", asked.out)->required();
    command->add_option("--truth", asked.truth, "default: OUT/truth.jsonl");
  }
  draw->add_option("--corpus", asked.corpus,
                   "folder of plain letters to draw instead");
  draw->add_flag("--deal", asked.deal,
                 "to each letter one condition, all as often as they suit");
  draw->add_option("--only", asked.only, "letter ids")->delimiter(',');
  draw->add_option("--conditions", asked.conditions)->delimiter(',');
  draw->add_option("--format", asked.format,
                   "default: the usual one; letters that it has no room for "
                   "are left out")
      ->check([](const std::string& name) {
        return FindFormat(name) == nullptr ? "no such format" : "";
      });
  draw->add_option("--seed", asked.seed)->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  if (stack->parsed()) {
    const auto written = DrawStacks(asked_stack);
    return written ? 0 : Report(written.error());
  }
  const auto letters = asked.corpus.empty() ? ReadLetters(asked.letters)
                                            : ReadPlainLetters(asked.corpus);
  if (!letters) return Report(letters.error());
  return Write(asked, draw->parsed() ? DrawOrders(asked, *letters)
                                     : InboxOrders(*letters));
}
