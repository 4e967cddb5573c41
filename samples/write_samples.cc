#include "samples/write_samples.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "samples/draw_letter.h"
#include "samples/rng.h"
#include "samples/truth.h"

namespace donthu::samples {
namespace {

namespace fs = std::filesystem;
using Formats = std::vector<FileFormat>;

Formats SinglePageFormats(CaptureKind capture) {
  switch (capture) {
    case CaptureKind::kFax:
    case CaptureKind::kCoarseFax:
      return {FileFormat::kTiffG4, FileFormat::kPdfG4, FileFormat::kPng1};
    case CaptureKind::kPhoto:
      return {FileFormat::kJpeg, FileFormat::kJpegExif, FileFormat::kHeic};
    case CaptureKind::kLowResolution:
      return {FileFormat::kJpeg, FileFormat::kPdfJpeg};
    case CaptureKind::kFlatColour:
      return {FileFormat::kPdfJpeg, FileFormat::kJpeg, FileFormat::kWebp};
    default:
      return {FileFormat::kPdfJpeg, FileFormat::kPng,     FileFormat::kPdfFlate,
              FileFormat::kJpeg,    FileFormat::kTiffLzw, FileFormat::kJp2};
  }
}

Formats ManyPageFormats(CaptureKind capture) {
  switch (capture) {
    case CaptureKind::kFax:
    case CaptureKind::kCoarseFax:
      return {FileFormat::kTiffG4, FileFormat::kPdfG4};
    case CaptureKind::kPhoto:
    case CaptureKind::kLowResolution:
      return {FileFormat::kPdfJpeg};
    default:
      return {FileFormat::kPdfJpeg, FileFormat::kTiffJpeg, FileFormat::kPdfJpx,
              FileFormat::kTiffDeflate};
  }
}

Status WriteBytes(const fs::path& path, const std::string& bytes) {
  std::error_code ignored;
  fs::create_directories(path.parent_path(), ignored);
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (out) return Done{};
  return Fail(ErrorCode::kOutputUnwritable, path.filename().string(),
              "The file could not be written.");
}

}  // namespace

Result<std::vector<SampleLetter>> ReadLetters(const fs::path& letters) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(letters, failed)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  if (failed) {
    return Fail(ErrorCode::kFileUnreadable, "letters",
                "The folder of letters could not be read.");
  }
  std::sort(files.begin(), files.end());
  std::vector<SampleLetter> read;
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string markup{std::istreambuf_iterator<char>(in), {}};
    auto letter = ParseMarkup(markup);
    if (!letter) {
      Error error = letter.error();
      error.subject = file.filename().string() + ", " + error.subject;
      return Fail(std::move(error));
    }
    read.push_back(std::move(*letter));
  }
  return read;
}

Fit FitOf(const Condition& condition, const SampleLetter& letter) {
  const bool typed = IsTyped(letter.typeface);
  if (condition.ink == InkKind::kTyped && !typed) return Fit::kDoesNotSuit;
  if (condition.ink == InkKind::kPrinted && typed) return Fit::kDoesNotSuit;
  if (IsDenStamp(condition.stamp) && letter.received_hint.empty()) {
    return Fit::kDoesNotSuit;
  }
  return Fit::kSuits;
}

FileFormat UsualFormat(const Condition& condition, const SampleLetter& letter,
                       std::size_t pages) {
  const Formats usual = pages == 1 ? SinglePageFormats(condition.capture)
                                   : ManyPageFormats(condition.capture);
  return usual[Hash(letter.id) % usual.size()];
}

Result<DrawnFile> DrawFile(const SampleOrder& order) {
  const auto drawn = DrawLetter(*order.letter, *order.condition, order.seed);
  if (!drawn) return Fail(drawn.error());
  std::vector<PageImage> pages;
  for (const DrawnPage& page : drawn->pages) pages.push_back(page.scan.image);
  const FileFormat format = order.format.value_or(
      UsualFormat(*order.condition, *order.letter, pages.size()));
  auto bytes =
      EncodeFile(format, pages, drawn->pages.front().scan.jpeg_quality);
  if (!bytes) return Fail(bytes.error());
  const FormatRow& row = RowOf(format);
  DrawnFile file{order.file, std::move(*bytes), {}};
  if (file.file.empty()) {
    file.file = order.letter->id + "-" + std::string(order.condition->name) +
                "." + std::string(row.extension);
  }
  file.truth = TruthJson(*order.letter, *drawn,
                         {file.file, std::string(order.condition->name),
                          std::string(row.name), order.seed});
  return file;
}

Result<std::vector<std::string>> WriteSamples(
    const std::vector<SampleOrder>& orders, const fs::path& out,
    const fs::path& truth) {
  std::vector<std::string> left_out;
  std::string lines;
  for (const SampleOrder& order : orders) {
    const auto file = DrawFile(order);
    if (!file && file.error().code == ErrorCode::kFormatUnsupported) {
      left_out.push_back(order.letter->id + ": " + file.error().detail);
      continue;
    }
    if (!file) return Fail(file.error());
    const auto written = WriteBytes(out / file->file, file->bytes);
    if (!written) return Fail(written.error());
    lines += file->truth + "\n";
  }
  const auto written = WriteBytes(truth, lines);
  if (!written) return Fail(written.error());
  return left_out;
}

}  // namespace donthu::samples
