// A store as it is after years, made from one after the first letter:
//   donthu_fill_store STATE COUNT INBOX
// STATE holds the store of a run over one file of one page. COUNT letters
// like that one go into it, each of a source of its own, and into INBOX a
// small file for each source, known to the store as unchanged.
#include <fcntl.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "models/record_json.h"
#include "pipeline/inbox.h"
#include "pipeline/letter_way.h"
#include "pipeline/sha256.h"
#include "pipeline/store/store.h"
#include "pipeline/unique_fd.h"
#include "tests/bench/must.h"

namespace donthu::bench {
namespace {

constexpr int kLettersAStep = 1000;

// What is copied.
struct Model {
  StoredSource source;
  StoredPage page;
  Record record;
};

Model FirstLetter(Store& store) {
  std::vector<Record> records;
  Must(store.ForEachRecord([&](const std::string& json) {
    records.push_back(Must(RecordFromJson(json)));
    return Status(Done{});
  }));
  if (records.size() != 1 || records[0].pages.size() != 1) {
    std::fputs("error: the store is to hold one letter of one page\n", stderr);
    std::exit(1);
  }
  const std::string& sha256 = records[0].source.sha256;
  const auto key = Must(store.FindPageKey(sha256, 1));
  return {*Must(store.FindSource(sha256)),
          *Must(store.FindPage(sha256, 1, *key)), records[0]};
}

class Filling {
 public:
  Filling(Store& store, Model model, std::filesystem::path inbox)
      : store_(store), model_(std::move(model)), inbox_(std::move(inbox)) {}

  void Add(int count) {
    std::filesystem::create_directories(inbox_);
    batch_ = Must(store_.BeginBatch(model_.source.batch.as_of,
                                    model_.source.batch.received));
    for (int next = 0; next < count;) {
      auto step = Must(store_.Begin());
      for (int i = 0; i < kLettersAStep && next < count; ++i) AddOne(next++);
      Must(step.Commit());
    }
    // As if the output folder showed them for good.
    Must(store_.DropOutbox(INT64_MAX));
    Must(store_.Checkpoint());
  }

 private:
  void AddOne(int number) {
    const std::string name = std::to_string(number) + ".png";
    const std::string bytes = "scan " + name;
    const std::string path = (inbox_ / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    StoredSource source = model_.source;
    source.sha256 = Sha256Hex(bytes);
    source.batch = batch_;
    source.position = number;
    source.names = {name};
    Must(store_.PutSource(source));
    Must(store_.SetInspected(source.sha256, source.media_type, 1));
    StoredPage page = model_.page;
    page.sha256 = source.sha256;
    page.content_sha256 = Sha256Hex("content of " + name);
    Must(store_.PutPage(page));
    std::vector<Record> records = {RecordOf(source)};
    Must(store_.PutLetters(source.sha256, model_.source.letter_key, records));
    Must(store_.SetLinked(records[0].record_id));
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    Must(store_.PutFile(IdentityOf(file.get()), source.sha256));
  }

  Record RecordOf(const StoredSource& source) const {
    Record record = model_.record;
    record.source.file = source.names[0];
    record.source.sha256 = source.sha256;
    record.record_id = RecordId(source.sha256, {1});
    record.pages[0].image = "letters/" + record.record_id + "/page-0001.png";
    return record;
  }

  Store& store_;
  Model model_;
  std::filesystem::path inbox_;
  Batch batch_;
};

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) {
  using namespace donthu;
  if (argc != 4) {
    std::fputs("usage: donthu_fill_store STATE COUNT INBOX\n", stderr);
    return 2;
  }
  const auto store = bench::Must(Store::Open(StorePath(argv[1])));
  bench::Filling(*store, bench::FirstLetter(*store), argv[3])
      .Add(std::atoi(argv[2]));
  return 0;
}
