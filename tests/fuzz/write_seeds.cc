// fuzz_seeds FOLDER: writes the seeds of tests/fuzz/corpus that are not
// written by hand, each into the folder of its target.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "models/page_json.h"
#include "models/record_json.h"
#include "pipeline/letter_way.h"
#include "pipeline/process/protocol.h"
#include "pipeline/process/worker.h"
#include "samples/formats/heic.h"
#include "stages/classify/class_model.h"
#include "tests/models/sample_record.h"
#include "tests/stages/load/made_files.h"
#include "tests/stages/load/made_pdf.h"

namespace donthu {
namespace {

namespace fs = std::filesystem;

constexpr int kWidthPx = 40;
constexpr int kHeightPx = 56;

class Folder {
 public:
  explicit Folder(const fs::path& path) : path_(path) {
    fs::create_directories(path);
  }
  void Put(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }

 private:
  fs::path path_;
};

PageImage Gray() { return Blocks(kWidthPx, kHeightPx, PixelFormat::kGray8); }
PageImage Colour() { return Blocks(kWidthPx, kHeightPx, PixelFormat::kRgb24); }
PageImage Bilevel() { return BilevelBlocks(kWidthPx, kHeightPx); }

void WriteImages(const Folder& folder) {
  folder.Put("gray.jpg", Encoded(Gray(), Codec::kJpeg));
  folder.Put("colour.jpg", Encoded(Colour(), Codec::kJpeg));
  folder.Put("gray.png", Encoded(Gray(), Codec::kPng));
  folder.Put("colour.png", Encoded(Colour(), Codec::kPng));
  folder.Put("bilevel.png", Encoded(Bilevel(), Codec::kPng));
  folder.Put("colour.webp", Encoded(Colour(), Codec::kWebp));
  folder.Put("gray.jp2", Encoded(Gray(), Codec::kJp2));
  folder.Put("plain.tif", Encoded(Gray(), Codec::kTiffPlain));
  folder.Put("group4.tif", Encoded(Bilevel(), Codec::kTiffG4));
  folder.Put("lzw.tif", Encoded(Colour(), Codec::kTiffLzw));
  folder.Put("deflate.tif", Encoded(Colour(), Codec::kTiffDeflate));
  folder.Put("jpeg.tif", Encoded(Colour(), Codec::kTiffJpeg));
  folder.Put("pages.tif", MultipageTiff({Bilevel(), Bilevel()}));
  if (const auto heic = samples::EncodeHeic(Colour(), 50)) {
    folder.Put("colour.heic", *heic);
  }
}

// A page that is one image.
std::string Scan(const std::string& keys, const std::string& data) {
  MadePdf pdf;
  pdf.width_px = kWidthPx;
  pdf.height_px = kHeightPx;
  pdf.image_keys = keys;
  pdf.image_data = data;
  return Written(pdf);
}

std::string Drawn(const std::string& content) {
  MadePdf pdf;
  pdf.resources =
      "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont "
      "/Helvetica >> >>";
  pdf.content = content;
  return Written(pdf);
}

void WritePdfs(const Folder& folder) {
  const PageImage gray = Gray();
  const std::string raw(gray.pixels.begin(), gray.pixels.end());
  const std::string gray_keys = "/ColorSpace /DeviceGray /BitsPerComponent 8 ";
  folder.Put("raw.pdf", Scan(gray_keys, raw));
  folder.Put("jpeg.pdf", Scan(gray_keys + "/Filter /DCTDecode",
                              Encoded(gray, Codec::kJpeg)));
  folder.Put("jpeg2000.pdf",
             Scan("/Filter /JPXDecode", Encoded(gray, Codec::kJp2)));
  folder.Put("group4.pdf",
             Scan("/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter "
                  "/CCITTFaxDecode /DecodeParms << /K -1 /Columns 40 >>",
                  Group4Data(Bilevel())));
  folder.Put("palette.pdf",
             Scan("/ColorSpace [/Indexed /DeviceRGB 1 <102030ffeedd>] "
                  "/BitsPerComponent 1",
                  std::string(5 * kHeightPx, '\x5a')));
  folder.Put("locked.pdf", Encrypted(Scan(gray_keys, raw), ""));
  folder.Put("text.pdf", Drawn("BT /F 12 Tf 10 70 Td (don thu) Tj ET"));
  folder.Put("lines.pdf", Drawn("1 0 0 RG 10 10 m 50 90 l S"));
}

void WriteMessages(const Folder& folder) {
  folder.Put("request", Encode(Request{TaskKind::kPage, 12, 3, 45}));
  folder.Put("answer", Encode(Answer{7, std::nullopt, "image/tiff", 2, ""}));
  folder.Put("refusal", Encode(Answer{8,
                                      Error{ErrorCode::kEncrypted, "file",
                                            "asks for a \"password\""},
                                      "", 0, ""}));
  folder.Put("facts",
             ToJson(WorkerFacts{"5.3.0", "1.82", "72.1", "22.12.0", "11.3.0",
                                "a", "b", "1", "2026.1", "psm=3"}));
}

TextLine LineOf(int top_px, const std::string& left, const std::string& right) {
  const BoxPx a = {100, top_px, 400, top_px + 40};
  const BoxPx b = {1300, top_px, 1700, top_px + 40};
  return {Union(a, b), {{left, a, 0.9}, {right, b, 0.8}}};
}

void WritePages(const Folder& folder) {
  PageResult result;
  result.page = FullRecord().pages.front();
  result.text = {2480, 3508, {}};
  std::vector<TextLine> lines = {LineOf(100, "UBND TỈNH MẪU", "CỘNG HÒA"),
                                 LineOf(150, "BAN MẪU", "Độc lập")};
  const BoxPx box = Union(lines[0].box, lines[1].box);
  result.text.blocks = {{box, {{box, lines}}}};
  folder.Put("letterhead", ToJson(result));
  result.text.blocks.clear();
  folder.Put("blank", ToJson(result));
  std::string scattered;
  for (int i = 0; i < 60; ++i) scattered += static_cast<char>(i * 37 + 1);
  folder.Put("scattered", scattered);
}

void WriteRecords(const Folder& folder) {
  Record letter = FullRecord();
  folder.Put("full", ToJsonLine(letter));
  folder.Put("failed", ToJsonLine(FailedRecord()));
  letter.status = RecordStatus::kNeedsReview;
  letter.source.page_numbers.clear();
  for (const RecordPage& page : letter.pages) {
    letter.source.page_numbers.push_back(page.number);
  }
  letter.record_id = RecordId(letter.source.sha256, letter.source.page_numbers);
  folder.Put("letter", ToJsonLine(letter) + "\n");
}

LinearHead HeadOf(int questions) {
  const std::vector<float> biases(static_cast<std::size_t>(questions), 0.5F);
  std::vector<LinearHead::Column> columns;
  std::vector<float> weights;
  for (const char* name : {"b:khieu", "b:to cao", "t:đề nghị"}) {
    columns.push_back({name, FeatureKey(name), 1.5F});
    weights.insert(weights.end(), biases.begin(), biases.end());
  }
  return {
      std::move(columns), std::move(weights), biases, {1, 1, 1, 1, 1, 1, 1, 1}};
}

// As small as a model can be that answers.
std::string SmallModel() {
  ModelParts parts;
  parts.data_sha256 = std::string(64, 'a');
  parts.figures = "none";
  parts.lexicon = *Lexicon::Parse("request_verb: đề nghị | yêu cầu\n");
  parts.heads.letter = HeadOf(kClassCount);
  parts.heads.views.fill(HeadOf(kClassCount));
  parts.heads.passage = HeadOf(kPassageQuestions);
  const Reading reading = ReadLetter("Tôi đề nghị.", parts.lexicon);
  const auto values = SummaryOf(ScoreLetter(parts.heads, reading), reading);
  parts.softmax = Softmax::Train({{values, 0}, {values, 1}}, 0.01);
  return ModelText(parts);
}

}  // namespace
}  // namespace donthu

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: fuzz_seeds FOLDER\n";
    return 2;
  }
  const std::filesystem::path root = argv[1];
  donthu::WriteImages(donthu::Folder(root / "image"));
  donthu::WritePdfs(donthu::Folder(root / "pdf"));
  donthu::WriteMessages(donthu::Folder(root / "messages"));
  donthu::WritePages(donthu::Folder(root / "pages"));
  donthu::WriteRecords(donthu::Folder(root / "records"));
  donthu::Folder(root / "class_model").Put("small", donthu::SmallModel());
  return 0;
}
