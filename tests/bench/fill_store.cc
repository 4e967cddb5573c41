// A store as it is after years, made from one after a few letters:
//   donthu_fill_store OUT COUNT INBOX [--whole]
// OUT is the output folder of a run over files of one page each. COUNT letters
// go into its store, each of a source of its own, and into INBOX a small file
// for each source, known to the store as unchanged. Page images are links to
// those of the letters that are copied. With one letter in OUT all
// are like it; with several the pages hold the upper half of one letter and
// the lower half of another, every pair in turn; --whole: of the same, so that
// each record is what its page gives.
#include <fcntl.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "models/page_json.h"
#include "models/record_json.h"
#include "models/sha256.h"
#include "pipeline/inbox.h"
#include "pipeline/letter_way.h"
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
  PageResult read;
  Record record;
};

std::vector<Model> ModelsIn(Store& store) {
  std::vector<Record> records;
  Must(store.ForEachRecord([&](const std::string& json) {
    records.push_back(Must(RecordFromJson(json)));
    return Status(Done{});
  }));
  std::vector<Model> models;
  for (Record& record : records) {
    if (record.pages.size() != 1) continue;
    const std::string& sha256 = record.source.sha256;
    const auto key = Must(store.FindPageKey(sha256, 1));
    const StoredPage page = *Must(store.FindPage(sha256, 1, *key));
    models.push_back({*Must(store.FindSource(sha256)), page,
                      Must(PageResultFromJson(page.result_json)),
                      std::move(record)});
  }
  if (models.empty()) {
    std::fputs("error: the store holds no letter of one page\n", stderr);
    std::exit(1);
  }
  return models;
}

// The blocks of `lower` that stand below the middle of the sheet in place of
// those of `upper`.
PageResult Halves(const PageResult& upper, const PageResult& lower) {
  const auto is_low = [](const Block& block, const PageText& text) {
    return 2 * block.box.top_px >= text.height_px;
  };
  PageResult page = upper;
  std::erase_if(page.text.blocks,
                [&](const Block& b) { return is_low(b, upper.text); });
  for (const Block& block : lower.text.blocks) {
    if (is_low(block, lower.text)) page.text.blocks.push_back(block);
  }
  return page;
}

class Filling {
 public:
  enum class Pages { kHalves, kWhole };

  Filling(Store& store, std::vector<Model> models, std::filesystem::path out,
          std::filesystem::path inbox, Pages pages)
      : store_(store),
        models_(std::move(models)),
        out_(std::move(out)),
        inbox_(std::move(inbox)),
        pages_(pages) {}

  void Add(int count) {
    std::filesystem::create_directories(inbox_);
    const Batch& first = models_[0].source.batch;
    batch_ = Must(store_.BeginBatch(first.as_of, first.received));
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
    const auto at = static_cast<std::size_t>(number);
    const Model& model = models_[at % models_.size()];
    const Model& other = pages_ == Pages::kWhole
                             ? model
                             : models_[at / models_.size() % models_.size()];
    StoredSource source = model.source;
    source.sha256 = Sha256Hex(bytes);
    source.batch = batch_;
    source.position = number;
    source.names = {name};
    Must(store_.PutSource(source));
    Must(store_.SetInspected(source.sha256, source.media_type, 1));
    StoredPage page = model.page;
    if (&model != &other) {
      page.result_json = ToJson(Halves(model.read, other.read));
    }
    page.sha256 = source.sha256;
    page.content_sha256 = Sha256Hex("content of " + name);
    Must(store_.PutPage(page));
    std::vector<Record> records = {RecordOf(model, source)};
    LinkImage(model.record, records[0]);
    Must(store_.PutLetters(source.sha256, model.source.letter_key, records));
    Must(store_.SetLinked(records[0].record_id));
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    Must(store_.PutFile(IdentityOf(file.get()), source.sha256));
  }

  void LinkImage(const Record& from, const Record& to) const {
    const std::filesystem::path image = out_ / *to.pages[0].image;
    std::filesystem::create_directories(image.parent_path());
    std::filesystem::create_hard_link(out_ / *from.pages[0].image, image);
  }

  static Record RecordOf(const Model& model, const StoredSource& source) {
    Record record = model.record;
    record.source.file = source.names[0];
    record.source.sha256 = source.sha256;
    record.record_id = RecordId(source.sha256, {1});
    record.pages[0].image = "letters/" + record.record_id + "/page-0001.png";
    return record;
  }

  Store& store_;
  std::vector<Model> models_;
  std::filesystem::path out_;
  std::filesystem::path inbox_;
  Pages pages_;
  Batch batch_;
};

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) {
  using namespace donthu;
  using bench::Filling;
  const bool whole = argc == 5 && std::string_view(argv[4]) == "--whole";
  if (argc != 4 && !whole) {
    std::fputs("usage: donthu_fill_store OUT COUNT INBOX [--whole]\n", stderr);
    return 2;
  }
  const auto store = bench::Must(Store::Open(StorePath(argv[1])));
  Filling(*store, bench::ModelsIn(*store), argv[1], argv[3],
          whole ? Filling::Pages::kWhole : Filling::Pages::kHalves)
      .Add(std::atoi(argv[2]));
  return 0;
}
