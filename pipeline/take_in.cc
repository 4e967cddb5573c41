#include "pipeline/take_in.h"

#include <chrono>
#include <unordered_map>
#include <utility>

#include "pipeline/files.h"
#include "pipeline/sha256.h"
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
    std::string sha256;
    std::shared_ptr<const Error> unreadable;
  };

  Status HashAll() {
    for (const InboxFile& file : inbox_.files) {
      if (IsReadable(options_.stop_fd)) {
        taken_.stopped = true;
        break;
      }
      auto known = store_.FindFile(file.seen);
      if (!known) return Fail(known.error());
      if (*known) {
        hashed_.push_back({std::move(**known), nullptr});
        continue;
      }
      if (auto hashed = Hash(file); !hashed) return hashed;
    }
    return Done{};
  }

  Status Hash(const InboxFile& file) {
    const auto started = std::chrono::system_clock::now();
    auto hashed = HashSource(inbox_, file, options_.max_file_bytes);
    if (!hashed) {
      if (IsSystemFault(hashed.error())) return Fail(hashed.error());
      hashed_.push_back({UnreadableSha256(file.name),
                         std::make_shared<const Error>(hashed.error())});
      return Done{};
    }
    hashed_.push_back({hashed->sha256, nullptr});
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

}  // namespace donthu
