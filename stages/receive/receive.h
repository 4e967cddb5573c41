// receive: what the mail room stamped on a letter.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "models/page_text.h"
#include "models/record.h"
#include "models/result.h"

namespace donthu {

// Reads what stands in the frame of an intake stamp (dấu ĐẾN: Nghị định
// 30/2020/NĐ-CP, phụ lục IV): "ĐẾN" or "CÔNG VĂN ĐẾN", "Số", "Ngày", with some
// offices "Giờ", "Kính chuyển". Empty where it is another stamp: not two of
// these are there, the labels at the beginnings of rows.
//
// A stamp is read several times (other cut-outs of it, other sizes), because a
// wrong figure is worse than none, and engines are sure of wrong ones. A number
// or day counts where two readings agree on it, the engine is surer of it than
// 0.75 in both and than 0.8 in one, and in no reading as sure of another. A day
// must exist, a year lie between 1990 and 2099, one of two digits is of this
// century. What may be a part of figures ("¡5/07/2024", "412/") does not count.
//
// Thread-safe: Run() is const and keeps nothing.
class Receive {
 public:
  static constexpr std::string_view kName = "receive";
  static constexpr int kVersion = 6;        // part of the cache key of a page
  using Input = std::span<const PageText>;  // readings of one stamp
  using Output = std::optional<Received>;   // source: "stamp"

  // Never fails.
  Result<Output> Run(Input readings) const;
};

}  // namespace donthu
