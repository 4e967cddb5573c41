// archive: a letter's pages and words to copies that outlive the program: a
// PDF that can be searched, and ALTO.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "models/encoded_page.h"
#include "models/letter.h"
#include "models/page_image.h"
#include "models/record.h"
#include "models/result.h"

namespace donthu {

enum class ArchiveForm {
  kPdf,     // PDF 1.7
  kPdfA2b,  // ISO 19005-2, conformance level B
};

struct ArchivePage {
  RecordPage page;  // width_px 0: it could not be read, and is left empty
  EncodedPage stored;
};

// Pixels of page `number` of the file, as load gives them.
using DecodePage = std::function<Result<PageImage>(int number)>;

// Every page is what its file holds, byte for byte where a PDF knows the
// coding, with the letter's words as invisible text where they stand; see
// stages/archive/placing.h. The same input gives the same bytes.
class Archive {
 public:
  static constexpr std::string_view kName = "archive";
  struct Input {
    std::string_view record_id;
    const std::vector<ArchivePage>& pages;  // of the letter
    const Letter& letter;                   // its words, by page numbers
    std::string_view pdf;                   // the file where it is a PDF
    const DecodePage& decode;  // asked for pages that cannot be taken over
    ArchiveForm form = ArchiveForm::kPdf;
  };
  using Output = std::string;  // the bytes of a PDF

  // Fails with what `decode` fails with, with kDocumentDamaged where pages of
  // `pdf` cannot be followed any more, kOutOfMemory.
  Result<Output> Run(Input input) const;
};

}  // namespace donthu
