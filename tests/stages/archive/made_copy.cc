#include "tests/stages/archive/made_copy.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <regex>
#include <sstream>
#include <utility>

#include "models/text_offsets.h"
#include "tests/stages/load/made_files.h"

namespace donthu {
namespace {

using namespace std::string_literals;

std::string Printed(const std::string& command) {
  std::FILE* pipe = ::popen(command.c_str(), "r");
  std::string text;
  std::array<char, 4096> buffer;
  for (std::size_t got = 1; got != 0;) {
    got = std::fread(buffer.data(), 1, buffer.size(), pipe);
    text.append(buffer.data(), got);
  }
  const int code = ::pclose(pipe);
  return code == 0 ? text : text + "exit " + std::to_string(code);
}

// The file is gone with the object.
class OnDisk {
 public:
  explicit OnDisk(const std::string& bytes) {
    std::string name = "/tmp/donthu_copy_XXXXXX";
    ::close(::mkstemp(name.data()));
    path_ = name;
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  OnDisk(const OnDisk&) = delete;
  OnDisk& operator=(const OnDisk&) = delete;
  ~OnDisk() { ::unlink(path_.c_str()); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

Homography UprightToScan(const PageImage& scan, int rotation_deg) {
  const double w = scan.width_px;
  const double h = scan.height_px;
  switch (rotation_deg) {
    case 90:
      return {{0, 1, 0, -1, 0, h, 0, 0, 1}};
    case 180:
      return {{-1, 0, w, 0, -1, h, 0, 0, 1}};
    case 270:
      return {{0, -1, w, 1, 0, 0, 0, 0, 1}};
    default:
      return {};
  }
}

}  // namespace

Letter LetterOf(const std::vector<std::string>& lines, int top_px) {
  Letter letter;
  int paragraph = 0;
  for (const std::string& written : lines) {
    LetterLine line;
    line.page = 1;
    line.paragraph = paragraph++;
    line.first_word = static_cast<int>(letter.words.size());
    if (!letter.text.empty()) letter.text += "\n";
    line.span.start = CodePointCount(letter.text);
    std::istringstream in(written);
    int left = 100;
    for (std::string text; in >> text; left += 120) {
      if (left > 100) letter.text += " ";
      LetterWord word;
      word.page = 1;
      word.span.start = CodePointCount(letter.text);
      letter.text += text;
      word.span.end = CodePointCount(letter.text);
      word.box = {left, top_px, left + 100, top_px + 30};
      word.confidence = 0.9;
      line.box = Union(line.box, word.box);
      letter.words.push_back(word);
    }
    line.span.end = CodePointCount(letter.text);
    line.last_word = static_cast<int>(letter.words.size());
    letter.lines.push_back(line);
    top_px += 50;
  }
  letter.pages.push_back({1, {0, CodePointCount(letter.text)}, 0, 0});
  return letter;
}

RecordPage PageOf(const PageImage& scan, int rotation_deg) {
  RecordPage page;
  page.number = 1;
  const bool across = rotation_deg % 180 != 0;
  page.width_px = across ? scan.height_px : scan.width_px;
  page.height_px = across ? scan.width_px : scan.height_px;
  page.dpi_x = scan.dpi_x;
  page.dpi_y = scan.dpi_y;
  page.rotation_deg = rotation_deg;
  page.to_source = UprightToScan(scan, rotation_deg);
  return page;
}

Result<std::string> CopyOf(std::string_view file, const Letter& letter,
                           ArchiveForm form, int rotation_deg) {
  const BytesInMemory memory(file);
  const Load load{LoadLimits{}};
  const auto document = load.Open(memory.descriptor());
  if (!document) return Fail(document.error());
  const auto scan = load.Run({**document, 1});
  if (!scan) return Fail(scan.error());
  auto stored = load.Stored({**document, 1});
  if (!stored) return Fail(stored.error());
  const std::vector<ArchivePage> pages = {
      {PageOf(*scan, rotation_deg), std::move(*stored)}};
  const DecodePage decode = [&](int number) {
    return load.Run({**document, number});
  };
  return Archive().Run({"0123456789abcdef0123456789abcdef", pages, letter,
                        (*document)->FileBytes(), decode, form});
}

CodedImage ImageIn(const std::string& pdf) {
  QPDF document;
  document.processMemoryFile("copy", pdf.data(), pdf.size());
  CodedImage found;
  int images = 0;
  for (QPDFObjectHandle object : document.getAllObjects()) {
    if (!object.isStream()) continue;
    QPDFObjectHandle keys = object.getDict();
    if (!keys.getKey("/Subtype").isNameAndEquals("/Image")) continue;
    ++images;
    const auto raw = object.getRawStreamData();
    found.bytes.assign(reinterpret_cast<const char*>(raw->getBuffer()),
                       raw->getSize());
    found.filter = keys.getKey("/Filter").unparse();
  }
  return images == 1 ? found : CodedImage();
}

std::string TextOf(const std::string& pdf, const std::string& options) {
  const OnDisk file(pdf);
  return Printed("pdftotext -enc UTF-8 " + options + " " + file.path() + " -");
}

std::vector<FoundWord> WordsOf(const std::string& pdf, double dpi) {
  const std::string printed = TextOf(pdf, "-bbox");
  const std::regex pattern(
      "<word xMin=\"([0-9.-]+)\" yMin=\"([0-9.-]+)\" xMax=\"([0-9.-]+)\" "
      "yMax=\"([0-9.-]+)\">([^<]*)</word>");
  std::vector<FoundWord> words;
  for (std::sregex_iterator at(printed.begin(), printed.end(), pattern), end;
       at != end; ++at) {
    const auto px = [&](std::size_t group) {
      return std::stod((*at)[group]) * dpi / 72.0;
    };
    words.push_back({(*at)[5], px(1), px(2), px(3), px(4)});
  }
  return words;
}

std::string FaultsOf(const std::string& pdf) {
  const OnDisk file(pdf);
  const std::string printed = Printed("qpdf --check " + file.path() + " 2>&1");
  return printed.find("No syntax or stream encoding errors found") !=
                 std::string::npos
             ? ""
             : printed;
}

std::string WithOrientation(const std::string& jpeg, int tag) {
  const std::string exif =
      "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0"
      "\x01\0"s +
      static_cast<char>(tag) + "\0\0\0\0\0\0"s;
  const auto length = static_cast<char>(exif.size() + 2);
  return jpeg.substr(0, 2) + "\xff\xe1\0"s + length + exif + jpeg.substr(2);
}

}  // namespace donthu
