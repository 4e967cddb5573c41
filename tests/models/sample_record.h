// Records that every test of the contract starts from. All of it is made up.
#pragma once

#include <string>

#include "models/record.h"

namespace donthu {

// A record in which no key but `error` is null and no list is empty.
Record FullRecord();
// A file that could not be read.
Record FailedRecord();

}  // namespace donthu
