#include "stages/archive/pdf_writer.h"

#include <qpdf/Constants.h>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>
#include <vector>

#include "stages/archive/decimals.h"
#include "stages/archive/flate.h"
#include "stages/archive/invisible_font.h"
#include "stages/archive/pdf_image_rules.h"
#include "stages/archive/srgb_profile.h"
#include "stages/archive/xmp.h"

namespace donthu {
namespace {

using Object = QPDFObjectHandle;

Object Number(double value) { return Object::newReal(Decimal(value, 4)); }

Object Box(double width, double height) {
  Object box = Object::newArray();
  for (const double side : {0.0, 0.0, width, height}) {
    box.appendItem(Number(side));
  }
  return box;
}

// "595 0 0 842 0 0 cm".
std::string PaintAt(const std::array<double, 6>& placement,
                    const std::string& name) {
  std::string content = "q\n";
  for (const double value : placement) content += Decimal(value, 6) + " ";
  return content + "cm\n" + name + " Do\nQ\n";
}

int ComponentsOf(PageColour colour) {
  if (colour == PageColour::kRgb) return 3;
  return colour == PageColour::kCmyk ? 4 : 1;
}

Object ColourSpaceOf(const EncodedPage& image) {
  switch (image.colour) {
    case PageColour::kRgb:
      return Object::newName("/DeviceRGB");
    case PageColour::kCmyk:
      return Object::newName("/DeviceCMYK");
    case PageColour::kGray:
      return Object::newName("/DeviceGray");
    case PageColour::kPalette:
      break;
  }
  Object space = Object::newArray();
  space.appendItem(Object::newName("/Indexed"));
  space.appendItem(Object::newName("/DeviceRGB"));
  space.appendItem(
      Object::newInteger(static_cast<long long>(image.palette.size() / 3) - 1));
  space.appendItem(
      Object::newString({image.palette.begin(), image.palette.end()}));
  return space;
}

const char* FilterOf(PageCoding coding) {
  switch (coding) {
    case PageCoding::kJpeg:
      return "/DCTDecode";
    case PageCoding::kJpeg2000:
      return "/JPXDecode";
    case PageCoding::kGroup4:
      return "/CCITTFaxDecode";
    default:
      return "/FlateDecode";
  }
}

// Null where the filter needs none.
Object ParametersOf(const EncodedPage& image) {
  Object keys = Object::newDictionary();
  if (image.coding == PageCoding::kGroup4) {
    keys.replaceKey("/K", Object::newInteger(-1));
    keys.replaceKey("/Columns", Object::newInteger(image.width_px));
    keys.replaceKey("/Rows", Object::newInteger(image.height_px));
    keys.replaceKey("/BlackIs1", Object::newBool(image.black_is_1));
    return keys;
  }
  if (image.coding != PageCoding::kDeflate || image.predictor < 2) {
    return Object::newNull();
  }
  keys.replaceKey("/Predictor", Object::newInteger(image.predictor));
  keys.replaceKey("/Colors", Object::newInteger(ComponentsOf(image.colour)));
  keys.replaceKey("/BitsPerComponent", Object::newInteger(image.bits));
  keys.replaceKey("/Columns", Object::newInteger(image.width_px));
  return keys;
}

Object Inversion(int components) {
  Object decode = Object::newArray();
  for (int i = 0; i < components; ++i) {
    decode.appendItem(Object::newInteger(1));
    decode.appendItem(Object::newInteger(0));
  }
  return decode;
}

// Of a page of the source, as plain numbers; null where there is none.
Object BoxOf(QPDFPageObjectHelper page, const char* key) {
  Object box = page.getAttribute(key, false);
  return box.isRectangle() ? Object::newArray(box.getArrayAsRectangle())
                           : Object::newNull();
}

int RotationOf(QPDFPageObjectHelper page) {
  Object rotate = page.getAttribute("/Rotate", false);
  if (!rotate.isInteger() || rotate.getIntValue() % 90 != 0) return 0;
  return static_cast<int>(rotate.getIntValue() % 360) + 360;
}

}  // namespace

class PdfWriter::Parts {
 public:
  Parts(std::string_view source, ArchiveForm form, const GlyphMap& glyphs)
      : source_bytes_(source), form_(form), glyphs_(glyphs) {
    pdf_.emptyPDF();
  }

  bool is_pdfa() const { return form_ == ArchiveForm::kPdfA2b; }

  QPDF& source() {
    if (!source_open_) {
      source_.setSuppressWarnings(true);
      source_.processMemoryFile("pdf", source_bytes_.data(),
                                source_bytes_.size());
      source_open_ = true;
    }
    return source_;
  }

  Object SourcePage(int number) {
    const auto& pages = source().getAllPages();
    return pages.at(static_cast<std::size_t>(number - 1));
  }

  // Once for all pages: what annotations look like becomes a part of their
  // pages.
  void Flatten() {
    if (flattened_) return;
    QPDFPageDocumentHelper(source()).flattenAnnotations(
        0, an_invisible | an_hidden | an_no_view);
    flattened_ = true;
  }

  Object Copied(Object object) { return pdf_.copyForeignObject(object); }

  Object Stream(std::string_view bytes, const char* filter) {
    Object stream = Object::newStream(&pdf_, std::string(bytes));
    if (filter != nullptr) {
      stream.getDict().replaceKey("/Filter", Object::newName(filter));
    }
    return stream;
  }

  Object Packed(std::string_view bytes) {
    const auto packed = Deflated(bytes);
    if (!packed) throw std::bad_alloc();
    return Stream(*packed, "/FlateDecode");
  }

  // Of a form of the source, whatever filters it has.
  Object PackedCopy(Object form) {
    const auto data = form.getStreamData(qpdf_dl_generalized);
    Object packed = Packed(
        {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()});
    Object keys = Copied(form).getDict();
    for (const char* coding : {"/Length", "/Filter", "/DecodeParms"}) {
      keys.removeKey(coding);
    }
    for (const std::string& key : keys.getKeys()) {
      packed.getDict().replaceKey(key, keys.getKey(key));
    }
    return packed;
  }

  Object Image(const EncodedPage& stored) {
    Object image = Stream({reinterpret_cast<const char*>(stored.bytes.data()),
                           stored.bytes.size()},
                          FilterOf(stored.coding));
    Object keys = image.getDict();
    keys.replaceKey("/Type", Object::newName("/XObject"));
    keys.replaceKey("/Subtype", Object::newName("/Image"));
    keys.replaceKey("/Width", Object::newInteger(stored.width_px));
    keys.replaceKey("/Height", Object::newInteger(stored.height_px));
    keys.replaceKey("/ColorSpace", ColourSpaceOf(stored));
    keys.replaceKey("/BitsPerComponent", Object::newInteger(stored.bits));
    Object parameters = ParametersOf(stored);
    if (!parameters.isNull()) keys.replaceKey("/DecodeParms", parameters);
    if (stored.inverted) {
      keys.replaceKey("/Decode", Inversion(ComponentsOf(stored.colour)));
    }
    return image;
  }

  // `painted` is null on an empty page; it is called /P.
  void Add(Object boxes, int rotate_deg, Object painted,
           const std::string& content) {
    Object page = boxes;
    page.replaceKey("/Type", Object::newName("/Page"));
    if (rotate_deg % 360 != 0) {
      page.replaceKey("/Rotate", Object::newInteger(rotate_deg % 360));
    }
    Object resources = Object::newDictionary();
    if (!painted.isNull()) {
      Object objects = Object::newDictionary();
      objects.replaceKey("/P", painted);
      resources.replaceKey("/XObject", objects);
    }
    if (content.find("/T ") != std::string::npos) {
      Object fonts = Object::newDictionary();
      fonts.replaceKey("/T", Font());
      resources.replaceKey("/Font", fonts);
    }
    page.replaceKey("/Resources", resources);
    page.replaceKey("/Contents", Packed(content));
    pdf_.addPage(pdf_.makeIndirectObject(page), false);
  }

  std::string Finish(std::string_view title) {
    Object root = pdf_.getRoot();
    root.replaceKey("/Lang", Object::newString("vi"));
    if (is_pdfa()) {
      Object metadata = Stream(PdfAMetadata(title), nullptr);
      metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
      metadata.getDict().replaceKey("/Subtype", Object::newName("/XML"));
      root.replaceKey("/Metadata", metadata);
      root.replaceKey("/OutputIntents", OutputIntents());
    }
    QPDFWriter writer(pdf_);
    writer.setOutputMemory();
    writer.setMinimumPDFVersion("1.7");
    writer.setDeterministicID(true);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setCompressStreams(false);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setNewlineBeforeEndstream(true);  // ISO 19005-2, 6.1.7.1
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()),
            buffer->getSize()};
  }

 private:
  Object Font() {
    if (font_.isInitialized()) return font_;
    const std::string name = std::string("/") + kInvisibleFontName;
    Object file = Packed(InvisibleFont(glyphs_.size()));
    file.getDict().replaceKey("/Length1",
                              Object::newInteger(static_cast<long long>(
                                  InvisibleFont(glyphs_.size()).size())));
    // Readers take a descent of 0 for one that is not given.
    Object descriptor = Object::parse(
        "<< /Type /FontDescriptor /FontName " + name +
        " /Flags 4 /FontBBox [0 0 500 1000] /ItalicAngle 0 /Ascent 1000 "
        "/Descent -1 /CapHeight 1000 /StemV 80 >>");
    descriptor.replaceKey("/FontFile2", file);
    Object cid_font = Object::parse(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont " + name +
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        "/Supplement 0 >> /CIDToGIDMap /Identity /DW 500 >>");
    cid_font.replaceKey("/FontDescriptor", pdf_.makeIndirectObject(descriptor));
    Object font = Object::parse("<< /Type /Font /Subtype /Type0 /BaseFont " +
                                name + " /Encoding /Identity-H >>");
    Object descendants = Object::newArray();
    descendants.appendItem(pdf_.makeIndirectObject(cid_font));
    font.replaceKey("/DescendantFonts", descendants);
    font.replaceKey("/ToUnicode", Packed(glyphs_.ToUnicode()));
    font_ = pdf_.makeIndirectObject(font);
    return font_;
  }

  Object OutputIntents() {
    Object profile = Packed(SrgbProfile());
    profile.getDict().replaceKey("/N", Object::newInteger(3));
    Object intent = Object::parse(
        "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier "
        "(sRGB) /Info (sRGB IEC61966-2.1) >>");
    intent.replaceKey("/DestOutputProfile", profile);
    Object intents = Object::newArray();
    intents.appendItem(intent);
    return intents;
  }

  std::string_view source_bytes_;
  ArchiveForm form_;
  const GlyphMap& glyphs_;
  QPDF source_;  // before `pdf_`, whose streams are read from it
  QPDF pdf_;
  Object font_;
  bool source_open_ = false;
  bool flattened_ = false;
};

PdfWriter::PdfWriter(std::string_view source, ArchiveForm form,
                     const GlyphMap& glyphs)
    : parts_(std::make_unique<Parts>(source, form, glyphs)) {}
PdfWriter::~PdfWriter() = default;

void PdfWriter::AddEmpty(const PageGeometry& geometry) {
  Object boxes = Object::newDictionary();
  boxes.replaceKey("/MediaBox", Box(geometry.width_pt, geometry.height_pt));
  parts_->Add(boxes, 0, Object::newNull(), "");
}

void PdfWriter::AddStored(const EncodedPage& stored,
                          const PageGeometry& geometry,
                          const std::string& text) {
  Object boxes = Object::newDictionary();
  boxes.replaceKey("/MediaBox", Box(geometry.width_pt, geometry.height_pt));
  parts_->Add(boxes, geometry.rotate_deg, parts_->Image(stored),
              PaintAt(geometry.placement, "/P") + text);
}

namespace {

// The boxes and the unit of a page of the source; empty without a media box.
Object BoxesOf(QPDFPageObjectHelper page) {
  Object boxes = Object::newDictionary();
  for (const char* key : {"/MediaBox", "/CropBox"}) {
    Object box = BoxOf(page, key);
    if (!box.isNull()) boxes.replaceKey(key, box);
  }
  Object unit = page.getObjectHandle().getKey("/UserUnit");
  if (unit.isNumber()) {
    boxes.replaceKey("/UserUnit", Number(unit.getNumericValue()));
  }
  return boxes;
}

}  // namespace

bool PdfWriter::AddImage(const PdfSource& source, int rotation_deg,
                         const std::string& text) {
  const QPDFPageObjectHelper page(parts_->SourcePage(source.number));
  Object image =
      parts_->source().getObject(source.image_object, source.image_generation);
  Object boxes = BoxesOf(page);
  if (parts_->is_pdfa() &&
      !(IsImageOfPdfA(image) && IsBoxOfPdfA(boxes.getKey("/MediaBox")))) {
    return false;
  }
  Object copy = parts_->Copied(image);
  KeepImageKeys(copy.getDict());
  parts_->Add(boxes, RotationOf(page) + rotation_deg, copy,
              PaintAt(source.placement, "/P") + text);
  return true;
}

bool PdfWriter::AddPage(const PdfSource& source, int rotation_deg,
                        const std::string& text) {
  if (parts_->source().getRoot().hasKey("/OCProperties")) return false;
  if (source.annotated) parts_->Flatten();
  QPDFPageObjectHelper page(parts_->SourcePage(source.number));
  Object boxes = BoxesOf(page);
  Object form = page.getFormXObjectForPage(false);
  // Its own would be the trim box, and cut off what lies around.
  form.getDict().replaceKey("/BBox", boxes.getKey("/MediaBox"));
  parts_->Add(boxes, RotationOf(page) + rotation_deg, parts_->PackedCopy(form),
              PaintAt({1, 0, 0, 1, 0, 0}, "/P") + text);
  return true;
}

std::string PdfWriter::Finish(std::string_view title) {
  return parts_->Finish(title);
}

}  // namespace donthu
