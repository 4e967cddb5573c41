#include "stages/load/pdf_image.h"

#include <algorithm>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "stages/load/jpeg.h"
#include "stages/load/jpeg2000.h"
#include "stages/load/limits.h"
#include "stages/load/pdf_colour.h"
#include "stages/load/pdf_stream.h"
#include "stages/load/samples.h"
#include "stages/load/tiff.h"

namespace donthu {
namespace {

using Answer = Result<std::optional<PageImage>>;

constexpr std::string_view kPdfImageWhat = "image of the page";

struct Facts {
  int width_px = 0;
  int height_px = 0;
  int bits = 0;
  bool has_space = false;
  ColourMap map;
  std::vector<std::string> filters;
  QPDFObjectHandle parameters;  // of the last filter
};

std::vector<std::string> FiltersOf(QPDFObjectHandle filter) {
  std::vector<std::string> names;
  if (filter.isName()) names.push_back(filter.getName());
  if (!filter.isArray()) return names;
  for (QPDFObjectHandle item : filter.getArrayAsVector()) {
    names.push_back(item.isName() ? item.getName() : "/Unknown");
  }
  return names;
}

std::vector<DecodeRange> DecodeOf(QPDFObjectHandle decode, int components) {
  std::vector<DecodeRange> ranges;
  if (!decode.isArray() || decode.getArrayNItems() < 2 * components) return {};
  for (int i = 0; i < components; ++i) {
    QPDFObjectHandle low = decode.getArrayItem(2 * i);
    QPDFObjectHandle high = decode.getArrayItem(2 * i + 1);
    if (!low.isNumber() || !high.isNumber()) return {};
    ranges.push_back({low.getNumericValue(), high.getNumericValue()});
  }
  return ranges;
}

// Empty where the colours are beyond us.
std::optional<Facts> ReadFacts(QPDFObjectHandle dict) {
  Facts facts;
  facts.width_px = IntegerOf(dict.getKey("/Width"));
  facts.height_px = IntegerOf(dict.getKey("/Height"));
  facts.bits = IntegerOf(dict.getKey("/BitsPerComponent"));
  facts.filters = FiltersOf(dict.getKey("/Filter"));
  facts.parameters = dict.getKey("/DecodeParms");
  QPDFObjectHandle& parameters = facts.parameters;
  if (parameters.isArray() && parameters.getArrayNItems() > 0) {
    parameters = parameters.getArrayItem(parameters.getArrayNItems() - 1);
  }
  QPDFObjectHandle space = dict.getKey("/ColorSpace");
  if (IsTrue(dict.getKey("/ImageMask"))) {
    facts.bits = 1;
  } else if (!space.isNull()) {
    const auto map = ReadColourSpace(space);
    if (!map) return std::nullopt;
    facts.map = *map;
    facts.has_space = true;
  }
  facts.map.decode =
      DecodeOf(dict.getKey("/Decode"), ComponentsOf(facts.map.model));
  return facts;
}

// Some producers leave out the last row; a page short of more is damaged.
bool IsNearlyWhole(std::size_t written, const Samples& samples) {
  const std::size_t spare =
      RowBytes(samples) *
      (1 + static_cast<std::size_t>(samples.height_px) / 200);
  return written + spare >= samples.bytes.size() && written > 0;
}

Answer ReadRaw(QPDFObjectHandle image, const Facts& facts) {
  static const std::set<int> kDepths = {1, 2, 4, 8, 16};
  if (kDepths.count(facts.bits) == 0) return std::optional<PageImage>();
  Samples samples;
  samples.width_px = facts.width_px;
  samples.height_px = facts.height_px;
  samples.components = ComponentsOf(facts.map.model);
  samples.bits = facts.bits;
  samples.bytes.assign(
      RowBytes(samples) * static_cast<std::size_t>(facts.height_px), 0xff);
  // What comes beyond the last row is padding, or a bomb.
  const UnpackedStream unpacked = UnpackInto(image, &samples.bytes);
  if (!unpacked.sound) return std::optional<PageImage>();
  if (!IsNearlyWhole(unpacked.bytes, samples)) return Truncated(kPdfImageWhat);
  return std::optional(ToPageImage(std::move(samples), facts.map));
}

Answer ReadDct(Bytes data, const Facts& facts, const LoadLimits& limits) {
  auto jpeg = ReadJpeg(data, limits);
  if (!jpeg) return Fail(jpeg.error());
  Samples& samples = jpeg->samples;
  if (samples.width_px != facts.width_px ||
      samples.height_px != facts.height_px || !facts.has_space ||
      samples.components != ComponentsOf(facts.map.model)) {
    return std::optional<PageImage>();
  }
  return std::optional(ToPageImage(std::move(samples), facts.map));
}

Answer ReadJpx(Bytes data, const Facts& facts, const LoadLimits& limits) {
  const bool plain = !facts.has_space ||
                     facts.map.model == ColourModel::kGray ||
                     facts.map.model == ColourModel::kRgb;
  if (!plain || !facts.map.decode.empty()) return std::optional<PageImage>();
  auto page = DecodeJpeg2000(data, limits);
  if (!page) return Fail(page.error());
  const int components = BytesPerPixel(page->format);
  if (facts.has_space && components != ComponentsOf(facts.map.model)) {
    return std::optional<PageImage>();
  }
  return std::optional(std::move(*page));
}

void Invert(std::vector<std::uint8_t>* pixels) {
  for (std::uint8_t& pixel : *pixels) {
    pixel = static_cast<std::uint8_t>(255 - pixel);
  }
}

// The decoded page is black and white; /BlackIs1 and the colours are applied
// to its two values.
Answer ReadCcitt(Bytes data, const Facts& facts, const LoadLimits& limits) {
  QPDFObjectHandle parameters = facts.parameters;
  if (!parameters.isDictionary() || facts.map.model == ColourModel::kRgb ||
      facts.map.model == ColourModel::kCmyk ||
      IntegerOf(parameters.getKey("/K")) >= 0 ||
      IsTrue(parameters.getKey("/EncodedByteAlign"))) {
    return std::optional<PageImage>();
  }
  const int columns = IntegerOf(parameters.getKey("/Columns"));
  if ((columns == 0 ? 1728 : columns) != facts.width_px) {
    return std::optional<PageImage>();
  }
  auto decoded = DecodeGroup4(data, facts.width_px, facts.height_px, limits);
  if (!decoded) return std::optional<PageImage>();
  if (IsTrue(parameters.getKey("/BlackIs1"))) Invert(&decoded->pixels);
  Samples samples;
  samples.width_px = facts.width_px;
  samples.height_px = facts.height_px;
  samples.bytes = std::move(decoded->pixels);
  ColourMap map = facts.map;
  if (map.model == ColourModel::kPalette) {
    // Values are 0 and 255 here, 0 and 1 in the file.
    const std::size_t last = map.palette.size() - 1;
    const bool inverted = !map.decode.empty() && map.decode[0].low > 0.5;
    const Rgb zero = map.palette[inverted ? std::min<std::size_t>(1, last) : 0];
    const Rgb one = map.palette[inverted ? 0 : std::min<std::size_t>(1, last)];
    map.palette.assign(256, zero);
    map.palette.back() = one;
    map.decode.clear();
  }
  PageImage page = ToPageImage(std::move(samples), map);
  page.bilevel = IsBlackAndWhite(page);
  return std::optional(std::move(page));
}

bool IsCodec(const std::string& filter) {
  return filter == "/DCTDecode" || filter == "/JPXDecode" ||
         filter == "/CCITTFaxDecode" || filter == "/JBIG2Decode";
}

}  // namespace

bool HasMask(QPDFObjectHandle image) {
  QPDFObjectHandle dict = image.getDict();
  return !dict.getKey("/SMask").isNull() || !dict.getKey("/Mask").isNull() ||
         IntegerOf(dict.getKey("/SMaskInData")) != 0;
}

Answer ReadPdfImage(QPDFObjectHandle image, const LoadLimits& limits) {
  QPDFObjectHandle dict = image.getDict();
  const Status size = CheckSize(IntegerOf(dict.getKey("/Width")),
                                IntegerOf(dict.getKey("/Height")), limits);
  if (!size) return Fail(size.error());
  const std::optional<Facts> facts = ReadFacts(dict);
  if (!facts) return std::optional<PageImage>();
  const auto& filters = facts->filters;
  if (std::none_of(filters.begin(), filters.end(), IsCodec)) {
    return ReadRaw(image, *facts);
  }
  if (filters.size() != 1) return std::optional<PageImage>();
  const auto buffer = image.getRawStreamData();
  const Bytes data(buffer->getBuffer(), buffer->getSize());
  if (filters[0] == "/DCTDecode") return ReadDct(data, *facts, limits);
  if (filters[0] == "/JPXDecode") return ReadJpx(data, *facts, limits);
  if (filters[0] == "/CCITTFaxDecode") return ReadCcitt(data, *facts, limits);
  return std::optional<PageImage>();
}

std::string WrapPdfImage(QPDFObjectHandle image) {
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle copy = pdf.copyForeignObject(image);
  const int width_px = IntegerOf(image.getDict().getKey("/Width"));
  const int height_px = IntegerOf(image.getDict().getKey("/Height"));
  QPDFObjectHandle page = QPDFObjectHandle::parse(
      "<< /Type /Page /MediaBox [0 0 " + std::to_string(width_px) + " " +
      std::to_string(height_px) + "] /Resources << /XObject << >> >> >>");
  page.getKey("/Resources").getKey("/XObject").replaceKey("/Image", copy);
  // Splash rounds the lower edges down and the upper ones to the next whole
  // pixel after them: an exact fit would be stretched by one.
  const std::string placement = std::to_string(width_px - 0.5) + " 0 0 " +
                                std::to_string(height_px - 0.5) +
                                " 0.25 0.25 cm /Image Do";
  page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, placement));
  QPDFPageDocumentHelper(pdf).addPage(pdf.makeIndirectObject(page), false);
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setStaticID(true);
  writer.setDecodeLevel(qpdf_dl_none);
  writer.setCompressStreams(false);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()),
          buffer->getSize()};
}

}  // namespace donthu
