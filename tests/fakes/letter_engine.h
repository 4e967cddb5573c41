// An engine that finds a whole letter on every page, and does to its process
// what the page is marked with.
#pragma once

#include <utility>

#include "pipeline/unique_fd.h"
#include "stages/recognize/recognize.h"

namespace donthu {

// The letter is a short complaint with sender, decision and request; names,
// numbers and dates depend on every pixel, and so does a number of 16 hex
// digits that no other page has. A page of white is blank.
class LetterEngine : public OcrEngine {
 public:
  LetterEngine() = default;
  // Adds a line to the log for every page that it begins to read: the page's
  // 16 hex digits, or "blank".
  explicit LetterEngine(UniqueFd log) : log_(std::move(log)) {}

  EngineInfo Info() const override;
  Result<PageText> Read(const PageImage& page) override;
  Result<PageText> ReadAs(const ReadingWay&, const PageImage& page) override {
    return Read(page);
  }
  Result<Orientation> Orient(const PageImage& page) override;

 private:
  UniqueFd log_;
};

}  // namespace donthu
