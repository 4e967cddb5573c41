// The pages of one letter in their order: what follows it is attached to it.
#pragma once

#include <span>
#include <vector>

#include "models/page_json.h"

namespace donthu {

// Gives the statuses of `pages` with kAttachment in place of kOk where an
// office's document follows the letter, and where pages go on after one that
// followed the letter's signature. A page on which the writer speaks is never
// one; nor is any page where no letter was seen before.
std::vector<PageStatus> LetterRoles(std::span<const PageResult> pages);

}  // namespace donthu
