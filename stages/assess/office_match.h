// Whether a printed name means a given office.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/office.h"

namespace donthu {

// Folded, abbreviations of authorities brought to one form: "Uỷ ban nhân
// dân" and "UBND" are the same.
std::string OfficeKey(std::string_view name);
// True where the key of the name or of an alias of `office` stands in
// `printed`. An office without a name means nobody.
bool Means(std::string_view printed, const Office& office);
// The level that the name tells: "UBND phường …" is kXa. The lowest level
// named counts; kUnknown where none is, and for districts, which are gone.
OfficeLevel LevelOf(std::string_view printed);

}  // namespace donthu
