#include "tests/stages/load/made_pdf.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <vector>

namespace donthu {
namespace {

std::string StreamOf(const std::string& keys, const std::string& data) {
  return "<< " + keys + " /Length " + std::to_string(data.size()) +
         " >>\nstream\n" + data + "\nendstream";
}

// Through qpdf, so that objects of any number are found.
std::string Tidied(const std::string& pdf, const std::string* password) {
  QPDF document;
  document.setSuppressWarnings(true);
  document.processMemoryFile("made", pdf.data(), pdf.size());
  QPDFWriter writer(document);
  writer.setOutputMemory();
  writer.setDecodeLevel(qpdf_dl_none);
  writer.setCompressStreams(false);
  if (password != nullptr) {
    writer.setR6EncryptionParameters(password->c_str(), "owner", true, true,
                                     true, true, true, true, qpdf_r3p_full,
                                     true);
  }
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()),
          buffer->getSize()};
}

std::string Assembled(const std::vector<std::string>& objects,
                      const std::string& more) {
  std::string file = "%PDF-1.7\n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  file += more + "\ntrailer << /Root 1 0 R /Size 9 >>\nstartxref\n0\n%%EOF\n";
  return Tidied(file, nullptr);
}

}  // namespace

std::string Written(const MadePdf& pdf) {
  const std::string size = "/Width " + std::to_string(pdf.width_px) +
                           " /Height " + std::to_string(pdf.height_px);
  return Assembled(
      {"<< /Type /Catalog /Pages 2 0 R >>",
       "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox " + pdf.media_box +
           " /Contents 4 0 R /Resources << " + pdf.resources + " >> " +
           pdf.page_keys + " >>",
       StreamOf("", pdf.content),
       StreamOf("/Type /XObject /Subtype /Image " + size + " " + pdf.image_keys,
                pdf.image_data)},
      pdf.more_objects);
}

std::string Encrypted(const std::string& pdf, const std::string& password) {
  return Tidied(pdf, &password);
}

std::string PdfWithoutPages() {
  return Assembled({"<< /Type /Catalog /Pages 2 0 R >>",
                    "<< /Type /Pages /Kids [] /Count 0 >>"},
                   "");
}

}  // namespace donthu
