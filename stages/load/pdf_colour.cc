#include "stages/load/pdf_colour.h"

#include <algorithm>
#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <utility>
#include <vector>

#include "stages/load/pdf_stream.h"

namespace donthu {
namespace {

std::optional<ColourMap> Plain(ColourModel model) {
  ColourMap map;
  map.model = model;
  return map;
}

std::optional<ColourMap> ByName(const std::string& name) {
  static const std::map<std::string, ColourModel> kModels = {
      {"/DeviceGray", ColourModel::kGray}, {"/G", ColourModel::kGray},
      {"/CalGray", ColourModel::kGray},    {"/DeviceRGB", ColourModel::kRgb},
      {"/RGB", ColourModel::kRgb},         {"/CalRGB", ColourModel::kRgb},
      {"/DeviceCMYK", ColourModel::kCmyk}, {"/CMYK", ColourModel::kCmyk}};
  const auto found = kModels.find(name);
  if (found == kModels.end()) return std::nullopt;
  return Plain(found->second);
}

std::optional<ColourMap> ByComponents(int components) {
  switch (components) {
    case 1:
      return Plain(ColourModel::kGray);
    case 3:
      return Plain(ColourModel::kRgb);
    case 4:
      return Plain(ColourModel::kCmyk);
    default:
      return std::nullopt;
  }
}

// `most` bytes of it, 0 where it is shorter. Empty where it is damaged.
std::vector<std::uint8_t> Lookup(QPDFObjectHandle table, std::size_t most) {
  std::vector<std::uint8_t> bytes(most);
  if (table.isString()) {
    const std::string text = table.getStringValue();
    std::copy_n(text.begin(), std::min(most, text.size()), bytes.begin());
  } else if (table.isStream()) {
    if (!UnpackInto(table, &bytes).sound) return {};
  }
  return bytes;
}

// The lookup table is itself an image of one row in the base space.
std::optional<ColourMap> Indexed(QPDFObjectHandle space) {
  const auto base = ReadColourSpace(space.getArrayItem(1));
  const int highest = IntegerOf(space.getArrayItem(2));
  if (!base || base->model == ColourModel::kPalette || highest < 0 ||
      highest > 255) {
    return std::nullopt;
  }
  Samples row;
  row.width_px = highest + 1;
  row.height_px = 1;
  row.components = ComponentsOf(base->model);
  row.bytes = Lookup(space.getArrayItem(3), RowBytes(row));
  if (row.bytes.empty()) return std::nullopt;
  const PageImage colours = ToPageImage(std::move(row), *base);
  ColourMap map;
  map.model = ColourModel::kPalette;
  const auto step = static_cast<std::size_t>(BytesPerPixel(colours.format));
  for (std::size_t i = 0; i < colours.pixels.size(); i += step) {
    const std::uint8_t* pixel = colours.pixels.data() + i;
    map.palette.push_back({pixel[0], pixel[step / 2], pixel[step - 1]});
  }
  return map;
}

}  // namespace

std::optional<ColourMap> ReadColourSpace(QPDFObjectHandle space) {
  if (space.isName()) return ByName(space.getName());
  if (!space.isArray() || space.getArrayNItems() < 1 ||
      !space.getArrayItem(0).isName()) {
    return std::nullopt;
  }
  const std::string name = space.getArrayItem(0).getName();
  const int items = space.getArrayNItems();
  if ((name == "/Indexed" || name == "/I") && items >= 4) {
    QPDFObjectHandle base = space.getArrayItem(1);
    const bool nested = base.isArray() && base.getArrayNItems() > 0 &&
                        (base.getArrayItem(0).isNameAndEquals("/Indexed") ||
                         base.getArrayItem(0).isNameAndEquals("/I"));
    return nested ? std::nullopt : Indexed(space);
  }
  if (name == "/ICCBased" && items >= 2 && space.getArrayItem(1).isStream()) {
    return ByComponents(
        IntegerOf(space.getArrayItem(1).getDict().getKey("/N")));
  }
  return ByName(name);
}

int IntegerOf(QPDFObjectHandle object) {
  int value = 0;
  return object.isInteger() && object.getValueAsInt(value) ? value : 0;
}

bool IsTrue(QPDFObjectHandle object) {
  return object.isBool() && object.getBoolValue();
}

}  // namespace donthu
