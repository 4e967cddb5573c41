// Scans for the program with the letter engine, built in memory.
#pragma once

#include <string>
#include <vector>

#include "models/page_image.h"
#include "tests/fakes/marked_page.h"

namespace donthu {

// A page with lines of ink that differ from number to number.
PageImage MadePage(int number, Mark mark = Mark::kNone);
std::string PngScan(int number, Mark mark = Mark::kNone);
std::string JpegScan(int number);
std::string TiffScan(const std::vector<PageImage>& pages);
std::string PdfScan(int number);
std::string EncryptedPdf();

}  // namespace donthu
