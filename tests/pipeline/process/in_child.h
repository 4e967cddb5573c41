// Work that binds its process for good, done in a process of its own.
#pragma once

#include <functional>
#include <string>

namespace donthu {

// What `work` returns in a child of this process; "signal N" where signal N
// ended the child.
std::string DoneInChild(const std::function<std::string()>& work);

}  // namespace donthu
