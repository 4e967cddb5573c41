// Where the models lie.
#pragma once

#include <string>

#include "pipeline/config.h"

namespace donthu {

// [paths] models where set; else models/ of the source tree that the
// program was built in, else share/donthu beside the installed program.
std::string ModelsFolder(const Config& config);

}  // namespace donthu
