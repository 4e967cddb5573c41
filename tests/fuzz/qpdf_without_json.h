// Put before every source where clang-14 meets qpdf 11, whose JSON.hh it
// cannot compile as C++20: a std::vector of a class that is not complete yet
// gets its constexpr destructor there. We call nothing that takes or gives
// JSON, so that its name is enough.
#pragma once

#define JSON_HH  // the guard of qpdf/JSON.hh
class JSON;
