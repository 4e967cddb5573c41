// An engine that finds a whole letter on every page, and does to its process
// what the page is marked with.
#pragma once

#include "stages/recognize/recognize.h"

namespace donthu {

// The letter is a short complaint with sender, decision and request; names,
// numbers and dates depend on every pixel. A page of white is blank.
class LetterEngine : public OcrEngine {
 public:
  EngineInfo Info() const override;
  Result<PageText> Read(const PageImage& page) override;
  Result<Orientation> Orient(const PageImage& page) override;
};

}  // namespace donthu
