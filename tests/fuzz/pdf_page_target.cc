// What a PDF page paints: dictionaries, colour spaces, content. The first
// line is the page's dictionary, the second that of an image /Im, the third
// that of a form /Fm; all that follows is the content of page and form, and
// the data of the image.
#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

#include "stages/load/load.h"
#include "stages/load/pdf_colour.h"
#include "stages/load/pdf_image.h"
#include "stages/load/pdf_page.h"
#include "tests/fuzz/law.h"

namespace donthu {
namespace {

constexpr LoadLimits kLimits = {1, 1'000'000};

std::string_view TakeLine(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

QPDFObjectHandle DictionaryOf(QPDF& pdf, std::string_view text) {
  auto parsed = QPDFObjectHandle::parse(&pdf, std::string(text));
  return parsed.isDictionary() ? parsed : QPDFObjectHandle::newDictionary();
}

QPDFObjectHandle StreamOf(QPDF& pdf, QPDFObjectHandle dictionary,
                          const char* subtype, const std::string& data) {
  auto stream = QPDFObjectHandle::newStream(&pdf, data);
  dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName(subtype));
  stream.replaceDict(dictionary);
  return stream;
}

void CheckColours(const ColourMap& map) {
  const bool indexed = map.model == ColourModel::kPalette;
  Law(indexed != map.palette.empty(), "only a palette has colours");
  Law(map.palette.size() <= 256, "a sample is a byte");
}

void CheckImage(QPDFObjectHandle image) {
  const auto map = ReadColourSpace(image.getDict().getKey("/ColorSpace"));
  if (map) CheckColours(*map);
  HasMask(image);
  const auto read = ReadPdfImage(image, kLimits);
  if (!read) return Law(!IsSystemFault(read.error()), "the file is at fault");
  if (!*read) return;
  const PageImage& page = **read;
  Law(page.pixels.size() ==
          static_cast<std::size_t>(page.width_px) *
              static_cast<std::size_t>(page.height_px) *
              static_cast<std::size_t>(BytesPerPixel(page.format)),
      "an image has as many pixels as it says");
}

void CheckPage(const PdfPage& page) {
  Law(page.rotation >= 0 && page.rotation < 360 && page.rotation % 90 == 0,
      "a page is turned by quarters");
  Law(page.user_unit > 0.0 && page.user_unit < 1e4, "a unit is positive");
  const double dpi = RenderDpi(page);
  Law(dpi >= 150.0 && dpi <= 600.0, "a page is drawn at 150 to 600 dpi");
  const auto only = OnlyImage(page);
  if (!only) return;
  Law(!page.content.other_marks && !page.annotated, "an only image is alone");
  const Resolution resolution =
      ResolutionOf(only->placement, std::max(1, only->width_px),
                   std::max(1, only->height_px), page.user_unit);
  Law(std::isfinite(resolution.x_dpi) && std::isfinite(resolution.y_dpi),
      "an image that covers a page has a size");
}

void Check(std::string_view text) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.emptyPDF();
  auto page = DictionaryOf(pdf, TakeLine(text));
  const auto image_keys = DictionaryOf(pdf, TakeLine(text));
  const auto form_keys = DictionaryOf(pdf, TakeLine(text));
  const std::string data(text);
  const auto image = StreamOf(pdf, image_keys, "/Image", data);
  auto resources = page.getKey("/Resources");
  if (!resources.isDictionary()) {
    resources = page.replaceKeyAndGetNew("/Resources",
                                         QPDFObjectHandle::newDictionary());
  }
  auto objects = resources.replaceKeyAndGetNew(
      "/XObject", QPDFObjectHandle::newDictionary());
  objects.replaceKey("/Im", image);
  objects.replaceKey("/Fm", StreamOf(pdf, form_keys, "/Form", data));
  page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, data));
  CheckPage(ReadPdfPage(pdf.makeIndirectObject(page), LoadLimits()));
  CheckImage(image);
}

}  // namespace
}  // namespace donthu

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  try {
    donthu::Check(donthu::TextOf(data, size));
  } catch (const std::exception&) {
    // qpdf's way to say no; load.cc makes an error of it.
  }
  return 0;
}
