#include "stages/load/samples.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace donthu {
namespace {

// What each sample value (of 16-bit ones the high byte) stands for.
using Table = std::array<std::uint8_t, 256>;

int TableBits(const Samples& samples) { return std::min(samples.bits, 8); }

double DefaultHigh(const ColourMap& map, int highest) {
  return map.model == ColourModel::kPalette ? highest : 1.0;
}

Table MakeTable(const Samples& samples, const ColourMap& map,
                std::size_t component) {
  const int highest = (1 << TableBits(samples)) - 1;
  DecodeRange range{0.0, DefaultHigh(map, highest)};
  if (component < map.decode.size()) range = map.decode[component];
  const double scale = map.model == ColourModel::kPalette ? 1.0 : 255.0;
  Table table{};
  for (int value = 0; value <= highest; ++value) {
    const double meant = range.low + value * (range.high - range.low) / highest;
    table.at(static_cast<std::size_t>(value)) = static_cast<std::uint8_t>(
        std::clamp(std::lround(meant * scale), 0L, 255L));
  }
  return table;
}

class SampleReader {
 public:
  explicit SampleReader(const Samples& samples)
      : samples_(samples), row_bytes_(RowBytes(samples)) {}

  std::uint8_t At(std::size_t row, std::size_t sample) const {
    const std::uint8_t* bytes = samples_.bytes.data() + row * row_bytes_;
    switch (samples_.bits) {
      case 8:
        return bytes[sample];
      case 16:
        return bytes[2 * sample];
      default:
        return Packed(bytes, sample);
    }
  }

 private:
  std::uint8_t Packed(const std::uint8_t* bytes, std::size_t sample) const {
    const auto bits = static_cast<std::size_t>(samples_.bits);
    const std::size_t first = sample * bits;
    const int byte = bytes[first / 8];
    const auto shift = static_cast<int>(8 - bits - first % 8);
    return static_cast<std::uint8_t>((byte >> shift) & ((1 << bits) - 1));
  }

  const Samples& samples_;
  std::size_t row_bytes_;
};

template <typename Put>
void ForEachPixel(const Samples& samples, Put put) {
  const SampleReader reader(samples);
  const auto width = static_cast<std::size_t>(samples.width_px);
  const auto components = static_cast<std::size_t>(samples.components);
  for (std::size_t y = 0; y < static_cast<std::size_t>(samples.height_px);
       ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      put(reader, y, x * components);
    }
  }
}

bool IsIdentity(const Table& table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table.at(i) != i) return false;
  }
  return true;
}

PageImage Blank(const Samples& samples, PixelFormat format) {
  PageImage image;
  image.width_px = samples.width_px;
  image.height_px = samples.height_px;
  image.format = format;
  return image;
}

std::size_t PixelBytes(const PageImage& image) {
  return static_cast<std::size_t>(image.width_px) *
         static_cast<std::size_t>(image.height_px) *
         static_cast<std::size_t>(BytesPerPixel(image.format));
}

// One component through a table; eight pixels a byte are the commonest scan.
PageImage MapGray(Samples samples, const Table& table) {
  PageImage image = Blank(samples, PixelFormat::kGray8);
  if (samples.bits == 8) {
    image.pixels = std::move(samples.bytes);
    if (!IsIdentity(table)) {
      for (std::uint8_t& pixel : image.pixels) pixel = table[pixel];
    }
    return image;
  }
  image.bilevel =
      samples.bits == 1 && table[0] % 255 == 0 && table[1] % 255 == 0;
  image.pixels.resize(PixelBytes(image));
  std::uint8_t* out = image.pixels.data();
  ForEachPixel(samples,
               [&](const SampleReader& reader, std::size_t y, std::size_t at) {
                 *out++ = table[reader.At(y, at)];
               });
  return image;
}

PageImage MapPalette(Samples samples, const ColourMap& map) {
  const Table indexes = MakeTable(samples, map, 0);
  std::array<Rgb, 256> colours{};
  bool gray = true;
  for (std::size_t i = 0; i < colours.size() && !map.palette.empty(); ++i) {
    colours.at(i) = map.palette[std::min<std::size_t>(indexes.at(i),
                                                      map.palette.size() - 1)];
    const Rgb& colour = colours.at(i);
    gray = gray && colour.red == colour.green && colour.red == colour.blue;
  }
  if (gray) {
    Table grays{};
    for (std::size_t i = 0; i < grays.size(); ++i) {
      grays.at(i) = colours.at(i).red;
    }
    return MapGray(std::move(samples), grays);
  }
  PageImage image = Blank(samples, PixelFormat::kRgb24);
  image.pixels.resize(PixelBytes(image));
  std::uint8_t* out = image.pixels.data();
  ForEachPixel(samples,
               [&](const SampleReader& reader, std::size_t y, std::size_t at) {
                 const Rgb& colour = colours[reader.At(y, at)];
                 *out++ = colour.red;
                 *out++ = colour.green;
                 *out++ = colour.blue;
               });
  return image;
}

std::array<Table, 4> MakeTables(const Samples& samples, const ColourMap& map) {
  std::array<Table, 4> tables{};
  for (std::size_t i = 0; i < tables.size(); ++i) {
    tables.at(i) = MakeTable(samples, map, i);
  }
  return tables;
}

PageImage MapRgb(Samples samples, const ColourMap& map) {
  const std::array<Table, 4> tables = MakeTables(samples, map);
  PageImage image = Blank(samples, PixelFormat::kRgb24);
  if (samples.bits == 8 && IsIdentity(tables[0]) && IsIdentity(tables[1]) &&
      IsIdentity(tables[2])) {
    image.pixels = std::move(samples.bytes);
    return image;
  }
  image.pixels.resize(PixelBytes(image));
  std::uint8_t* out = image.pixels.data();
  ForEachPixel(samples,
               [&](const SampleReader& reader, std::size_t y, std::size_t at) {
                 *out++ = tables[0][reader.At(y, at)];
                 *out++ = tables[1][reader.At(y, at + 1)];
                 *out++ = tables[2][reader.At(y, at + 2)];
               });
  return image;
}

// Ink over ink: what is left of the light.
std::uint8_t Light(std::uint8_t ink, std::uint8_t black) {
  return static_cast<std::uint8_t>(((255 - ink) * (255 - black) + 127) / 255);
}

PageImage MapCmyk(const Samples& samples, const ColourMap& map) {
  const std::array<Table, 4> tables = MakeTables(samples, map);
  PageImage image = Blank(samples, PixelFormat::kRgb24);
  image.pixels.resize(PixelBytes(image));
  std::uint8_t* out = image.pixels.data();
  ForEachPixel(
      samples, [&](const SampleReader& reader, std::size_t y, std::size_t at) {
        const std::uint8_t black = tables[3][reader.At(y, at + 3)];
        for (std::size_t ink = 0; ink < 3; ++ink) {
          *out++ = Light(tables.at(ink)[reader.At(y, at + ink)], black);
        }
      });
  return image;
}

}  // namespace

std::size_t RowBytes(const Samples& samples) {
  const auto bits = static_cast<std::size_t>(samples.width_px) *
                    static_cast<std::size_t>(samples.components) *
                    static_cast<std::size_t>(samples.bits);
  return (bits + 7) / 8;
}

int ComponentsOf(ColourModel model) {
  switch (model) {
    case ColourModel::kGray:
    case ColourModel::kPalette:
      return 1;
    case ColourModel::kRgb:
      return 3;
    case ColourModel::kCmyk:
      return 4;
  }
  return 0;
}

PageImage ToPageImage(Samples samples, const ColourMap& map) {
  switch (map.model) {
    case ColourModel::kPalette:
      return MapPalette(std::move(samples), map);
    case ColourModel::kRgb:
      return MapRgb(std::move(samples), map);
    case ColourModel::kCmyk:
      return MapCmyk(samples, map);
    case ColourModel::kGray:
      break;
  }
  const Table table = MakeTable(samples, map, 0);
  return MapGray(std::move(samples), table);
}

void DropNeutralColour(PageImage* image) {
  if (image->format != PixelFormat::kRgb24) return;
  std::vector<std::uint8_t>& pixels = image->pixels;
  for (std::size_t i = 0; i + 2 < pixels.size(); i += 3) {
    if (pixels[i] != pixels[i + 1] || pixels[i] != pixels[i + 2]) return;
  }
  for (std::size_t i = 0; i < pixels.size() / 3; ++i) pixels[i] = pixels[3 * i];
  pixels.resize(pixels.size() / 3);
  pixels.shrink_to_fit();
  image->format = PixelFormat::kGray8;
}

bool IsBlackAndWhite(const PageImage& image) {
  return image.format == PixelFormat::kGray8 &&
         std::ranges::all_of(image.pixels, [](std::uint8_t value) {
           return value == 0 || value == 255;
         });
}

}  // namespace donthu
