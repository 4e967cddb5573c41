// The program never works as root.
#pragma once

#include <string>

#include "models/result.h"

namespace donthu {

// Files it makes are the user's alone; no core dumps, for they would hold
// letters; no new privileges.
void HardenProcess();

// Where this is root: gives the open folders `folder_fds` to user `donthu`
// (or `nobody`, where there is none) and becomes that user for good. Does
// nothing otherwise. The name of the user, empty where nothing was done.
// Fails with kInternal.
Result<std::string> LeaveRoot(std::initializer_list<int> folder_fds);

}  // namespace donthu
