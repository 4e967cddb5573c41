// The copy as a PDF, through qpdf.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "models/encoded_page.h"
#include "models/result.h"
#include "stages/archive/archive.h"
#include "stages/archive/glyph_map.h"
#include "stages/archive/page_geometry.h"

namespace donthu {

// Throws as qpdf does where the source cannot be followed.
class PdfWriter {
 public:
  // `source`: the file that pages come from, where it is a PDF; it must
  // outlive the writer. All text of all pages is of `glyphs`.
  PdfWriter(std::string_view source, ArchiveForm form, const GlyphMap& glyphs);
  PdfWriter(const PdfWriter&) = delete;
  PdfWriter& operator=(const PdfWriter&) = delete;
  ~PdfWriter();

  // `text`: a TextLayer() in the user space of the page.
  void AddEmpty(const PageGeometry& geometry);
  void AddStored(const EncodedPage& stored, const PageGeometry& geometry,
                 const std::string& text);
  // False where the image is not what PDF/A allows, and nothing was added.
  bool AddImage(const PdfSource& source, int rotation_deg,
                const std::string& text);
  // The page with all that it shows, annotations among it; whatever acts or
  // leads elsewhere is left out. False, and nothing was added, where the file
  // has layers that a viewer switches on and off.
  bool AddPage(const PdfSource& source, int rotation_deg,
               const std::string& text);

  std::string Finish(std::string_view title);

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace donthu
