#include "stages/load/pdf_content.h"

#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace donthu {
namespace {

// Of a page that shows `content`, with an image /Im and a form /Fm that shows
// the same content again.
PageContent ContentOf(const std::string& content) {
  QPDF pdf;
  pdf.emptyPDF();
  auto image = QPDFObjectHandle::newStream(&pdf, "");
  image.replaceDict(QPDFObjectHandle::parse("<< /Subtype /Image >>"));
  auto form = QPDFObjectHandle::newStream(&pdf, content);
  form.replaceDict(
      QPDFObjectHandle::parse("<< /Subtype /Form /BBox [0 0 9 9] >>"));
  auto page = QPDFObjectHandle::parse("<< /MediaBox [0 0 9 9] >>");
  auto objects = QPDFObjectHandle::newDictionary();
  objects.replaceKey("/Im", image);
  objects.replaceKey("/Fm", form);
  auto resources = QPDFObjectHandle::newDictionary();
  resources.replaceKey("/XObject", objects);
  page.replaceKey("/Resources", resources);
  page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, content));
  return ReadPageContent(pdf.makeIndirectObject(page), LoadLimits());
}

TEST(PdfContentTest, FindsAnImage) {
  const PageContent content = ContentOf("/Im Do");
  EXPECT_EQ(content.images.size(), 1U);
  EXPECT_FALSE(content.other_marks);
}

TEST(PdfContentTest, GivesUpOnFormsThatPaintEachOtherWithoutEnd) {
  const PageContent content = ContentOf("/Im Do /Fm Do /Fm Do");
  EXPECT_TRUE(content.other_marks);
  EXPECT_LE(content.images.size(), 1001U);
}

TEST(PdfContentTest, GivesUpOnObjectsWithoutOperators) {
  std::string numbers;
  for (int i = 0; i < 20'000; ++i) numbers += "1 ";
  const PageContent content = ContentOf("/Im Do " + numbers + "/Fm Do /Fm Do");
  EXPECT_TRUE(content.other_marks);
  EXPECT_LE(content.images.size(), 151U);
}

}  // namespace
}  // namespace donthu
