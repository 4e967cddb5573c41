// Archive copies of files that the tests make, and what they hold.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/letter.h"
#include "models/page_image.h"
#include "models/record.h"
#include "models/result.h"
#include "stages/archive/archive.h"

namespace donthu {

// A letter of one line a string, words by spaces; lines lie below each other
// on page 1, the first at `top_px`, each word 100 pixels wide and 30 high with
// 20 pixels to the next.
Letter LetterOf(const std::vector<std::string>& lines, int top_px = 100);

// The page of a scan, as a record has it after a turn of `rotation_deg`.
RecordPage PageOf(const PageImage& scan, int rotation_deg = 0);

// Of the one page of `file`, read upright after `rotation_deg`.
Result<std::string> CopyOf(std::string_view file, const Letter& letter,
                           ArchiveForm form = ArchiveForm::kPdf,
                           int rotation_deg = 0);

// The coded bytes and the filter of the only image of the PDF; empty where
// there is not one.
struct CodedImage {
  std::string filter;
  std::string bytes;
};
CodedImage ImageIn(const std::string& pdf);

// What poppler's pdftotext prints.
std::string TextOf(const std::string& pdf, const std::string& options = "");
// Words with their boxes on the page as seen, in pixels of `dpi`.
struct FoundWord {
  std::string text;
  double left = 0.0;
  double top = 0.0;
  double right = 0.0;
  double bottom = 0.0;
};
std::vector<FoundWord> WordsOf(const std::string& pdf, double dpi);
// What `qpdf --check` finds; empty: nothing.
std::string FaultsOf(const std::string& pdf);

// The JPEG with an EXIF orientation.
std::string WithOrientation(const std::string& jpeg, int tag);

}  // namespace donthu
