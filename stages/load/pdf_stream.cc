#include "stages/load/pdf_stream.h"

#include <algorithm>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <stdexcept>

namespace donthu {
namespace {

// Ends the unpacking by an exception, which qpdf catches.
class Taker : public Pipeline {
 public:
  Taker(std::uint8_t* to, std::size_t most)
      : Pipeline("taker", nullptr), to_(to), most_(most) {}

  void write(const unsigned char* data, std::size_t size) override {
    const std::size_t taken = std::min(size, most_ - bytes_);
    if (to_ != nullptr) std::copy_n(data, taken, to_ + bytes_);
    bytes_ += taken;
    if (taken == size) return;
    more_ = true;
    throw std::length_error("enough");
  }
  void finish() override {}

  UnpackedStream Take(QPDFObjectHandle stream) {
    const bool whole =
        stream.pipeStreamData(this, 0, qpdf_dl_specialized, true);
    return {bytes_, more_, whole || more_};
  }

 private:
  std::uint8_t* to_;
  std::size_t most_;
  std::size_t bytes_ = 0;
  bool more_ = false;
};

}  // namespace

UnpackedStream UnpackInto(QPDFObjectHandle stream,
                          std::vector<std::uint8_t>* to) {
  return Taker(to->data(), to->size()).Take(std::move(stream));
}

UnpackedStream MeasureUnpacked(QPDFObjectHandle stream, std::size_t most) {
  return Taker(nullptr, most).Take(std::move(stream));
}

}  // namespace donthu
