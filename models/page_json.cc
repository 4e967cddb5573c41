#include "models/page_json.h"

#include <algorithm>

#include "models/record_shape.h"

namespace donthu {

namespace {

bool Inside(const BoxPx& box, const PageText& page) {
  return box.right_px <= page.width_px && box.bottom_px <= page.height_px;
}

bool AllInside(const TextLine& line, const PageText& page) {
  return Inside(line.box, page) &&
         std::all_of(line.words.begin(), line.words.end(),
                     [&](const Word& word) { return Inside(word.box, page); });
}

bool AllInside(const Paragraph& paragraph, const PageText& page) {
  return Inside(paragraph.box, page) &&
         std::all_of(
             paragraph.lines.begin(), paragraph.lines.end(),
             [&](const TextLine& line) { return AllInside(line, page); });
}

bool AllInside(const Block& block, const PageText& page) {
  return Inside(block.box, page) &&
         std::all_of(block.paragraphs.begin(), block.paragraphs.end(),
                     [&](const Paragraph& paragraph) {
                       return AllInside(paragraph, page);
                     });
}

bool AllInside(const PageText& page) {
  return std::all_of(
      page.blocks.begin(), page.blocks.end(),
      [&](const Block& block) { return AllInside(block, page); });
}

}  // namespace

template <typename Io>
void Shape(Io& io, Is<Word> auto& v) {
  io.Key("text", v.text);
  io.Key("box", v.box);
  io.Key("confidence", v.confidence, kShare);
}

template <typename Io>
void Shape(Io& io, Is<TextLine> auto& v) {
  io.Key("box", v.box);
  io.Key("words", v.words);
  io.Require(!v.words.empty(), "words");
}

template <typename Io>
void Shape(Io& io, Is<Paragraph> auto& v) {
  io.Key("box", v.box);
  io.Key("lines", v.lines);
  io.Require(!v.lines.empty(), "lines");
}

template <typename Io>
void Shape(Io& io, Is<Block> auto& v) {
  io.Key("box", v.box);
  io.Key("paragraphs", v.paragraphs);
  io.Flag("is_table", v.is_table);
  io.Require(!v.paragraphs.empty(), "paragraphs");
}

template <typename Io>
void Shape(Io& io, Is<PageText> auto& v) {
  io.Key("width_px", v.width_px, kFromZero);
  io.Key("height_px", v.height_px, kFromZero);
  io.Key("blocks", v.blocks);
  io.Require(AllInside(v), "blocks");
}

template <typename Io>
void Shape(Io& io, Is<PageResult> auto& v) {
  io.Key("page", v.page);
  io.Key("text", v.text);
  io.Key("received", v.received);
}

std::string ToJson(const PageResult& result) {
  JsonWriter writer(JsonWriter::Numbers::kExact, nullptr);
  writer.Put(result);
  return writer.out();
}

Result<PageResult> PageResultFromJson(std::string_view json) {
  const auto root = ParseJson(json);
  if (!root) {
    return Fail(ErrorCode::kAnswerInvalid, root.error().subject,
                root.error().detail);
  }
  JsonReader reader(nullptr);
  PageResult result;
  reader.Take(*root, result);
  if (!reader.fault()) return result;
  return Fail(ErrorCode::kAnswerInvalid, reader.fault()->subject,
              reader.fault()->detail);
}

}  // namespace donthu
