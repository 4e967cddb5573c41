#include "stages/archive/invisible_font.h"

#include <cstdint>
#include <map>

namespace donthu {
namespace {

// Tables as Microsoft's and Apple's specification of OpenType lay them down.
class Table {
 public:
  Table& Add16(int value) {
    const auto bits = static_cast<std::uint32_t>(value);
    bytes_ += static_cast<char>(bits >> 8U & 0xFFU);
    bytes_ += static_cast<char>(bits & 0xFFU);
    return *this;
  }
  Table& Add32(std::uint32_t value) {
    Add16(static_cast<int>(value >> 16U));
    return Add16(static_cast<int>(value & 0xFFFFU));
  }
  Table& AddText(const char* text) {
    bytes_ += text;
    return *this;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

std::uint32_t CheckSum(const std::string& bytes) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    sum += static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]))
           << (8U * (3U - i % 4U));
  }
  return sum;
}

std::string Head() {
  Table t;
  t.Add32(0x00010000).Add32(0x00010000).Add32(0);  // check sum: later
  t.Add32(0x5F0F3CF5).Add16(3).Add16(kEmUnits);    // magic, flags
  t.Add32(0).Add32(0).Add32(0).Add32(0);           // made, changed: never
  t.Add16(0).Add16(0).Add16(kGlyphUnits).Add16(kEmUnits);
  t.Add16(0).Add16(8).Add16(2).Add16(1).Add16(0);  // long offsets
  return t.bytes();
}

std::string Hhea(int glyphs) {
  Table t;
  t.Add32(0x00010000).Add16(kEmUnits).Add16(0).Add16(0);
  t.Add16(kGlyphUnits).Add16(0).Add16(0).Add16(0).Add16(1);
  for (int i = 0; i < 7; ++i) t.Add16(0);
  return t.Add16(glyphs).bytes();
}

std::string Maxp(int glyphs) {
  Table t;
  t.Add32(0x00010000).Add16(glyphs);
  t.Add16(0).Add16(0).Add16(0).Add16(0).Add16(1);
  for (int i = 0; i < 8; ++i) t.Add16(0);
  return t.bytes();
}

std::string Os2() {
  Table t;
  t.Add16(3).Add16(kGlyphUnits).Add16(400).Add16(5).Add16(0);
  for (int i = 0; i < 11; ++i) t.Add16(0);
  t.Add32(0).Add32(0);                    // panose begins …
  t.Add16(0);                             // … and ends
  t.Add32(0).Add32(0).Add32(0).Add32(0);  // Unicode ranges
  t.AddText("NONE").Add16(0x40).Add16(32).Add16(0xFFFF);
  t.Add16(kEmUnits).Add16(0).Add16(0).Add16(kEmUnits).Add16(0);
  t.Add32(0).Add32(0);  // code pages
  t.Add16(kGlyphUnits).Add16(kEmUnits).Add16(0).Add16(32).Add16(0);
  return t.bytes();
}

// One segment that maps nothing: the PDF's own CMap does that.
std::string Cmap() {
  Table t;
  t.Add16(0).Add16(1).Add16(3).Add16(1).Add32(12);
  t.Add16(4).Add16(24).Add16(0).Add16(2).Add16(2).Add16(0).Add16(0);
  t.Add16(0xFFFF).Add16(0).Add16(0xFFFF).Add16(1).Add16(0);
  return t.bytes();
}

// The one name that others are told of: PostScript's.
std::string Name() {
  constexpr int kPostScriptName = 6;
  const std::string name = kInvisibleFontName;
  Table t;
  t.Add16(0).Add16(1).Add16(18);
  t.Add16(1).Add16(0).Add16(0).Add16(kPostScriptName);
  t.Add16(static_cast<int>(name.size())).Add16(0).AddText(kInvisibleFontName);
  return t.bytes();
}

std::string Post() {
  Table t;
  t.Add32(0x00030000);
  for (int i = 0; i < 7; ++i) t.Add32(0);
  return t.bytes();
}

std::string Hmtx(int glyphs) {
  Table t;
  for (int i = 0; i < glyphs; ++i) t.Add16(kGlyphUnits).Add16(0);
  return t.bytes();
}

std::string Assembled(const std::map<std::string, std::string>& tables) {
  const auto count = static_cast<int>(tables.size());
  int power = 1;
  int exponent = 0;
  for (; power * 2 <= count; power *= 2) ++exponent;
  Table directory;
  directory.Add32(0x00010000).Add16(count);
  directory.Add16(power * 16).Add16(exponent).Add16((count - power) * 16);
  std::string body;
  const std::size_t start = 12 + 16 * tables.size();
  for (const auto& [tag, bytes] : tables) {
    directory.AddText(tag.c_str()).Add32(CheckSum(bytes));
    directory.Add32(static_cast<std::uint32_t>(start + body.size()));
    directory.Add32(static_cast<std::uint32_t>(bytes.size()));
    body += bytes;
    body.resize((body.size() + 3) / 4 * 4, '\0');
  }
  return directory.bytes() + body;
}

}  // namespace

std::string InvisibleFont(int glyphs) {
  constexpr std::uint32_t kWhole = 0xB1B0AFBA;
  const int all = glyphs + 1;
  const std::size_t loca = 4 * (static_cast<std::size_t>(all) + 1);
  std::map<std::string, std::string> tables = {
      {"OS/2", Os2()},
      {"cmap", Cmap()},
      {"glyf", std::string(4, '\0')},
      {"head", Head()},
      {"hhea", Hhea(all)},
      {"hmtx", Hmtx(all)},
      {"loca", std::string(loca, '\0')},
      {"maxp", Maxp(all)},
      {"name", Name()},
      {"post", Post()}};
  const std::uint32_t adjustment = kWhole - CheckSum(Assembled(tables));
  tables["head"].replace(8, 4, Table().Add32(adjustment).bytes());
  // The check sum of `head` in the directory leaves the adjustment out.
  std::string font = Assembled(tables);
  const std::size_t entry = font.find("head");
  font.replace(entry + 4, 4, Table().Add32(CheckSum(Head())).bytes());
  return font;
}

}  // namespace donthu
