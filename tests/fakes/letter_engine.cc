#include "tests/fakes/letter_engine.h"

#include <unistd.h>

#include <array>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include "tests/fakes/marked_page.h"
#include "tests/fakes/misbehave.h"
#include "tests/fakes/probe.h"

namespace donthu {
namespace {

constexpr int kMarginPx = 20;
constexpr int kLinePx = 40;
constexpr int kInkPx = 24;

// FNV-1a, 64 bits.
std::uint64_t HashOf(const PageImage& page) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const std::uint8_t pixel : page.pixels) {
    hash = (hash ^ pixel) * 1099511628211ULL;
  }
  return hash;
}

// As a real engine finds nothing on an image the size of a stamp.
bool IsTooSmall(const PageImage& page) {
  constexpr int kLeastWidthPx = 200;
  constexpr int kLeastHeightPx = 580;
  return page.width_px < kLeastWidthPx || page.height_px < kLeastHeightPx;
}

bool IsBlank(const PageImage& page) {
  for (const std::uint8_t pixel : page.pixels) {
    if (pixel != 255) return false;
  }
  return true;
}

std::string Digits(std::uint64_t hash) {
  std::string digits;
  for (unsigned shift = 64; shift != 0; shift -= 4) {
    digits += "0123456789abcdef"[(hash >> (shift - 4)) & 15U];
  }
  return digits;
}

std::vector<std::string> LinesFor(std::uint64_t hash) {
  constexpr std::array kNames = {"An", "Bình", "Cường", "Dũng", "Giang", "Hòa"};
  const std::string name =
      std::string("Nguyễn Văn ") + kNames[hash % kNames.size()];
  const std::string number = std::to_string(100 + hash / 8 % 900);
  const std::string month = std::to_string(1 + hash / 64 % 6);
  return {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
          "Độc lập - Tự do - Hạnh phúc",
          "Phường Mẫu, ngày 10 tháng " + month + " năm 2026",
          "ĐƠN KHIẾU NẠI",
          "Kính gửi: Chủ tịch Ủy ban nhân dân phường Mẫu",
          "Tôi tên là: " + name + ", sinh năm 1970",
          "Địa chỉ: số " + number + " phố Mẫu, phường Mẫu",
          "Tôi khiếu nại Quyết định số " + number + "/QĐ-UBND ngày 02/" +
              month + "/2026",
          "của Chủ tịch UBND phường Mẫu về việc thu hồi đất của gia đình tôi",
          "vì quyết định này trái pháp luật, xâm phạm quyền của tôi.",
          "Mã trang " + Digits(hash) + ".",
          "Tôi đề nghị hủy bỏ quyết định nêu trên và trả lại đất.",
          "Người khiếu nại",
          name};
}

TextLine LineAt(const std::string& text, int top_px, int width_px) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  const int step = (width_px - 2 * kMarginPx) / static_cast<int>(words.size());
  TextLine line;
  int left = kMarginPx;
  for (const std::string& word : words) {
    const BoxPx box{left, top_px, left + step - 2, top_px + kInkPx};
    line.words.push_back({word, box, 0.95});
    line.box = Union(line.box, box);
    left += step;
  }
  return line;
}

PageText LetterOn(const PageImage& page) {
  PageText text{page.width_px, page.height_px, {}};
  if (IsTooSmall(page) || IsBlank(page)) return text;
  Block block;
  int top = kMarginPx;
  for (const std::string& written : LinesFor(HashOf(page))) {
    const TextLine line = LineAt(written, top, page.width_px);
    block.paragraphs.push_back({line.box, {line}});
    block.box = Union(block.box, line.box);
    top += kLinePx;
  }
  text.blocks.push_back(block);
  return text;
}

}  // namespace

EngineInfo LetterEngine::Info() const {
  return {"fake 1", "none", std::string(64, '0'), "letter engine"};
}

Result<PageText> LetterEngine::Read(const PageImage& page) {
  if (log_) {
    const std::string line =
        (IsBlank(page) ? "blank" : Digits(HashOf(page))) + "\n";
    if (::write(log_.get(), line.data(), line.size()) < 0) {
      return Fail(ErrorCode::kOcrFailed, "log", "cannot be written");
    }
  }
  const Mark mark = MarkOf(page.width_px);
  Misbehave(mark);
  if (const auto ended = Probe(mark)) {
    return Fail(ErrorCode::kOcrFailed, "probe", *ended);
  }
  if (mark == Mark::kGiveUp) {
    return Fail(ErrorCode::kOcrFailed, "page image", "The fake gave up.");
  }
  PageText text = LetterOn(page);
  if (mark == Mark::kBoxesOutside) text.width_px = text.height_px = 1;
  return text;
}

Result<Orientation> LetterEngine::Orient(const PageImage&) {
  return Orientation{};
}

}  // namespace donthu
