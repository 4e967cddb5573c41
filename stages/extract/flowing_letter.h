// A letter as it is read: on over the ends of its pages.
#pragma once

#include <vector>

#include "models/fields.h"
#include "models/letter.h"

namespace donthu {

// Where a paragraph runs on over the end of a page, one space stands in place
// of the two U+000A, so that no rule knows of pages. Keeps a reference to a
// letter in which none does.
class FlowingLetter {
 public:
  explicit FlowingLetter(const Letter& letter);
  FlowingLetter(const FlowingLetter&) = delete;
  FlowingLetter& operator=(const FlowingLetter&) = delete;

  const Letter& letter() const { return joints_.empty() ? pages_ : flowing_; }
  // Spans of letter() become those of the letter given.
  void ToPages(Fields& fields) const;

 private:
  int InPages(int position) const;

  const Letter& pages_;
  Letter flowing_;
  std::vector<int> joints_;  // where those spaces stand, in flowing_
};

}  // namespace donthu
