#include "stages/archive/archive.h"

#include <exception>
#include <new>
#include <optional>
#include <utility>

#include "models/text_offsets.h"
#include "stages/archive/glyph_map.h"
#include "stages/archive/packed_pixels.h"
#include "stages/archive/page_geometry.h"
#include "stages/archive/pdf_writer.h"
#include "stages/archive/placing.h"
#include "stages/archive/text_layer.h"

namespace donthu {
namespace {

class Copy {
 public:
  explicit Copy(const Archive::Input& input)
      : input_(input),
        offsets_(input.letter.text),
        glyphs_(input.letter.text),
        writer_(input.pdf, input.form, glyphs_) {}

  Result<std::string> Make() {
    for (const ArchivePage& page : input_.pages) {
      if (auto added = Add(page); !added) return Fail(added.error());
    }
    return writer_.Finish(input_.record_id);
  }

 private:
  std::vector<std::string_view> WordsOn(int number) const {
    std::vector<std::string_view> words;
    for (const LetterWord& word : input_.letter.words) {
      if (word.page == number) words.push_back(offsets_.Cut(word.span));
    }
    return words;
  }

  std::string Text(const RecordPage& page, const Homography& to_points) const {
    return TextLayer(input_.letter, offsets_, page.number, to_points, glyphs_);
  }

  Status Add(const ArchivePage& page) {
    const PdfSource& source = page.stored.pdf;
    const int rotation = page.page.rotation_deg;
    const auto in_source = [&] {
      return Text(page.page,
                  Compose(page.stored.from_scan, page.page.to_source));
    };
    switch (PlacingOf(page, WordsOn(page.page.number), input_.form)) {
      case Placing::kEmpty:
        writer_.AddEmpty(EmptySheet());
        return Done{};
      case Placing::kStored:
        AddStored(page.page, page.stored);
        return Done{};
      case Placing::kImage:
        if (writer_.AddImage(source, rotation, in_source())) return Done{};
        break;
      case Placing::kPage:
        if (writer_.AddPage(source, rotation, in_source())) return Done{};
        break;
      case Placing::kOwnText:
        if (writer_.AddPage(source, rotation, "")) return Done{};
        break;
      case Placing::kDrawn:
        break;
    }
    return AddDrawn(page);
  }

  void AddStored(const RecordPage& page, const EncodedPage& stored) {
    const PageGeometry geometry = GeometryOf(page, stored);
    writer_.AddStored(stored, geometry, Text(page, geometry.to_points));
  }

  Status AddDrawn(const ArchivePage& page) {
    const auto image = input_.decode(page.page.number);
    if (!image) return Fail(image.error());
    const auto packed = PackedPixels(*image);
    if (!packed) return Fail(packed.error());
    AddStored(page.page, *packed);
    return Done{};
  }

  const Archive::Input& input_;
  TextOffsets offsets_;
  GlyphMap glyphs_;
  PdfWriter writer_;
};

}  // namespace

Result<Archive::Output> Archive::Run(Input input) const {
  try {
    return Copy(input).Make();
  } catch (const std::bad_alloc&) {
    return Fail(ErrorCode::kOutOfMemory, "archive copy",
                "needs more memory than limits.worker_memory_mb allows");
  } catch (const std::exception&) {
    return Fail(ErrorCode::kDocumentDamaged, "archive copy",
                "the PDF that its pages come from cannot be followed");
  }
}

}  // namespace donthu
