#include "samples/formats/pdf.h"

#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace donthu::samples {
namespace {

using Handle = QPDFObjectHandle;

Handle Name(const std::string& name) { return Handle::newName(name); }
Handle Whole(int number) { return Handle::newInteger(number); }

Handle ImageObject(QPDF& pdf, const PdfImage& image) {
  Handle stream = pdf.newStream();
  Handle dict = stream.getDict();
  dict.replaceKey("/Type", Name("/XObject"));
  dict.replaceKey("/Subtype", Name("/Image"));
  dict.replaceKey("/Width", Whole(image.width_px));
  dict.replaceKey("/Height", Whole(image.height_px));
  dict.replaceKey("/BitsPerComponent", Whole(image.bits));
  dict.replaceKey("/ColorSpace",
                  Name(image.components == 1 ? "/DeviceGray" : "/DeviceRGB"));
  Handle filter = Handle::newNull();
  Handle parameters = Handle::newNull();
  if (!image.filter.empty()) filter = Name(image.filter);
  if (image.filter == "/CCITTFaxDecode") {
    parameters = Handle::newDictionary();
    parameters.replaceKey("/K", Whole(-1));
    parameters.replaceKey("/Columns", Whole(image.width_px));
    parameters.replaceKey("/Rows", Whole(image.height_px));
    parameters.replaceKey("/BlackIs1", Handle::newBool(image.black_is_one));
  }
  stream.replaceStreamData(image.bytes, filter, parameters);
  return stream;
}

void AddPage(QPDF& pdf, const PdfImage& image) {
  Handle images = Handle::newDictionary();
  images.replaceKey("/Im0", pdf.makeIndirectObject(ImageObject(pdf, image)));
  Handle resources = Handle::newDictionary();
  resources.replaceKey("/XObject", images);
  Handle page = Handle::newDictionary();
  page.replaceKey("/Type", Name("/Page"));
  page.replaceKey(
      "/MediaBox",
      Handle::newArray({Whole(0), Whole(0), Handle::newReal(image.width_pt, 3),
                        Handle::newReal(image.height_pt, 3)}));
  page.replaceKey("/Resources", resources);
  const std::string matrix = Handle::newReal(image.width_pt, 3).unparse() +
                             " 0 0 " +
                             Handle::newReal(image.height_pt, 3).unparse();
  page.replaceKey("/Contents",
                  pdf.newStream("q " + matrix + " 0 0 cm /Im0 Do Q\n"));
  QPDFPageDocumentHelper(pdf).addPage(
      QPDFPageObjectHelper(pdf.makeIndirectObject(page)), false);
}

}  // namespace

Result<std::string> WritePdf(const std::vector<PdfImage>& images) try {
  QPDF pdf;
  pdf.emptyPDF();
  for (const PdfImage& image : images) AddPage(pdf, image);
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setDecodeLevel(qpdf_dl_none);  // streams stay as they were encoded
  writer.write();
  const std::unique_ptr<Buffer> buffer(writer.getBuffer());
  const void* bytes = buffer->getBuffer();
  return std::string(static_cast<const char*>(bytes), buffer->getSize());
} catch (const std::exception&) {
  return Fail(ErrorCode::kInternal, "pdf", "qpdf could not write the file.");
}

}  // namespace donthu::samples
