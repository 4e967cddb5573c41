// Where the models lie.
#pragma once

#include <string>

#include "pipeline/config.h"

namespace donthu {

// [paths] models where set; else ../share/donthu of the program's own folder
// where it is installed, else models/ of the source tree that it was built in.
std::string ModelsFolder(const Config& config);

}  // namespace donthu
