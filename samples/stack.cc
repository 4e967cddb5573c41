#include "samples/stack.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "samples/conditions/raster.h"
#include "samples/draw_letter.h"
#include "samples/formats/file_format.h"
#include "samples/laid_text.h"
#include "samples/paper/layout.h"
#include "samples/rng.h"

namespace donthu::samples {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr int kQuality = 70;
constexpr double kWideSet = 0.5;
constexpr double kHeadingAdded = 0.6;
// One feeder, and now and then what came by fax or was saved too small.
constexpr std::array<std::string_view, 10> kMix = {
    "clean", "clean",     "clean", "clean", "clean",
    "clean", "seal_gray", "clean", "fax",   "low_resolution"};

PageStyle StyleFor(const SampleLetter& letter, Rng& rng) {
  constexpr std::array<double, 5> kSizes = {12.0, 13.0, 13.0, 14.0, 14.0};
  PageStyle style;
  style.size_pt = IsTyped(letter.typeface)
                      ? 12.0
                      : kSizes[static_cast<std::size_t>(rng.Whole(0, 4))];
  style.line_height = rng.Between(1.15, 1.75);
  style.gap_pt = rng.Between(2.0, 7.0);
  style.left_mm = rng.Between(20.0, 32.0);
  style.top_mm = rng.Between(15.0, 25.0);
  if (rng.Chance(0.5)) style.numbers = PageNumbers::kFromSecond;
  // Letters of a few sentences would else have one page all of them.
  if (rng.Chance(kWideSet)) {
    style.right_mm = rng.Between(40.0, 85.0);
    style.line_height = rng.Between(1.5, 2.0);
  }
  return style;
}

bool HasHeading(const SampleLetter& letter) {
  return std::any_of(letter.blocks.begin(), letter.blocks.end(),
                     [](const Block& block) {
                       return block.kind == BlockKind::kHeading ||
                              block.kind == BlockKind::kColumns;
                     });
}

// Most writers put it there; those of the plain letters often left it out.
SampleLetter WithHeading(SampleLetter letter) {
  Block heading{BlockKind::kHeading, {}};
  for (const char* line :
       {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}) {
    heading.lines.push_back({MarkedText{line, {}}});
  }
  letter.blocks.insert(letter.blocks.begin(), std::move(heading));
  return letter;
}

const Condition& ConditionFor(const SampleLetter& letter, Rng& rng) {
  const auto pick =
      static_cast<std::size_t>(rng.Whole(0, static_cast<int>(kMix.size()) - 1));
  const Condition* condition =
      FindCondition(IsTyped(letter.typeface) ? "typewriter" : kMix[pick]);
  return *condition;
}

double DpiOf(const Condition& condition) {
  switch (condition.capture) {
    case CaptureKind::kFax:
      return 200.0;
    case CaptureKind::kLowResolution:
      return 150.0;
    default:
      return kSheetDpi;
  }
}

PageImage WhiteSheet() {
  PageImage sheet;
  sheet.width_px = 2480;
  sheet.height_px = 3508;
  sheet.format = PixelFormat::kRgb24;
  sheet.dpi_x = sheet.dpi_y = kSheetDpi;
  sheet.pixels.assign(std::size_t{3} * 2480 * 3508, 255);
  return sheet;
}

// One stack while it grows.
class Stack {
 public:
  Stack(const StackOrder& order, const std::vector<SampleLetter>& letters,
        const std::vector<SampleLetter>& enclosures, int number)
      : order_(order),
        letters_(letters),
        enclosures_(enclosures),
        seed_(Rng(order.seed).Fork("stack" + std::to_string(number)).Next()),
        rng_(Rng(seed_).Fork("choice")) {}

  Status Draw() {
    std::vector<std::size_t> deck(letters_.size());
    for (std::size_t i = 0; i < deck.size(); ++i) deck[i] = i;
    for (int i = 0; i < order_.letters; ++i) {
      const auto at = static_cast<std::size_t>(
          rng_.Whole(i, static_cast<int>(deck.size()) - 1));
      std::swap(deck[static_cast<std::size_t>(i)], deck[at]);
      auto added = AddLetter(letters_[deck[static_cast<std::size_t>(i)]]);
      if (!added) return added;
    }
    return Done{};
  }

  const std::vector<PageImage>& pages() const { return pages_; }
  std::string texts() const {
    std::string lines;
    for (const PageResult& text : texts_) lines += ToJson(text) + "\n";
    return lines;
  }
  const Json& letters() const { return told_; }

 private:
  Status AddLetter(const SampleLetter& letter) {
    if (order_.separator) {
      AddSheet(*order_.separator);
    }
    Json pages = Json::array();
    const bool bare = !HasHeading(letter) && rng_.Chance(kHeadingAdded);
    auto drawn = AddDrawn(bare ? WithHeading(letter) : letter, pages);
    if (!drawn) return drawn;
    Json enclosed = Json::array();
    Json papers = Json::array();
    const bool encloses = !enclosures_.empty() && rng_.Chance(order_.enclosed);
    const int count = encloses ? rng_.Whole(1, 2) : 0;
    for (int i = 0; i < count; ++i) {
      const auto pick = static_cast<std::size_t>(
          rng_.Whole(0, static_cast<int>(enclosures_.size()) - 1));
      const std::size_t before = enclosed.size();
      drawn = AddDrawn(enclosures_[pick], enclosed);
      if (!drawn) return drawn;
      papers.push_back(enclosed[before]);
    }
    told_.push_back({{"id", letter.id},
                     {"pages", pages},
                     {"enclosed", enclosed},
                     {"papers", papers}});
    return Done{};
  }

  Status AddDrawn(const SampleLetter& letter, Json& numbers) {
    const PageStyle style = StyleFor(letter, rng_);
    const Condition& condition = ConditionFor(letter, rng_);
    if (order_.as_text) return AddText(letter, style, condition, numbers);
    auto drawn = DrawLetter(letter, style, condition, seed_);
    if (!drawn) return Fail(drawn.error());
    for (DrawnPage& page : drawn->pages) {
      pages_.push_back(std::move(page.scan.image));
      numbers.push_back(pages_.size());
      if (rng_.Chance(order_.blank)) AddSheet(WhiteSheet());
    }
    return Done{};
  }

  Status AddText(const SampleLetter& letter, const PageStyle& style,
                 const Condition& condition, Json& numbers) {
    const auto laid = LayOut(letter, style, letter.typeface);
    if (!laid) return Fail(laid.error());
    const double sureness = rng_.Between(0.8, 0.96);
    for (std::size_t i = 0; i < laid->pages.size(); ++i) {
      const bool numbered = style.numbers == PageNumbers::kFromSecond && i > 0;
      const int printed = numbered ? static_cast<int>(i) + 1 : 0;
      const int number = static_cast<int>(texts_.size()) + 1;
      texts_.push_back(TextOfPage(laid->pages[i], number, printed, rng_));
      RecordPage& page = texts_.back().page;
      page.dpi_x = page.dpi_y = DpiOf(condition);
      page.mean_confidence = sureness + rng_.Between(-0.02, 0.02);
      numbers.push_back(number);
    }
    return Done{};
  }

  void AddSheet(const PageImage& sheet) {
    const Condition clean{"clean"};
    pages_.push_back(ScanSheet(sheet, clean, seed_ + pages_.size()).image);
  }

  const StackOrder& order_;
  const std::vector<SampleLetter>& letters_;
  const std::vector<SampleLetter>& enclosures_;
  std::uint64_t seed_;
  Rng rng_;
  std::vector<PageImage> pages_;
  std::vector<PageResult> texts_;
  Json told_ = Json::array();
};

std::string FileName(int number) {
  const std::string digits = std::to_string(1000 + number).substr(1);
  return "stack_" + digits + ".pdf";
}

Status WriteFile(const fs::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << bytes << std::flush;
  if (out) return Done{};
  return Fail(ErrorCode::kOutputUnwritable, path.filename().string(),
              "The file could not be written.");
}

}  // namespace

Status WriteStacks(const StackOrder& order,
                   const std::vector<SampleLetter>& letters,
                   const std::vector<SampleLetter>& enclosures,
                   const fs::path& out) {
  if (static_cast<int>(letters.size()) < order.letters) {
    return Fail(ErrorCode::kConfigInvalid, "letters",
                "There are fewer letters than a stack is to hold.");
  }
  std::error_code ignored;
  fs::create_directories(out, ignored);
  std::string truth;
  for (int i = 1; i <= order.stacks; ++i) {
    Stack stack(order, letters, enclosures, i);
    if (auto drawn = stack.Draw(); !drawn) return drawn;
    if (order.as_text) {
      const auto name = fs::path(FileName(i)).replace_extension("jsonl");
      if (auto put = WriteFile(out / name, stack.texts()); !put) return put;
    } else {
      const auto bytes =
          EncodeFile(FileFormat::kPdfJpeg, stack.pages(), kQuality);
      if (!bytes) return Fail(bytes.error());
      if (auto put = WriteFile(out / FileName(i), *bytes); !put) return put;
    }
    truth += Json({{"file", FileName(i)},
                   {"pages", stack.pages().size()},
                   {"separators", order.separator.has_value()},
                   {"letters", stack.letters()}})
                 .dump() +
             "\n";
  }
  return WriteFile(out / "truth.jsonl", truth);
}

Result<PageImage> ReadPgm(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string magic;
  PageImage sheet;
  int most = 0;
  in >> magic >> sheet.width_px >> sheet.height_px >> most;
  in.get();
  if (!in || magic != "P5" || most != 255) {
    return Fail(ErrorCode::kImageUnreadable, file.filename().string(),
                "A PGM of 8 bits was expected.");
  }
  sheet.pixels.resize(static_cast<std::size_t>(sheet.width_px) *
                      static_cast<std::size_t>(sheet.height_px));
  in.read(reinterpret_cast<char*>(sheet.pixels.data()),
          static_cast<std::streamsize>(sheet.pixels.size()));
  if (!in) {
    return Fail(ErrorCode::kFileTruncated, file.filename().string(),
                "The image ends too early.");
  }
  sheet.dpi_x = sheet.dpi_y = kSheetDpi;
  return ToRgb(sheet);
}

}  // namespace donthu::samples
