// Landlock (Linux 5.13 and later): which files a process may still open.
#pragma once

#include <span>

#include "models/result.h"

namespace donthu {

// The kernel's version of the interface, from 1; 0 where it has none or it is
// turned off.
int LandlockVersion();

// From now on the calling thread, and threads that it starts, open nothing
// but files beneath `readable`, and those for reading alone; folders that are
// absent are passed over. They bind and connect no TCP socket (version 4),
// reach no abstract socket and signal no process outside (version 6). Open
// descriptors stay as they are. Needs no_new_privs and LandlockVersion() of at
// least 1; fails with kInternal.
Status KeepReadable(std::span<const char* const> readable);

}  // namespace donthu
