// Taking letters off the disk: text, images, pages as they were read. What
// stays is the id, the hash and the number of pages, so that ledger and audit
// still tell that a letter was there. Lưu đơn: Thông tư 05/2021/TT-TTCP
// Điều 28.
#pragma once

#include <string>
#include <vector>

#include "models/result.h"
#include "pipeline/output.h"
#include "pipeline/store/store.h"

namespace donthu {

// Fails with kTextInvalid where an id is no record of this store; then
// nothing was purged. After a crash the next run or purge ends what was begun.
Status PurgeLetters(const OutputPaths& paths, Store& store,
                    const std::vector<std::string>& record_ids);

}  // namespace donthu
