#include "pipeline/separators/sheets.h"

#include <exception>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "models/separator.h"
#include "pipeline/separators/codes.h"
#include "pipeline/separators/lettering.h"

namespace donthu {
namespace {

using Handle = QPDFObjectHandle;

constexpr double kWidthPt = 595.276;  // A4
constexpr double kHeightPt = 841.89;
constexpr double kMiddlePt = kWidthPt / 2.0;
constexpr double kQrPt = 227.0;  // 8 cm
constexpr double kQrBottomPt = 380.0;
constexpr double kBarsWidthPt = 370.0;  // 13 cm
constexpr double kBarsHeightPt = 62.0;
constexpr double kBarsBottomPt = 258.0;

struct Words {
  std::string_view text;
  double y_pt;
  double cap_pt;
};
// "TỜ PHÂN CÁCH": separator sheet. "Đặt một tờ này trước mỗi đơn rồi quét cả
// xấp. Không viết, không đóng dấu lên tờ này. Giữ lại để dùng lần sau.": one
// before each letter, scan them all; write nothing on it; keep it.
constexpr Words kWords[] = {
    {"TO\u031B\u0300 PHA\u0302N CA\u0301CH", 700.0, 44.0},
    {"ĐA\u0323\u0306T MO\u0323\u0302T TO\u031B\u0300 NA\u0300Y "
     "TRU\u031BO\u031B\u0301C MO\u0302\u0303I ĐO\u031BN,",
     195.0, 12.5},
    {"RO\u0302\u0300I QUE\u0301T CA\u0309 XA\u0302\u0301P.", 160.0, 12.5},
    {"KHO\u0302NG VIE\u0302\u0301T, KHO\u0302NG ĐO\u0301NG DA\u0302\u0301U "
     "LE\u0302N TO\u031B\u0300 NA\u0300Y.",
     115.0, 9.5},
    {"GIU\u031B\u0303 LA\u0323I ĐE\u0302\u0309 DU\u0300NG LA\u0302\u0300N SAU.",
     85.0, 9.5},
    {kSeparatorCode, 236.0, 6.0},
};

std::string Number(double value) { return Handle::newReal(value, 3).unparse(); }

// Dark modules, neighbours of a row in one rectangle.
std::string Rectangles(const CodeModules& modules, double left_pt,
                       double bottom_pt, double width_pt, double height_pt) {
  const double across = width_pt / modules.width;
  const double down = height_pt / modules.height;
  std::string drawn;
  for (int y = 0; y < modules.height; ++y) {
    for (int x = 0; x < modules.width;) {
      int end = x;
      while (end < modules.width && modules.At(end, y)) ++end;
      if (end > x) {
        drawn += Number(left_pt + x * across) + " " +
                 Number(bottom_pt + (modules.height - 1 - y) * down) + " " +
                 Number((end - x) * across) + " " + Number(down) + " re\n";
      }
      x = end + 1;
    }
  }
  return drawn + "f\n";
}

Result<std::string> Drawing() {
  const auto qr = QrCodeOf(kSeparatorCode);
  if (!qr) return Fail(qr.error());
  const auto bars = Code128Of(kSeparatorCode);
  if (!bars) return Fail(bars.error());
  std::string drawn =
      Rectangles(*qr, kMiddlePt - kQrPt / 2.0, kQrBottomPt, kQrPt, kQrPt);
  drawn += Rectangles(*bars, kMiddlePt - kBarsWidthPt / 2.0, kBarsBottomPt,
                      kBarsWidthPt, kBarsHeightPt);
  for (const Words& words : kWords) {
    drawn += Lettering(words.text, {kMiddlePt, words.y_pt, words.cap_pt});
  }
  return drawn;
}

std::string Written(const std::string& drawing, int count) {
  QPDF pdf;
  pdf.emptyPDF();
  const Handle contents = pdf.newStream(drawing);
  QPDFPageDocumentHelper pages(pdf);
  for (int i = 0; i < count; ++i) {
    Handle page = Handle::newDictionary();
    page.replaceKey("/Type", Handle::newName("/Page"));
    page.replaceKey("/MediaBox", Handle::newArray(Handle::Rectangle(
                                     0.0, 0.0, kWidthPt, kHeightPt)));
    page.replaceKey("/Resources", Handle::newDictionary());
    page.replaceKey("/Contents", contents);
    pages.addPage(QPDFPageObjectHelper(pdf.makeIndirectObject(page)), false);
  }
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.write();
  const std::unique_ptr<Buffer> buffer(writer.getBuffer());
  const void* bytes = buffer->getBuffer();
  return std::string(static_cast<const char*>(bytes), buffer->getSize());
}

}  // namespace

Result<std::string> SeparatorSheets(int count) try {
  const auto drawing = Drawing();
  if (!drawing) return Fail(drawing.error());
  return Written(*drawing, count);
} catch (const std::exception&) {
  return Fail(ErrorCode::kInternal, "pdf", "qpdf could not write the sheets.");
}

}  // namespace donthu
