#include "pipeline/separators/sheets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/separator.h"
#include "pipeline/page_way.h"
#include "tests/fakes/fake_engine.h"
#include "tests/stages/load/made_files.h"

namespace donthu {
namespace {

// The page as a scanner sees it that was fed the sheet turned by `turn`
// quarters.
PageResult Read(const std::string& pdf, int number, int quarters) {
  NoObserver observer;
  FakeEngine engine;
  const auto document = Opened(pdf);
  PageImage scan = *LoadPage(Load(LoadLimits()), **document, number, observer);
  for (int i = 0; i < quarters; ++i) {
    PageImage turned = scan;
    std::swap(turned.width_px, turned.height_px);
    const auto bytes = static_cast<std::size_t>(BytesPerPixel(scan.format));
    for (int y = 0; y < turned.height_px; ++y) {
      for (int x = 0; x < turned.width_px; ++x) {
        const std::size_t from =
            static_cast<std::size_t>(scan.height_px - 1 - x) *
                static_cast<std::size_t>(scan.width_px) +
            static_cast<std::size_t>(y);
        const std::size_t to = static_cast<std::size_t>(y) *
                                   static_cast<std::size_t>(turned.width_px) +
                               static_cast<std::size_t>(x);
        for (std::size_t k = 0; k < bytes; ++k) {
          turned.pixels[to * bytes + k] = scan.pixels[from * bytes + k];
        }
      }
    }
    scan = std::move(turned);
  }
  return ReadPage(scan, number, engine, observer)->result;
}

TEST(SeparatorSheetsTest, EverySheetIsReadAsASeparatorHoweverItIsFed) {
  const auto pdf = SeparatorSheets(2);
  ASSERT_TRUE(pdf);
  for (int quarters = 0; quarters < 4; ++quarters) {
    const PageResult page = Read(*pdf, 2, quarters);
    EXPECT_EQ(page.page.status, PageStatus::kSeparator) << quarters;
    std::vector<std::string> formats;
    for (const BarcodeMark& code : page.page.barcodes) {
      EXPECT_EQ(code.text, kSeparatorCode);
      formats.push_back(code.format);
    }
    std::sort(formats.begin(), formats.end());
    EXPECT_THAT(formats, ::testing::ElementsAre("Code128", "QRCode"))
        << quarters;
  }
}

TEST(SeparatorSheetsTest, AreAsManyAsAskedAndAlwaysTheSameBytes) {
  EXPECT_EQ((*Opened(*SeparatorSheets(7)))->PageCount(), 7);
  EXPECT_EQ(*SeparatorSheets(3), *SeparatorSheets(3));
}

}  // namespace
}  // namespace donthu
