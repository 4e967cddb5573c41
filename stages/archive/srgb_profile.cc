#include "stages/archive/srgb_profile.h"

#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace donthu {
namespace {

constexpr int kCurvePoints = 1024;

void Add16(std::string& to, std::uint32_t value) {
  to += static_cast<char>(value >> 8U & 0xFFU);
  to += static_cast<char>(value & 0xFFU);
}

void Add32(std::string& to, std::uint32_t value) {
  Add16(to, value >> 16U);
  Add16(to, value & 0xFFFFU);
}

// s15Fixed16Number.
void AddFixed(std::string& to, double value) {
  Add32(to, static_cast<std::uint32_t>(
                static_cast<std::int32_t>(std::lround(value * 65536.0))));
}

std::string Xyz(double x, double y, double z) {
  std::string tag("XYZ \0\0\0\0", 8);
  AddFixed(tag, x);
  AddFixed(tag, y);
  AddFixed(tag, z);
  return tag;
}

// IEC 61966-2-1, 5.2.
double Linear(double encoded) {
  return encoded <= 0.04045 ? encoded / 12.92
                            : std::pow((encoded + 0.055) / 1.055, 2.4);
}

std::string Curve() {
  std::string tag("curv\0\0\0\0", 8);
  Add32(tag, kCurvePoints);
  for (int i = 0; i < kCurvePoints; ++i) {
    const double light = Linear(i / double{kCurvePoints - 1});
    Add16(tag, static_cast<std::uint32_t>(std::lround(light * 65535.0)));
  }
  return tag;
}

std::string Text(const std::string& text) {
  return std::string("text\0\0\0\0", 8) + text + '\0';
}

std::string Description(const std::string& text) {
  std::string tag("desc\0\0\0\0", 8);
  Add32(tag, static_cast<std::uint32_t>(text.size() + 1));
  tag += text + '\0';
  return tag + std::string(4 + 4 + 2 + 1 + 67, '\0');  // no other scripts
}

std::string Header(std::size_t size) {
  std::string head;
  Add32(head, static_cast<std::uint32_t>(size));
  Add32(head, 0);           // made by no particular module
  Add32(head, 0x02400000);  // version 2.4
  head += "mntrRGB XYZ ";
  Add16(head, 2001);  // the day of the specification, not of the clock
  Add16(head, 4);
  Add16(head, 1);
  head += std::string(6, '\0') + "acsp" + std::string(28, '\0');
  return head + Xyz(0.9642, 1.0, 0.8249).substr(8) + std::string(48, '\0');
}

}  // namespace

std::string SrgbProfile() {
  const std::string curve = Curve();
  // The primaries of ITU-R BT.709, adapted to D50 by Bradford's method.
  const std::vector<std::pair<std::string, std::string>> tags = {
      {"desc", Description("sRGB IEC61966-2.1")},
      {"cprt", Text("No copyright, use freely")},
      {"wtpt", Xyz(0.9505, 1.0, 1.0891)},
      {"rXYZ", Xyz(0.4360, 0.2225, 0.0139)},
      {"gXYZ", Xyz(0.3851, 0.7169, 0.0971)},
      {"bXYZ", Xyz(0.1431, 0.0606, 0.7139)},
      {"rTRC", curve},
      {"gTRC", curve},
      {"bTRC", curve}};
  std::string table;
  Add32(table, static_cast<std::uint32_t>(tags.size()));
  std::string body;
  const std::size_t start = 128 + 4 + 12 * tags.size();
  std::size_t curve_at = 0;
  for (const auto& [name, bytes] : tags) {
    const bool again = curve_at != 0 && bytes == curve;
    const std::size_t at = again ? curve_at : start + body.size();
    if (bytes == curve) curve_at = at;
    table += name;
    Add32(table, static_cast<std::uint32_t>(at));
    Add32(table, static_cast<std::uint32_t>(bytes.size()));
    if (again) continue;
    body += bytes;
    body.resize((body.size() + 3) / 4 * 4, '\0');
  }
  return Header(start + body.size()) + table + body;
}

}  // namespace donthu
