#include "pipeline/take_in.h"

#include <map>
#include <utility>

#include "pipeline/sha256.h"
#include "pipeline/source_copy.h"

namespace donthu {
namespace {

Result<TakenSource> Hashed(const Inbox& inbox, const InboxFile& file,
                           std::int64_t limit_bytes) {
  TakenSource source;
  source.file = file;
  source.stored.names = {file.name};
  auto sha256 = HashSource(inbox, file, limit_bytes);
  if (sha256) {
    source.stored.sha256 = std::move(*sha256);
    return source;
  }
  if (IsSystemFault(sha256.error())) return Fail(sha256.error());
  source.unreadable = sha256.error();
  // Without bytes its name must tell it apart.
  source.stored.sha256 = Sha256Hex("unreadable:" + file.name);
  return source;
}

// Gives the new ones their place; afterwards each is as the store has it.
Status Register(const std::string& as_of,
                const std::optional<std::string>& received, Store& store,
                std::vector<TakenSource>& sources) {
  std::optional<Batch> batch;
  std::int64_t position = 0;
  for (TakenSource& source : sources) {
    const auto known = store.FindSource(source.stored.sha256);
    if (!known) return Fail(known.error());
    if (!*known && !batch) {
      auto begun = store.BeginBatch(as_of, received);
      if (!begun) return Fail(begun.error());
      batch = std::move(*begun);
    }
    if (!*known) {
      source.stored.batch = *batch;
      source.stored.position = position++;
    }
    if (auto put = store.PutSource(source.stored); !put) return put;
    auto now = store.FindSource(source.stored.sha256);
    if (!now) return Fail(now.error());
    source.stored = std::move(**now);
  }
  return Done{};
}

}  // namespace

Result<TakenIn> TakeIn(const Inbox& inbox, std::int64_t limit_bytes,
                       const std::string& as_of,
                       const std::optional<std::string>& received,
                       Store& store) {
  TakenIn taken;
  std::map<std::string, std::size_t> by_hash;
  for (const InboxFile& file : inbox.files) {
    auto source = Hashed(inbox, file, limit_bytes);
    if (!source) return Fail(source.error());
    const auto [known, is_new] =
        by_hash.emplace(source->stored.sha256, taken.sources.size());
    if (is_new) {
      taken.sources.push_back(std::move(*source));
    } else {
      ++taken.copies;
      taken.sources[known->second].stored.names.push_back(file.name);
    }
  }
  auto registered = Register(as_of, received, store, taken.sources);
  if (!registered) return Fail(registered.error());
  return taken;
}

}  // namespace donthu
