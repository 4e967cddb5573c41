#include "pipeline/task_queue.h"

#include <algorithm>
#include <utility>

#include "models/page_json.h"
#include "models/record_json.h"
#include "pipeline/keys.h"
#include "pipeline/page_images.h"
#include "pipeline/source_copy.h"
#include "pipeline/tasks.h"
#include "pipeline/unread_record.h"

namespace donthu {
namespace {

using Step = OpenSource::Step;

// Files open at a time, a worker: one with it and one next; where letters take
// milliseconds, also those whose answers wait to be handled.
constexpr int kOpen = 2;
constexpr int kOpenMadeFromPages = 4;

Result<std::optional<Task>> Given(Result<Task> task) {
  if (!task) return Fail(task.error());
  return std::optional<Task>(std::move(*task));
}

}  // namespace

TaskQueue::TaskQueue(RunFacts facts, Store& store,
                     std::vector<std::size_t> order)
    : facts_(facts),
      store_(store),
      shuffler_(facts.options.order_seed),
      to_open_(std::move(order)) {
  shuffler_.Shuffle(to_open_);
  std::reverse(to_open_.begin(), to_open_.end());
}

Result<std::optional<Task>> TaskQueue::Next() {
  if (ahead_.empty()) return Make();
  Task task = std::move(ahead_.front());
  ahead_.pop_front();
  return std::optional<Task>(std::move(task));
}

Status TaskQueue::PrepareAhead() {
  if (!facts_.from_pages) return OpenAhead();
  while (ahead_.size() < static_cast<std::size_t>(facts_.options.jobs)) {
    auto task = Make();
    if (!task) return Fail(task.error());
    if (!*task) break;
    ahead_.push_back(std::move(**task));
  }
  return Done{};
}

Result<std::optional<Task>> TaskQueue::Make() {
  for (auto& [id, source] : open_) {
    if (source.step == Step::kLetters) return Given(Letters(id, source));
  }
  for (auto& [id, source] : open_) {
    if (!source.waiting.empty()) return Given(Page(id, source));
  }
  for (auto& [id, source] : open_) {
    if (source.step == Step::kInspect) return Given(Inspect(id, source));
  }
  if (!MayOpen()) return std::optional<Task>();
  if (auto opened = OpenNext(); !opened) return Fail(opened.error());
  return Make();
}

bool TaskQueue::MayOpen() const {
  const int most = facts_.from_pages ? kOpenMadeFromPages : kOpen;
  return !to_open_.empty() &&
         open_.size() < static_cast<std::size_t>(most * facts_.options.jobs);
}

Status TaskQueue::OpenAhead() {
  const bool at_hand =
      std::any_of(open_.begin(), open_.end(),
                  [](const auto& open) { return open.second.HasWork(); });
  return at_hand || !MayOpen() ? Status(Done{}) : OpenNext();
}

std::vector<std::int64_t> TaskQueue::TakeFaulty() {
  return std::exchange(faulty_, {});
}

Status TaskQueue::OpenNext() {
  const std::size_t index = to_open_.back();
  to_open_.pop_back();
  const TakenSource& taken = facts_.taken.sources[index];
  auto stored = store_.FindSource(taken.sha256);
  if (!stored) return Fail(stored.error());
  const std::int64_t id = ++last_opened_;
  OpenSource& source = open_[id];
  source.index = index;
  source.stored = std::move(**stored);
  const auto failed = [&](const Error& error) {
    source.fault = StageFault{error, "take_in"};
    source.step = Step::kWithWorkers;
    faulty_.push_back(id);
    return Status(Done{});
  };
  if (taken.unreadable) return failed(*taken.unreadable);
  if (facts_.from_pages) {
    source.step = Step::kLetters;
    return Done{};
  }
  auto missing = MissingPages(source);
  if (!missing) return Fail(missing.error());
  if (source.stored.page_count > 0 && missing->empty()) {
    source.step = Step::kLetters;
    return Done{};
  }
  const RunOptions& options = facts_.options;
  auto copy =
      CopySource(facts_.inbox, facts_.inbox.files[taken.file], taken.sha256,
                 options.paths.Work(), options.config.limits.MaxFileBytes());
  if (copy) {
    source.copy = std::move(*copy);
    return Done{};
  }
  return IsSystemFault(copy.error()) ? Fail(copy.error())
                                     : failed(copy.error());
}

// Pages that no earlier run read, or whose image is lost; the last first.
Result<std::vector<int>> TaskQueue::MissingPages(const OpenSource& source) {
  std::vector<int> missing;
  const std::string& sha256 = source.stored.sha256;
  for (int number = source.stored.page_count; number >= 1; --number) {
    if (facts_.options.rerun == Rerun::kPages) {
      missing.push_back(number);
      continue;
    }
    auto page = store_.FindPage(sha256, number, facts_.page_key);
    if (!page) return Fail(page.error());
    if (*page) {
      auto whole =
          ForgetPageWithoutImage(facts_.options.paths, store_, sha256, number);
      if (!whole) return Fail(whole.error());
      if (*whole) continue;
    }
    missing.push_back(number);
  }
  return missing;
}

Result<int> TaskQueue::QueuePages(OpenSource& source) {
  auto missing = MissingPages(source);
  if (!missing) return Fail(missing.error());
  source.waiting = std::move(*missing);
  shuffler_.Shuffle(source.waiting);
  source.pages_open = static_cast<int>(source.waiting.size());
  if (source.pages_open == 0) source.step = Step::kLetters;
  return source.pages_open;
}

Request TaskQueue::NewRequest(TaskKind kind, std::int64_t source, int page) {
  Request request;
  request.kind = kind;
  request.id = ++last_request_;
  request.page = page;
  request.source = source;
  return request;
}

Result<Task> TaskQueue::Inspect(std::int64_t id, OpenSource& source) {
  source.step = Step::kWithWorkers;
  return InspectTask(NewRequest(TaskKind::kInspect, id, 0), source.copy.get());
}

Result<Task> TaskQueue::Page(std::int64_t id, OpenSource& source) {
  const int number = source.waiting.back();
  source.waiting.pop_back();
  return PageTask(NewRequest(TaskKind::kPage, id, number), source.copy.get(),
                  facts_.options.paths.WorkImage(source.stored.sha256, number));
}

Result<Task> TaskQueue::Letters(std::int64_t id, OpenSource& source) {
  source.step = Step::kWithWorkers;
  std::vector<std::string> pages;
  for (int number = 1; number <= source.stored.page_count; ++number) {
    auto page = PageLine(source, number);
    if (!page) return Fail(page.error());
    pages.push_back(std::move(*page));
  }
  std::vector<std::string> former;
  const auto stand = FieldsOfFormerStand(source);
  if (!stand) return Fail(stand.error());
  if (*stand) {
    auto listed = store_.ForEachRecordOf(source.stored.sha256,
                                         [&](const std::string& json) {
                                           former.push_back(json);
                                           return Status(Done{});
                                         });
    if (!listed) return Fail(listed.error());
  }
  return LettersTask(NewRequest(TaskKind::kLetters, id, 0),
                     ToJsonLine(UnreadRecord(source.stored, facts_.provenance)),
                     pages, former);
}

Result<bool> TaskQueue::FieldsOfFormerStand(const OpenSource& source) {
  const std::string& made_with = source.stored.letter_key;
  if (!facts_.from_pages || made_with.empty()) return false;
  const auto known = fields_stand_.find(made_with);
  if (known != fields_stand_.end()) return known->second;
  const auto before = store_.FindKey(made_with);
  if (!before) return Fail(before.error());
  const bool stand = *before && FieldsStand(**before, facts_.letter_parts);
  fields_stand_[made_with] = stand;
  return stand;
}

Result<std::string> TaskQueue::PageLine(const OpenSource& source, int number) {
  if (source.page_faults.count(number) != 0) {
    PageResult failed;
    failed.page.number = number;
    failed.page.status = PageStatus::kFailed;
    return ToJson(failed);
  }
  auto page = store_.FindPage(source.stored.sha256, number, facts_.page_key);
  if (!page) return Fail(page.error());
  if (!*page) {
    return Fail(ErrorCode::kInternal, "page", "is not in the store");
  }
  return std::move((*page)->result_json);
}

}  // namespace donthu
