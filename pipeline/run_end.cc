#include "pipeline/run_end.h"

namespace donthu {
namespace {

Status ListLetters(const TakenIn& taken, Store& store, RunSummary& summary) {
  const auto list = [&](const LetterRow& letter) {
    const bool gone = letter.status == "withdrawn" || letter.status == kPurged;
    if (!gone) summary.record_ids.push_back(letter.record_id);
    if (letter.status == "failed") ++summary.failed;
    return Status(Done{});
  };
  for (const TakenSource& source : taken.sources) {
    auto listed = store.ForEachLetterOf(source.sha256, list);
    if (!listed) return listed;
  }
  return Done{};
}

}  // namespace

Status EndRun(const OutputPaths& paths, const TakenIn& taken, Store& store,
              Publisher& publisher, RunSummary& summary) {
  auto done = ListLetters(taken, store, summary);
  if (done) done = publisher.Settle();
  if (done) done = WriteLists(paths, store);
  if (done) done = store.Checkpoint();
  if (!done) return done;
  const auto ledger = store.CountPages();
  if (!ledger) return Fail(ledger.error());
  summary.ledger = *ledger;
  return Done{};
}

}  // namespace donthu
