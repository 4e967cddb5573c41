#include "pipeline/resting_files.h"

#include <utility>
#include <vector>

namespace donthu {

void RestingFiles::Keep(Inbox& inbox, Time now) {
  std::map<std::string, Look> young;
  std::map<std::string, FileIdentity> told;
  std::vector<InboxFile> resting;
  for (InboxFile& file : inbox.files) {
    const auto known = told_.find(file.path);
    if (known != told_.end() && known->second == file.seen) {
      told.insert(*known);
      continue;
    }
    const auto before = young_.find(file.path);
    const bool same =
        before != young_.end() && before->second.seen == file.seen;
    const Time since = same ? before->second.since : now;
    if (same && now - since >= rest_) {
      told[file.path] = file.seen;
      resting.push_back(std::move(file));
    } else {
      young[file.path] = {file.seen, since};
    }
  }
  young_ = std::move(young);
  told_ = std::move(told);
  inbox.files = std::move(resting);
}

void RestingFiles::TakeBack(const Inbox& inbox) {
  for (const InboxFile& file : inbox.files) told_.erase(file.path);
}

}  // namespace donthu
