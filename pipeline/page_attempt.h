// The best of several readings of a page: a cheap one first, others where it
// is expected to be poor.
#pragma once

#include "models/clean_page.h"
#include "models/page_image.h"
#include "models/page_text.h"
#include "models/result.h"
#include "pipeline/run_stage.h"
#include "stages/recognize/recognize.h"

namespace donthu {

// Part of the cache key: grows with every change of what is tried when.
inline constexpr int kPageAttemptsVersion = 3;

struct PageAttempt {
  CleanPage clean;
  PageText text;
  double predicted_cer = 1.0;  // 0 to 1: what estimate expects
  int readings = 1;            // of the page until this one was chosen
};

// Prepares, recognizes and estimates. The reading that is expected to have
// least errors is kept, the earlier one of two like it. Further ones, each only
// where the best so far is expected to be poor: prepared thoroughly; by the
// engine's other model; with faint strokes darkened; read at other resolutions.
// Before them ReadUpright turns the page. Which of them pay was measured:
// docs/decisions/0017-predicted-quality.md.
//
// Fails as prepare and recognize do on the first reading; a later one that
// fails counts for nothing.
Result<PageAttempt> ReadBest(const PageImage& scan, OcrEngine& engine,
                             StageObserver& observer);

}  // namespace donthu
