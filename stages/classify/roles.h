// What a passage does in a letter: it tells a content or asks for it.
#pragma once

#include <cstddef>
#include <string_view>

namespace donthu {

// The codes of models/classifier/LABELLING.md, one a role: story and request
// of each of the four contents and of what is none of them, and background.
// 'f', form, is no role.
inline constexpr std::string_view kRoleCodes = "cCtTkKpPoOb";
inline constexpr std::size_t kRoleCount = kRoleCodes.size();
inline constexpr char kFormCode = 'f';

// Of a content, 0 to 3, or 4: none of them.
constexpr std::size_t StoryOf(std::size_t content) { return 2 * content; }
constexpr std::size_t RequestOf(std::size_t content) { return 2 * content + 1; }
inline constexpr std::size_t kBackground = kRoleCount - 1;

}  // namespace donthu
