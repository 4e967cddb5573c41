#include "stages/load/tiff_stream.h"

#include <tiffio.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>

namespace donthu {
namespace {

tmsize_t Read(thandle_t handle, void* to, tmsize_t count) {
  auto* stream = static_cast<TiffStream*>(handle);
  if (stream->at >= stream->bytes.size() || count <= 0) return 0;
  const std::size_t taken = std::min(static_cast<std::size_t>(count),
                                     stream->bytes.size() - stream->at);
  std::memcpy(to, stream->bytes.data() + stream->at, taken);
  stream->at += taken;
  return static_cast<tmsize_t>(taken);
}

tmsize_t Write(thandle_t, void*, tmsize_t) { return 0; }

toff_t Seek(thandle_t handle, toff_t offset, int whence) {
  auto* stream = static_cast<TiffStream*>(handle);
  if (whence == SEEK_CUR) offset += stream->at;
  if (whence == SEEK_END) offset += stream->bytes.size();
  stream->at = offset;
  return offset;
}

int Close(thandle_t) { return 0; }

toff_t Size(thandle_t handle) {
  return static_cast<TiffStream*>(handle)->bytes.size();
}

int Map(thandle_t handle, void** base, toff_t* size) {
  auto* stream = static_cast<TiffStream*>(handle);
  *base = const_cast<std::uint8_t*>(stream->bytes.data());
  *size = stream->bytes.size();
  return 1;
}

void Unmap(thandle_t, void*, toff_t) {}

void Append(std::uint32_t value, std::size_t count,
            std::vector<std::uint8_t>* to) {
  for (std::size_t i = 0; i < count; ++i) {
    to->push_back(static_cast<std::uint8_t>(value >> (8 * i)));
  }
}

}  // namespace

void TiffClose::operator()(tiff* file) const { TIFFClose(file); }

TiffPtr OpenTiffStream(TiffStream* stream) {
  static std::once_flag silenced;
  std::call_once(silenced, [] {
    TIFFSetErrorHandler(nullptr);
    TIFFSetWarningHandler(nullptr);
  });
  return TiffPtr(TIFFClientOpen("memory", "r", stream, &Read, &Write, &Seek,
                                &Close, &Size, &Map, &Unmap));
}

std::uint64_t TiffNumberAt(Bytes file, std::uint64_t at, std::size_t count) {
  if (at > file.size() || count > file.size() - at) return file.size();
  const bool little = file[0] == 'I';
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < count; ++i) {
    number = number << 8 | file[at + (little ? count - 1 - i : i)];
  }
  return number;
}

std::uint64_t NextTiffDirectory(Bytes file, std::uint64_t offset) {
  const bool big = file.size() > 4 && (file[2] == 43 || file[3] == 43);
  const std::size_t count_bytes = big ? 8 : 2;
  const std::uint64_t entries = TiffNumberAt(file, offset, count_bytes);
  const std::uint64_t at = offset + count_bytes + entries * (big ? 20 : 12);
  const std::size_t bytes = big ? 8 : 4;
  if (entries >= file.size() || at + bytes > file.size()) return 0;
  return TiffNumberAt(file, at, bytes);
}

std::vector<std::uint8_t> WrapGroup4(Bytes data, int width_px, int height_px) {
  struct Field {
    std::uint32_t tag;
    std::uint32_t value;
  };
  constexpr std::uint32_t kHeaderBytes = 8;
  constexpr std::uint32_t kLong = 4;
  const auto width = static_cast<std::uint32_t>(width_px);
  const auto height = static_cast<std::uint32_t>(height_px);
  const auto size = static_cast<std::uint32_t>(data.size());
  const std::array fields = {Field{TIFFTAG_IMAGEWIDTH, width},
                             Field{TIFFTAG_IMAGELENGTH, height},
                             Field{TIFFTAG_BITSPERSAMPLE, 1},
                             Field{TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4},
                             Field{TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE},
                             Field{TIFFTAG_STRIPOFFSETS, kHeaderBytes},
                             Field{TIFFTAG_SAMPLESPERPIXEL, 1},
                             Field{TIFFTAG_ROWSPERSTRIP, height},
                             Field{TIFFTAG_STRIPBYTECOUNTS, size}};
  std::vector<std::uint8_t> file = {'I', 'I', 42, 0};
  const std::uint32_t padding = size % 2;
  Append(kHeaderBytes + size + padding, 4, &file);
  file.insert(file.end(), data.begin(), data.end());
  Append(0, padding, &file);
  Append(fields.size(), 2, &file);
  for (const Field& field : fields) {
    Append(field.tag, 2, &file);
    Append(kLong, 2, &file);
    Append(1, 4, &file);
    Append(field.value, 4, &file);
  }
  Append(0, 4, &file);
  return file;
}

}  // namespace donthu
