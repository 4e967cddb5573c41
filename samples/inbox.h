// The folder of the quick start: a mail room's morning.
#pragma once

#include <string_view>
#include <vector>

#include "models/result.h"
#include "samples/write_samples.h"

namespace donthu::samples {

// The files of samples/inbox; orders point into `letters`. Fails with
// kInternal where a letter that it names is missing.
Result<std::vector<SampleOrder>> InboxOrders(
    const std::vector<SampleLetter>& letters);

}  // namespace donthu::samples
