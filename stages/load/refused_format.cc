#include "stages/load/refused_format.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace donthu {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kLookAt = 4096;

struct Kind {
  std::string_view mark;
  std::string_view description;
};

// Found at the very start.
constexpr std::array kMagics = {
    Kind{"{\\rtf"sv, "an RTF document: print it to PDF"sv},
    Kind{"%!PS"sv, "a PostScript file: convert it to PDF"sv},
    Kind{"AT&TFORM"sv, "a DjVu document: convert it to PDF"sv},
    Kind{"GIF8"sv, "a GIF picture: save it as PNG"sv},
    Kind{"8BPS"sv, "a Photoshop picture: save it as PNG or TIFF"sv},
    Kind{"Rar!"sv, "a RAR archive: unpack it and put its files here"sv},
    Kind{"7z\xbc\xaf"sv, "a 7z archive: unpack it and put its files here"sv},
    Kind{"\x1f\x8b"sv, "a gzip archive: unpack it and put its files here"sv},
    Kind{"BZh"sv, "a bzip2 archive: unpack it and put its files here"sv},
    Kind{"\xfd"
         "7zXZ\0"sv,
         "an xz archive: unpack it and put its files here"sv},
    Kind{"MZ"sv, "a program: remove it"sv},
    Kind{"\x7f"
         "ELF"sv,
         "a program: remove it"sv},
    Kind{"ID3"sv, "a sound recording: remove it"sv},
    Kind{"RIFF"sv, "a sound or film recording: remove it"sv},
};

// Found inside a ZIP archive: names of its members, or a type stored plainly.
constexpr std::array kZipKinds = {
    Kind{"word/"sv, "a Word document: print it to PDF"sv},
    Kind{"xl/"sv, "an Excel workbook: print it to PDF"sv},
    Kind{"ppt/"sv, "a PowerPoint presentation: print it to PDF"sv},
    Kind{"application/vnd.oasis.opendocument.text"sv,
         "an OpenDocument text: print it to PDF"sv},
    Kind{"application/vnd.oasis.opendocument"sv,
         "an OpenDocument file: print it to PDF"sv},
    Kind{"[Content_Types].xml"sv, "an Office document: print it to PDF"sv},
    Kind{"application/epub+zip"sv, "an e-book: print it to PDF"sv},
};

// Found inside an OLE compound file, where names are UTF-16.
constexpr std::array kOleKinds = {
    Kind{"WordDocument"sv, "a Word document: print it to PDF"sv},
    Kind{"Workbook"sv, "an Excel workbook: print it to PDF"sv},
    Kind{"PowerPoint Document"sv,
         "a PowerPoint presentation: print it to PDF"sv},
    Kind{"__substg1.0_"sv, "an Outlook e-mail: save its attachments here"sv},
};

// Headers one of which opens every mail that was sent or stored.
constexpr std::array kMailHeaders = {
    "received:"sv,   "return-path:"sv, "delivered-to:"sv, "mime-version:"sv,
    "message-id:"sv, "from:"sv,        "from "sv,         "x-"sv,
    "subject:"sv,    "date:"sv,        "to:"sv,           "dkim-signature:"sv};

constexpr std::array kMailMarks = {"\nfrom:"sv, "\nto:"sv, "\nsubject:"sv,
                                   "\nmime-version:"sv, "\nmessage-id:"sv};

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) {
    return static_cast<char>(std::tolower(c));
  });
  return lower;
}

std::string Utf16(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) wide.append({c, '\0'});
  return wide;
}

bool IsMail(std::string_view head) {
  const std::string lower = Lower(head);
  const bool begins = std::ranges::any_of(
      kMailHeaders,
      [&](std::string_view header) { return lower.starts_with(header); });
  return begins && std::ranges::count_if(kMailMarks, [&](auto mark) {
                     return ("\n" + lower).find(mark) != std::string::npos;
                   }) >= 2;
}

bool IsZip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

bool IsOle(std::string_view bytes) {
  return bytes.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
}

std::string DescribeZip(std::string_view bytes) {
  for (const Kind& kind : kZipKinds) {
    if (bytes.find(kind.mark) != std::string_view::npos) {
      return std::string(kind.description);
    }
  }
  return "a ZIP archive: unpack it and put its files here";
}

std::string DescribeOle(std::string_view bytes) {
  for (const Kind& kind : kOleKinds) {
    if (bytes.find(Utf16(kind.mark)) != std::string_view::npos) {
      return std::string(kind.description);
    }
  }
  return "an Office document of the old kind: print it to PDF";
}

// Text holds no control characters but white space, and few bytes that are
// not of some alphabet.
bool IsText(std::string_view head) {
  return std::ranges::none_of(head, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte != 0x1b;
  });
}

std::string DescribeText(std::string_view head) {
  const std::string lower = Lower(head);
  if (lower.find("<html") != std::string::npos ||
      lower.find("<!doctype html") != std::string::npos) {
    return "a web page (HTML): print it to PDF";
  }
  if (lower.find("<svg") != std::string::npos) {
    return "an SVG drawing: print it to PDF";
  }
  if (lower.starts_with("<?xml")) return "an XML file: print it to PDF";
  return "plain text, not a scanned page: print it to PDF";
}

}  // namespace

bool IsContainer(std::string_view bytes) {
  return IsZip(bytes) || IsOle(bytes) || IsMail(bytes.substr(0, kLookAt));
}

std::string DescribeRefused(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kLookAt);
  if (IsZip(bytes)) return DescribeZip(bytes);
  if (IsOle(bytes)) return DescribeOle(bytes);
  for (const Kind& kind : kMagics) {
    if (bytes.starts_with(kind.mark)) return std::string(kind.description);
  }
  if (bytes.starts_with("BM") && !IsText(head)) {
    return "a BMP picture: save it as PNG";
  }
  if (head.size() > 8 && head.substr(4, 4) == "ftyp")
    return "a film recording: remove it";
  if (IsMail(head)) {
    return "an e-mail: save its attachments, or print it to PDF";
  }
  if (head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff") ||
      IsText(head)) {
    return DescribeText(head);
  }
  return "content of an unknown kind: scan it as PDF, TIFF or JPEG";
}

}  // namespace donthu
