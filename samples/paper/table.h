// Tables with ruled cells.
#pragma once

#include "models/result.h"
#include "samples/paper/typesetter.h"

namespace donthu::samples {

// The first row is bold. Columns are as wide as their text where all fit,
// and the widest ones give way where not.
Status PutTable(const Block& table, const PageStyle& style,
                Typesetter& typesetter);

// Widths, at most `natural`, whose sum is at most `available`: the largest
// ones are cut to one common width.
std::vector<double> FittedWidths(const std::vector<double>& natural,
                                 double available);

}  // namespace donthu::samples
