// Print and a seal's own figures, told by how they stand.
#pragma once

#include "models/page_image.h"
#include "stages/prepare/gray_seal.h"

namespace donthu {

// Makes paper of the ink within `seal` that is no print. Print are letters
// that stand level beside each other in a row which goes on outside of the
// seal, or is as high as such rows are; and marks close above and below them.
// The words of a seal follow its ring or are smaller. What reaches out of the
// seal (a signature) stays. Where a row of print runs, all comes back as it is
// in `before`, the same page with the seal's rings, which `gray` must lack: a
// bit of a ring does less harm than half a letter. `dpi` above 0.
void KeepPrintWithin(const GraySeal& seal, double dpi, const PageImage& before,
                     PageImage& gray);

}  // namespace donthu
