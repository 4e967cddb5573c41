#include "pipeline/take_in.h"

#include <chrono>
#include <unordered_map>
#include <utility>

#include "models/sha256.h"
#include "pipeline/files.h"
#include "pipeline/source_copy.h"

namespace donthu {
namespace {

// A file that was written to less than this before it was hashed may be
// written to again within the same step of the file system's clock.
constexpr std::chrono::nanoseconds kYoung = std::chrono::seconds(2);

// Without bytes its name must tell it apart.
std::string UnreadableSha256(const std::string& name) {
  return Sha256Hex("unreadable:" + name);
}

class Taking {
 public:
  Taking(const Inbox& inbox, const TakeInOptions& options, Store& store)
      : inbox_(inbox), options_(options), store_(store) {}

  Result<TakenIn> Run() {
    if (auto hashed = HashAll(); !hashed) return Fail(hashed.error());
    if (taken_.stopped) return std::move(taken_);
    auto step = store_.Begin();
    if (!step) return Fail(step.error());
    for (std::size_t i = 0; i < inbox_.files.size(); ++i) {
      if (auto named = Register(i); !named) return Fail(named.error());
    }
    if (auto done = step->Commit(); !done) return Fail(done.error());
    return std::move(taken_);
  }

 private:
  struct Hashed {
    std::string sha256;  // empty: not hashed yet
    std::shared_ptr<const Error> unreadable;
    // Of a source that stands in the store as it is here; empty: look.
    std::optional<std::string> letter_key;
  };

  Status HashAll() {
    if (auto known = LookUpAll(); !known) return known;
    for (std::size_t i = 0; i < inbox_.files.size(); ++i) {
      if (!hashed_[i].sha256.empty()) continue;
      if (IsReadable(options_.stop_fd)) {
        taken_.stopped = true;
        break;
      }
      auto hashed = Hash(inbox_.files[i], hashed_[i]);
      if (!hashed) return hashed;
    }
    return Done{};
  }

  // In one transaction, which 100,000 look-ups take half of their time for
  // otherwise.
  Status LookUpAll() {
    auto step = store_.Begin();
    if (!step) return Fail(step.error());
    hashed_.resize(inbox_.files.size());
    for (std::size_t i = 0; i < inbox_.files.size(); ++i) {
      auto known = store_.FindFile(inbox_.files[i].seen, inbox_.files[i].name);
      if (!known) return Fail(known.error());
      if (!*known) continue;
      hashed_[i].sha256 = std::move((*known)->sha256);
      if ((*known)->settled) {
        hashed_[i].letter_key = std::move((*known)->letter_key);
      }
    }
    return step->Commit();
  }

  Status Hash(const InboxFile& file, Hashed& result) {
    const auto started = std::chrono::system_clock::now();
    auto hashed = HashSource(inbox_, file, options_.max_file_bytes);
    if (!hashed) {
      if (IsSystemFault(hashed.error())) return Fail(hashed.error());
      result.sha256 = UnreadableSha256(file.name);
      result.unreadable = std::make_shared<const Error>(hashed.error());
      return Done{};
    }
    result.sha256 = hashed->sha256;
    const auto changed = std::chrono::nanoseconds(hashed->identity.changed_ns);
    const bool old = started.time_since_epoch() - changed > kYoung;
    if (hashed->identity == FileIdentity() || !old) return Done{};
    return store_.PutFile(hashed->identity, hashed->sha256);
  }

  Status Register(std::size_t index) {
    const InboxFile& file = inbox_.files[index];
    const Hashed& hashed = hashed_[index];
    const auto [known, first] =
        by_hash_.emplace(hashed.sha256, taken_.sources.size());
    if (!first) ++taken_.copies;
    if (hashed.letter_key) {
      StoredSource settled;
      settled.sha256 = hashed.sha256;
      settled.letter_key = *hashed.letter_key;
      if (first) Add(index, settled);
      return Done{};
    }
    auto stored = store_.FindSource(hashed.sha256);
    if (!stored) return Fail(stored.error());
    if (*stored && (*stored)->purged) {
      if (first) Add(index, **stored);
      return Done{};
    }
    const bool is_new = !*stored;
    StoredSource source = is_new ? StoredSource() : std::move(**stored);
    if (is_new) {
      source.sha256 = hashed.sha256;
      if (auto placed = Place(source); !placed) return placed;
    }
    if (auto named = Name(source, file.name); !named) return named;
    if (first) Add(index, source);
    taken_.sources[known->second].letter_key = source.letter_key;
    if (first) taken_.sources.back().is_new = is_new;
    return is_new && !hashed.unreadable ? Readable(file.name) : Done{};
  }

  void Add(std::size_t index, const StoredSource& source) {
    TakenSource taken;
    taken.sha256 = source.sha256;
    taken.file = index;
    taken.letter_key = source.letter_key;
    taken.purged = source.purged;
    taken.bytes = inbox_.files[index].seen.bytes;
    taken.unreadable = hashed_[index].unreadable;
    taken_.sources.push_back(std::move(taken));
  }

  Status Place(StoredSource& source) {
    if (!batch_) {
      auto begun = store_.BeginBatch(options_.as_of, options_.received);
      if (!begun) return Fail(begun.error());
      batch_ = std::move(*begun);
    }
    source.batch = *batch_;
    source.position = position_++;
    return Done{};
  }

  // A new name is a change of the letters' source.
  Status Name(StoredSource& source, const std::string& name) {
    for (const std::string& known : source.names) {
      if (known == name) return Done{};
    }
    source.names.push_back(name);
    source.letter_key.clear();
    return store_.PutSource(source);
  }

  // What could not be read under this name before is withdrawn.
  Status Readable(const std::string& name) {
    const std::string sha256 = UnreadableSha256(name);
    const auto before = store_.FindSource(sha256);
    if (!before) return Fail(before.error());
    if (!*before) return Done{};
    std::vector<Record> none;
    return store_.PutLetters(sha256, "readable", none);
  }

  const Inbox& inbox_;
  const TakeInOptions& options_;
  Store& store_;
  std::vector<Hashed> hashed_;  // beside Inbox::files
  std::unordered_map<std::string, std::size_t> by_hash_;
  std::optional<Batch> batch_;
  std::int64_t position_ = 0;
  TakenIn taken_;
};

}  // namespace

Result<TakenIn> TakeIn(const Inbox& inbox, const TakeInOptions& options,
                       Store& store) {
  return Taking(inbox, options, store).Run();
}

Result<TakenIn> TakeFromStore(Store& store, Inbox& inbox) {
  const auto sources = store.Sources();
  if (!sources) return Fail(sources.error());
  TakenIn taken;
  for (const std::string& sha256 : *sources) {
    auto stored = store.FindSource(sha256);
    if (!stored) return Fail(stored.error());
    TakenSource source;
    source.sha256 = sha256;
    source.file = inbox.files.size();
    source.letter_key = std::move((*stored)->letter_key);
    taken.sources.push_back(std::move(source));
    InboxFile file;
    file.name = std::move((*stored)->names.at(0));
    inbox.files.push_back(std::move(file));
  }
  return taken;
}

}  // namespace donthu
