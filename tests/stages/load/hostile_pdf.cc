#include "tests/stages/load/hostile_pdf.h"

#include <zlib.h>

#include <cstddef>
#include <cstdio>
#include <stdexcept>

namespace donthu {
namespace {

constexpr int kFirstFree = 5;  // number of the first of more_objects

std::string Ref(int number) { return std::to_string(number) + " 0 R"; }

// Ten digits, as a cross-reference table has them.
std::string Offset(std::size_t bytes) {
  char text[16];
  std::snprintf(text, sizeof text, "%010zu", bytes);
  return text;
}

// Of a cross-reference stream with /W [1 4 1].
std::string XrefEntry(int kind, std::size_t value) {
  std::string entry(1, static_cast<char>(kind));
  for (unsigned shift = 32; shift != 0; shift -= 8) {
    entry += static_cast<char>((value >> (shift - 8)) & 255U);
  }
  return entry + '\0';
}

class Deflater {
 public:
  Deflater() {
    if (deflateInit(&stream_, Z_BEST_COMPRESSION) != Z_OK) {
      throw std::runtime_error("no zlib");
    }
  }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater() { deflateEnd(&stream_); }

  std::string Add(const std::string& data, int flush) {
    std::string packed(data.size() + 1024, '\0');
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
    stream_.avail_in = static_cast<uInt>(data.size());
    stream_.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream_.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream_, flush);
    packed.resize(packed.size() - stream_.avail_out);
    return packed;
  }

 private:
  z_stream stream_{};
};

}  // namespace

std::string RawFile(const std::vector<std::string>& objects,
                    const std::string& trailer_keys) {
  std::string file = "%PDF-1.7\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += Offset(file.size()) + " 00000 n \n";
    file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string size = std::to_string(objects.size() + 1);
  return file + "xref\n0 " + size + "\n" + table + "trailer\n<< /Root 1 0 R " +
         "/Size " + size + " " + trailer_keys + " >>\nstartxref\n" +
         std::to_string(file.size()) + "\n%%EOF\n";
}

std::string RawStream(const std::string& keys, const std::string& data) {
  return "<< " + keys + " /Length " + std::to_string(data.size()) +
         " >>\nstream\n" + data + "\nendstream";
}

std::string Packed(const std::string& data) {
  return Deflater().Add(data, Z_FINISH);
}

// After a full flush the packed bytes of a block stand for themselves, so they
// are made once. The sum at the end is wrong; nobody comes that far.
std::string PackedSpaces(int mebibytes) {
  const std::string spaces(std::size_t{1} << 20, ' ');
  Deflater deflater;
  std::string packed = deflater.Add(spaces, Z_FULL_FLUSH);
  const std::string block = deflater.Add(spaces, Z_FULL_FLUSH);
  for (int i = 1; i < mebibytes; ++i) packed += block;
  return packed + deflater.Add("", Z_FINISH);
}

std::string RawPdf(const HostilePage& page) {
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R " + page.catalog_keys + " >>",
      "<< /Type /Pages /Kids [3 0 R] /Count " + page.count + " >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox " + page.media_box +
          " /Contents 4 0 R " + page.page_keys + " >>",
      RawStream(page.content_keys, page.content)};
  objects.insert(objects.end(), page.more_objects.begin(),
                 page.more_objects.end());
  return RawFile(objects, page.trailer_keys);
}

std::string RawPdf(const PackedObject& packed) {
  const std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 144] /Contents 4 0 R "
      "/Resources 6 0 R >>",
      RawStream("", "0 0 10 10 re f"),
      RawStream("/Type /ObjStm " + packed.keys, packed.data)};
  const std::string in_five = XrefEntry(2, 5);
  std::string file = "%PDF-1.7\n";
  std::string table = XrefEntry(0, 0);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const bool inside = i + 1 == 5 && packed.packs_itself;
    table += inside ? in_five : XrefEntry(1, file.size());
    file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  table += in_five + XrefEntry(1, file.size());
  const std::string at = std::to_string(file.size());
  return file + "7 0 obj\n" +
         RawStream("/Type /XRef /W [1 4 1] /Size 8 /Root 1 0 R", table) +
         "\nendobj\nstartxref\n" + at + "\n%%EOF\n";
}

std::string PdfOfManyObjects(int objects) {
  HostilePage page;
  page.more_objects.assign(static_cast<std::size_t>(objects - 4), "0");
  return RawPdf(page);
}

std::string PdfWithDeepTree(int levels) {
  std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>"};
  for (int i = 0; i < levels; ++i) {
    const std::string parent = i == 0 ? "" : " /Parent " + Ref(i + 1);
    objects.push_back("<< /Type /Pages /Count 1 /Kids [" + Ref(i + 3) + "]" +
                      parent + " >>");
  }
  objects.push_back("<< /Type /Page /MediaBox [0 0 72 144] /Parent " +
                    Ref(levels + 1) + " >>");
  return RawFile(objects);
}

std::string PdfWithSharedFields(int levels) {
  HostilePage page;
  page.catalog_keys = "/AcroForm << /Fields [5 0 R] /NeedAppearances true >>";
  for (int i = 0; i < levels; ++i) {
    const std::string next = Ref(kFirstFree + i + 1);
    page.more_objects.push_back("<< /Kids [" + next + " " + next + "] >>");
  }
  page.more_objects.emplace_back("<< /FT /Tx /T (leaf) >>");
  return RawPdf(page);
}

std::string PdfWithDoublingForms(int levels) {
  HostilePage page;
  page.content = "/Fm Do 0 0 10 10 re f";
  page.page_keys = "/Resources << /XObject << /Fm 5 0 R >> >>";
  for (int i = 0; i < levels; ++i) {
    page.more_objects.push_back(
        RawStream("/Type /XObject /Subtype /Form /BBox [0 0 72 144] "
                  "/Resources << /XObject << /Fm " +
                      Ref(kFirstFree + i + 1) + " >> >>",
                  "/Fm Do /Fm Do"));
  }
  page.more_objects.push_back(RawStream(
      "/Type /XObject /Subtype /Form /BBox [0 0 72 144]", "0 0 72 144 re f"));
  return RawPdf(page);
}

std::string PdfWithLongChain(int objects) {
  HostilePage page;
  page.content = "/Cs cs 0.5 sc 0 0 10 10 re f";
  page.page_keys = "/Resources << /ColorSpace << /Cs 5 0 R >> >>";
  for (int i = 0; i < objects; ++i) {
    page.more_objects.push_back("[/Pattern " + Ref(kFirstFree + i + 1) + "]");
  }
  page.more_objects.emplace_back("/DeviceGray");
  return RawPdf(page);
}

}  // namespace donthu
