// The tables of the store, by version, and the way from each to the next.
#pragma once

#include <cstdint>

#include "models/result.h"
#include "pipeline/store/database.h"

namespace donthu {

inline constexpr std::int64_t kStoreVersion = 4;

// Makes the tables where there are none; brings those of an older program to
// kStoreVersion, in one transaction: after a crash the old store stands.
// Fails with kStoreFailed where a newer program made it.
Status BringUpToDate(Database& database);

}  // namespace donthu
