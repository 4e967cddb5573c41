// What the streams of a PDF unpack to, never more of it than is asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

class QPDFObjectHandle;

namespace donthu {

struct UnpackedStream {
  std::size_t bytes = 0;  // that were written
  bool more = false;      // the stream goes on beyond them
  bool sound = true;      // false where a filter is unknown or met damage
};

// Fills `to`, whose size is the most that is wanted, from its beginning, and
// stops there: what would come after is not unpacked.
UnpackedStream UnpackInto(QPDFObjectHandle stream,
                          std::vector<std::uint8_t>* to);

// How many bytes the stream unpacks to; stops, with `more` set, past `most`.
UnpackedStream MeasureUnpacked(QPDFObjectHandle stream, std::size_t most);

}  // namespace donthu
