// A person's decision on a record.
#pragma once

#include <string>

#include "models/record.h"
#include "models/result.h"
#include "stages/assess/assess.h"

namespace donthu {

struct Decision {
  Label label = Label::kKhac;
  std::string reason;
  std::string by;
  std::string at;  // RFC 3339
};

// `record` with the decision in force: the class is the person's, what
// follows from it is assessed anew, nothing is left to review. Fails where
// the record has no text to decide on.
Result<Record> Decided(Record record, const Decision& decision,
                       const Assess& assess);

}  // namespace donthu
