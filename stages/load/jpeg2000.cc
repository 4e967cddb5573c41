#include "stages/load/jpeg2000.h"

#include <openjpeg.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "stages/load/limits.h"
#include "stages/load/resolution.h"
#include "stages/load/samples.h"

namespace donthu {
namespace {

constexpr std::string_view kJpeg2000What = "JPEG 2000 data";

struct Close {
  void operator()(opj_codec_t* codec) const { opj_destroy_codec(codec); }
  void operator()(opj_image_t* image) const { opj_image_destroy(image); }
};
struct CloseStream {
  void operator()(opj_stream_t* stream) const { opj_stream_destroy(stream); }
};
using Codec = std::unique_ptr<opj_codec_t, Close>;
using Image = std::unique_ptr<opj_image_t, Close>;
using Stream = std::unique_ptr<opj_stream_t, CloseStream>;

struct Reader {
  Bytes bytes;
  std::size_t at = 0;
};

OPJ_SIZE_T Read(void* to, OPJ_SIZE_T count, void* user) {
  auto* reader = static_cast<Reader*>(user);
  const std::size_t left = reader->bytes.size() - reader->at;
  if (left == 0) return static_cast<OPJ_SIZE_T>(-1);
  const std::size_t taken = std::min<std::size_t>(count, left);
  std::memcpy(to, reader->bytes.data() + reader->at, taken);
  reader->at += taken;
  return taken;
}

OPJ_BOOL Seek(OPJ_OFF_T offset, void* user) {
  auto* reader = static_cast<Reader*>(user);
  if (offset < 0 || static_cast<std::size_t>(offset) > reader->bytes.size()) {
    return OPJ_FALSE;
  }
  reader->at = static_cast<std::size_t>(offset);
  return OPJ_TRUE;
}

OPJ_OFF_T Skip(OPJ_OFF_T count, void* user) {
  auto* reader = static_cast<Reader*>(user);
  const OPJ_OFF_T target = static_cast<OPJ_OFF_T>(reader->at) + count;
  return Seek(target, user) == OPJ_TRUE ? count : -1;
}

Stream OpenStream(Reader* reader) {
  Stream stream(opj_stream_default_create(OPJ_TRUE));
  opj_stream_set_user_data(stream.get(), reader, nullptr);
  opj_stream_set_user_data_length(stream.get(), reader->bytes.size());
  opj_stream_set_read_function(stream.get(), &Read);
  opj_stream_set_skip_function(stream.get(), &Skip);
  opj_stream_set_seek_function(stream.get(), &Seek);
  return stream;
}

Codec OpenCodec(Bytes bytes) {
  const bool bare = bytes.size() > 1 && bytes[0] == 0xff && bytes[1] == 0x4f;
  Codec codec(opj_create_decompress(bare ? OPJ_CODEC_J2K : OPJ_CODEC_JP2));
  const auto silent = [](const char*, void*) {};
  opj_set_info_handler(codec.get(), silent, nullptr);
  opj_set_warning_handler(codec.get(), silent, nullptr);
  opj_set_error_handler(codec.get(), silent, nullptr);
  opj_dparameters_t parameters;
  opj_set_default_decoder_parameters(&parameters);
  opj_setup_decoder(codec.get(), &parameters);
  return codec;
}

// The library reads ahead, so only the end-of-codestream marker can tell.
Failure Reason(Bytes bytes) {
  constexpr std::array<std::uint8_t, 2> kEnd = {0xff, 0xd9};
  const Bytes tail = bytes.last(std::min<std::size_t>(bytes.size(), 64));
  const bool ends = std::search(tail.begin(), tail.end(), kEnd.begin(),
                                kEnd.end()) != tail.end();
  return ends ? Unreadable(kJpeg2000What) : Truncated(kJpeg2000What);
}

int ComponentsUsed(const opj_image_t& image) {
  if (image.color_space == OPJ_CLRSPC_CMYK && image.numcomps >= 4) return 4;
  return image.numcomps >= 3 ? 3 : 1;
}

bool IsEven(const opj_image_t& image, int used) {
  for (int i = 0; i < used; ++i) {
    const opj_image_comp_t& part = image.comps[i];
    if (part.data == nullptr || part.w != image.comps[0].w ||
        part.h != image.comps[0].h || part.prec < 1 || part.prec > 16) {
      return false;
    }
  }
  return true;
}

// Precision of 1 to 16 bits, signed or not, to 0 to 255.
std::uint8_t ToByte(const opj_image_comp_t& part, std::size_t at) {
  const int highest = (1 << part.prec) - 1;
  const int value = part.data[at] + (part.sgnd != 0 ? 1 << (part.prec - 1) : 0);
  return static_cast<std::uint8_t>(
      (std::clamp(value, 0, highest) * 255 + highest / 2) / highest);
}

Samples ToSamples(const opj_image_t& image, int used) {
  Samples samples;
  samples.width_px = static_cast<int>(image.comps[0].w);
  samples.height_px = static_cast<int>(image.comps[0].h);
  samples.components = used;
  const std::size_t pixels =
      static_cast<std::size_t>(samples.width_px) * image.comps[0].h;
  samples.bytes.resize(pixels * static_cast<std::size_t>(used));
  std::uint8_t* to = samples.bytes.data();
  for (std::size_t i = 0; i < pixels; ++i) {
    for (int c = 0; c < used; ++c) *to++ = ToByte(image.comps[c], i);
  }
  return samples;
}

// ITU-R BT.601, full range, as JFIF.
void YccToRgb(std::vector<std::uint8_t>* pixels) {
  const auto byte = [](double value) {
    return static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0));
  };
  for (std::size_t i = 0; i + 2 < pixels->size(); i += 3) {
    std::uint8_t* pixel = pixels->data() + i;
    const double luma = pixel[0];
    const double blue = pixel[1] - 128.0;
    const double red = pixel[2] - 128.0;
    pixel[0] = byte(luma + 1.402 * red);
    pixel[1] = byte(luma - 0.344136 * blue - 0.714136 * red);
    pixel[2] = byte(luma + 1.772 * blue);
  }
}

PageImage ToPage(Image image, int used) {
  const bool is_ycc = image->color_space == OPJ_CLRSPC_SYCC && used == 3;
  const bool one_bit = used == 1 && image->comps[0].prec == 1;
  Samples samples = ToSamples(*image, used);
  image.reset();
  if (is_ycc) YccToRgb(&samples.bytes);
  ColourMap map;
  if (used == 3) map.model = ColourModel::kRgb;
  if (used == 4) map.model = ColourModel::kCmyk;
  PageImage page = ToPageImage(std::move(samples), map);
  page.bilevel = one_bit;
  SetResolution({}, &page);
  return page;
}

}  // namespace

Result<PageImage> DecodeJpeg2000(Bytes bytes, const LoadLimits& limits) {
  Reader reader{bytes};
  const Stream stream = OpenStream(&reader);
  const Codec codec = OpenCodec(bytes);
  opj_image_t* header = nullptr;
  if (opj_read_header(stream.get(), codec.get(), &header) == OPJ_FALSE) {
    return Reason(bytes);
  }
  Image image(header);
  const Status size = CheckSize(std::int64_t{image->x1} - image->x0,
                                std::int64_t{image->y1} - image->y0, limits);
  if (!size) return Fail(size.error());
  if (opj_decode(codec.get(), stream.get(), image.get()) == OPJ_FALSE) {
    return Reason(bytes);
  }
  const int used = ComponentsUsed(*image);
  if (image->numcomps == 0 || !IsEven(*image, used))
    return Unreadable(kJpeg2000What);
  return ToPage(std::move(image), used);
}

}  // namespace donthu
