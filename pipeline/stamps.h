// The mail room's stamp, read by itself.
#pragma once

#include <optional>
#include <vector>

#include "models/clean_page.h"
#include "models/page_text.h"
#include "models/record.h"
#include "models/result.h"
#include "pipeline/run_stage.h"
#include "stages/recognize/recognize.h"

namespace donthu {

// Reads the framed stamps of a page until one is an intake stamp, whose mark
// becomes kind "den". A stamp is read as often as receive.h needs to be sure
// of its figures: what is coloured in it in three sizes, then all of it; what
// is sure stays. Figures that print hides in part must be read alike in all
// sizes (hidden_figures.h). Empty where no stamp is one. Fails as recognize
// does.
//
// Where the intake stamp is black and so still on the page, the words of `text`
// in its frame go: they are the mail room's. Other black frames leave `marks`:
// nothing tells them from the cells of a table.
Result<std::optional<Received>> ReadStamps(std::vector<InkLayer>& marks,
                                           PageText& text, OcrEngine& engine,
                                           StageObserver& observer);

}  // namespace donthu
