#include "stages/load/format.h"

#include <gtest/gtest.h>

#include <string>

namespace donthu {
namespace {

std::string Detected(std::string_view bytes) {
  const auto format = DetectFormat(
      {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  return format ? std::string(MediaTypeOf(*format)) : format.error().detail;
}

using std::string_literals::operator""s;

TEST(FormatTest, TellsPagesByTheirFirstBytes) {
  EXPECT_EQ(Detected("%PDF-1.4\n"), "application/pdf");
  EXPECT_EQ(Detected(std::string(1000, '\n') + "%PDF-1.4"), "application/pdf");
  EXPECT_EQ(Detected("II*\0rest"s), "image/tiff");
  EXPECT_EQ(Detected("MM\0+rest"s), "image/tiff");
  EXPECT_EQ(Detected("\xff\xd8\xff\xe0"), "image/jpeg");
  EXPECT_EQ(Detected("\x89PNG\r\n\x1a\n"), "image/png");
  EXPECT_EQ(Detected("RIFF1234WEBPVP8 "), "image/webp");
  EXPECT_EQ(Detected("\xff\x4f\xff\x51"), "image/jp2");
  EXPECT_EQ(Detected("\0\0\0\x18"s + "ftypheic"), "image/heic");
}

TEST(FormatTest, RefusesOfficeDocumentsByName) {
  EXPECT_EQ(Detected("PK\x03\x04....[Content_Types].xml...word/document.xml"),
            "a Word document: print it to PDF");
  EXPECT_EQ(Detected("PK\x03\x04mimetypeapplication/vnd.oasis.opendocument."
                     "textPK"),
            "an OpenDocument text: print it to PDF");
  EXPECT_EQ(Detected("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...W\0o\0r\0d\0D\0o\0c"
                     "\0u\0m\0e\0n\0t\0"s),
            "a Word document: print it to PDF");
  EXPECT_EQ(Detected("{\\rtf1 x}"), "an RTF document: print it to PDF");
}

TEST(FormatTest, RefusesArchivesMailAndTextByName) {
  EXPECT_EQ(Detected("PK\x03\x04....scan.pdf%PDF-1.4"),
            "a ZIP archive: unpack it and put its files here");
  EXPECT_EQ(Detected("Received: by x\r\nFrom: a\r\nTo: b\r\nSubject: %PDF-1.4"),
            "an e-mail: save its attachments, or print it to PDF");
  EXPECT_EQ(Detected("<!DOCTYPE html><html>"),
            "a web page (HTML): print it to PDF");
  EXPECT_EQ(Detected("K\u00ednh g\u1eedi \u00f4ng Ch\u1ee7 t\u1ecbch"),
            "plain text, not a scanned page: print it to PDF");
  EXPECT_EQ(Detected("\x01\x02\x03\x04"),
            "content of an unknown kind: scan it as PDF, TIFF or JPEG");
}

}  // namespace
}  // namespace donthu
