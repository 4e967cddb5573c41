// An inbox for runs that are killed, read by the letter engine:
//   donthu_chaos_inbox DIR SLOW [asleep]
// SLOW letters that take their time, files of several pages, copies, pages
// that stand in two files, damaged files, pages that do harm. Pages are equal
// where that is meant only: numbers repeat after 400. With "asleep" also pages
// that last until the deadline on the clock.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/pipeline/made_scans.h"
#include "tests/stages/load/hostile_images.h"
#include "tests/stages/load/made_pdf.h"

namespace donthu::bench {
namespace {

class ChaosInbox {
 public:
  explicit ChaosInbox(std::string folder) : folder_(std::move(folder)) {}

  void PutSlowLetters(int count) const {
    for (int i = 1; i <= count; ++i) {
      Put("s" + std::to_string(i) + ".png", PngScan(i, Mark::kSlow));
    }
  }

  void PutQuickLetters() const {
    for (int i = 101; i <= 104; ++i) {
      const std::string name = "q" + std::to_string(i);
      Put(name + " a.jpg", JpegScan(i));
      Put(name + " b.pdf", PdfScan(i));
    }
  }

  void PutLongFiles() const {
    std::vector<PageImage> nine;
    for (int i = 201; i <= 209; ++i) nine.push_back(MadePage(i, Mark::kSlow));
    Put("long/nine.tif", TiffScan(nine));
    for (int i = 1; i <= 4; ++i) {
      Put("long/four " + std::to_string(i) + ".tif",
          TiffScan({MadePage(300 + i), MadePage(310 + i, Mark::kSlow),
                    MadePage(320 + i), MadePage(330 + i, Mark::kSlow)}));
    }
  }

  // The same bytes under two names, the same page in two files, a page twice
  // in one, blank pages.
  void PutCopies() const {
    const PageImage blank = Blank();
    Put("copies/s1 again.png", PngScan(1, Mark::kSlow));
    Put("copies/q101 again.pdf", PdfScan(101));
    Put("copies/empty again.pdf", "");
    Put("copies/pages of others.tif",
        TiffScan({MadePage(201, Mark::kSlow), MadePage(151),
                  MadePage(310 + 1, Mark::kSlow)}));
    Put("copies/page twice.tif",
        TiffScan({MadePage(152, Mark::kSlow), MadePage(153),
                  MadePage(152, Mark::kSlow)}));
    Put("copies/with blank.tif", TiffScan({MadePage(154), blank}));
    Put("copies/blank.tif", TiffScan({blank}));
  }

  void PutDamagedFiles() const {
    const std::string jpeg = JpegScan(171);
    Put("damaged/empty.pdf", "");
    Put("damaged/text.pdf", "Đây là một bức thư, không phải là PDF.\n");
    Put("damaged/truncated.jpg", jpeg.substr(0, jpeg.size() / 2));
    Put("damaged/encrypted.pdf", EncryptedPdf());
    Put("damaged/no page.pdf", PdfWithoutPages());
    Put("damaged/huge.png", PngHead(60'000, 60'000));
    Put("damaged/passed over.part", jpeg);
  }

  void PutHarmfulPages() const {
    Put("harm/crash.png", PngScan(181, Mark::kAbort));
    Put("harm/gives up.png", PngScan(182, Mark::kGiveUp));
    Put("harm/garbage.png", PngScan(183, Mark::kGarbageAnswer));
    Put("harm/memory.png", PngScan(184, Mark::kEatMemory));
    Put("harm/hang.png", PngScan(185, Mark::kBusyForever));
    Put("harm/one of three.tif",
        TiffScan({MadePage(186, Mark::kSlow), MadePage(187, Mark::kSegfault),
                  MadePage(188, Mark::kSlow)}));
    Put("harm/boxes outside.png", PngScan(189, Mark::kBoxesOutside));
  }

  void PutSleepers() const {
    Put("harm/asleep.png", PngScan(190, Mark::kSleepForever));
    Put("harm/stubborn.png", PngScan(191, Mark::kStubborn));
  }

 private:
  static PageImage Blank() {
    PageImage page = MadePage(0);
    page.pixels.assign(page.pixels.size(), 255);
    return page;
  }

  void Put(const std::string& name, const std::string& bytes) const {
    const std::filesystem::path path = folder_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
  }

  std::filesystem::path folder_;
};

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) {
  if (argc != 3 && argc != 4) {
    std::fputs("usage: donthu_chaos_inbox DIR SLOW [asleep]\n", stderr);
    return 2;
  }
  const donthu::bench::ChaosInbox inbox(argv[1]);
  inbox.PutSlowLetters(std::atoi(argv[2]));
  inbox.PutQuickLetters();
  inbox.PutLongFiles();
  inbox.PutCopies();
  inbox.PutDamagedFiles();
  inbox.PutHarmfulPages();
  if (argc == 4) inbox.PutSleepers();
  return 0;
}
