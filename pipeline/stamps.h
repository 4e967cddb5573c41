// The mail room's stamp, read by itself.
#pragma once

#include <optional>
#include <vector>

#include "models/clean_page.h"
#include "models/record.h"
#include "models/result.h"
#include "pipeline/run_stage.h"
#include "stages/recognize/recognize.h"

namespace donthu {

// Reads the framed stamps of a page until one is an intake stamp, whose mark
// becomes kind "den". A stamp is read as often as receive.h needs to be sure
// of its figures: what is coloured in it, as it is and enlarged, then all of
// it. Empty where no stamp is one. Fails as recognize does.
Result<std::optional<Received>> ReadStamps(std::vector<InkLayer>& marks,
                                           OcrEngine& engine,
                                           StageObserver& observer);

}  // namespace donthu
