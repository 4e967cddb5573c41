#include "pipeline/work_list.h"

#include <algorithm>
#include <utility>

#include "pipeline/keys.h"

namespace donthu {
namespace {

constexpr const char* kNothingToDo = "nothing to do";
constexpr const char* kUnread = "not read in full by this program";

Result<bool> IsRead(const std::string& sha256, const std::string& page_key,
                    Store& store) {
  const auto stored = store.FindSource(sha256);
  if (!stored) return Fail(stored.error());
  for (int number = 1; number <= (*stored)->page_count; ++number) {
    const auto key = store.FindPageKey(sha256, number);
    if (!key) return Fail(key.error());
    if (*key != page_key) return false;
  }
  return true;
}

Result<bool> HasLetter(Store& store, const std::string& sha256,
                       std::string_view status) {
  bool found = false;
  auto listed = store.ForEachLetterOf(sha256, [&](const LetterRow& letter) {
    found = found || letter.status == status;
    return Status(Done{});
  });
  if (!listed) return Fail(listed.error());
  return found;
}

Result<std::string> ReasonByKey(const TakenSource& source, const RunKeys& keys,
                                Store& store) {
  if (source.is_new) return std::string("new");
  if (source.letter_key == keys.letter) return std::string();
  if (source.letter_key.empty()) {
    return std::string("begun earlier, or known under another name");
  }
  const auto before = store.FindKey(source.letter_key);
  if (!before) return Fail(before.error());
  return "made with another " + (*before
                                     ? ChangedParts(**before, keys.letter_parts)
                                     : std::string("program"));
}

// Empty: nothing to do.
Result<std::string> ReasonFor(const TakenSource& source, const RunKeys& keys,
                              Rerun rerun, Store& store) {
  auto reason = ReasonByKey(source, keys, store);
  if (!reason || !reason->empty()) return reason;
  switch (rerun) {
    case Rerun::kNothing:
      break;
    case Rerun::kFailed: {
      const auto failed = HasLetter(store, source.sha256, "failed");
      if (!failed) return Fail(failed.error());
      if (*failed) return std::string("failed before, --rerun failed");
      break;
    }
    case Rerun::kLetters:
      return std::string("--rerun letters");
    case Rerun::kPages:
      return std::string("--rerun pages");
  }
  return std::string();
}

}  // namespace

Result<WorkList> ListWork(const TakenIn& taken, const RunKeys& keys,
                          Rerun rerun, Store& store) {
  WorkList list;
  for (std::size_t i = 0; i < taken.sources.size(); ++i) {
    if (taken.sources[i].purged) {
      ++list.purged;
      list.done.push_back({i, "purged, left alone"});
      continue;
    }
    auto reason = ReasonFor(taken.sources[i], keys, rerun, store);
    if (!reason) return Fail(reason.error());
    if (reason->empty()) {
      list.done.push_back({i, kNothingToDo});
      continue;
    }
    // Reading the file again would bring back what was purged.
    const auto purged = HasLetter(store, taken.sources[i].sha256, kPurged);
    if (!purged) return Fail(purged.error());
    if (*purged) {
      list.done.push_back({i, "purged in part, left alone"});
    } else {
      list.items.push_back({i, std::move(*reason)});
    }
  }
  std::stable_sort(list.items.begin(), list.items.end(),
                   [&](const WorkItem& a, const WorkItem& b) {
                     return taken.sources[a.source].bytes >
                            taken.sources[b.source].bytes;
                   });
  return list;
}

Status LeaveUnread(const TakenIn& taken, const std::string& page_key,
                   Store& store, WorkList& list) {
  std::deque<WorkItem> read;
  for (WorkItem& item : list.items) {
    const auto whole =
        IsRead(taken.sources[item.source].sha256, page_key, store);
    if (!whole) return Fail(whole.error());
    if (*whole) {
      read.push_back(std::move(item));
    } else {
      ++list.unread;
      list.done.push_back({item.source, kUnread});
    }
  }
  list.items = std::move(read);
  return Done{};
}

}  // namespace donthu
