#include "stages/archive/pdf_image_rules.h"

#include <algorithm>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace donthu {
namespace {

using Object = QPDFObjectHandle;

bool IsFilterOfPdfA(Object filter) {
  static const std::set<std::string> kAllowed = {
      "/ASCIIHexDecode", "/ASCII85Decode", "/CCITTFaxDecode", "/DCTDecode",
      "/FlateDecode",    "/JBIG2Decode",   "/RunLengthDecode"};
  if (filter.isNull()) return true;
  if (filter.isName()) return kAllowed.count(filter.getName()) != 0;
  if (!filter.isArray()) return false;
  auto filters = filter.getArrayAsVector();
  return std::all_of(filters.begin(), filters.end(), [](Object& name) {
    return name.isName() && kAllowed.count(name.getName()) != 0;
  });
}

// The profile's header says what the space does (ICC.1, 7.2).
bool IsSoundProfile(Object profile) {
  constexpr std::size_t kHeaderBytes = 128;
  // Of gray or RGB they have some kilobytes; more may be a bomb.
  constexpr std::size_t kMostPackedBytes = std::size_t{256} * 1024;
  static const std::set<std::string> kClasses = {"scnr", "mntr", "prtr",
                                                 "spac"};
  if (!profile.isStream()) return false;
  Object components = profile.getDict().getKey("/N");
  if (!components.isInteger() ||
      profile.getRawStreamData()->getSize() > kMostPackedBytes) {
    return false;
  }
  const auto buffer = profile.getStreamData(qpdf_dl_generalized);
  const std::string bytes(reinterpret_cast<const char*>(buffer->getBuffer()),
                          buffer->getSize());
  if (bytes.size() < kHeaderBytes || bytes[8] > 4) return false;
  const std::string space = bytes.substr(16, 4);
  const bool agrees = (components.getIntValue() == 1 && space == "GRAY") ||
                      (components.getIntValue() == 3 && space == "RGB ");
  return agrees && kClasses.count(bytes.substr(12, 4)) != 0 &&
         bytes.substr(36, 4) == "acsp";
}

bool IsSpaceOfPdfA(Object space, int depth) {
  if (space.isName()) {
    return space.getName() == "/DeviceGray" || space.getName() == "/DeviceRGB";
  }
  if (!space.isArray() || space.getArrayNItems() < 2) return false;
  Object family = space.getArrayItem(0);
  if (!family.isName()) return false;
  const std::string name = family.getName();
  if (name == "/CalGray" || name == "/CalRGB") return true;
  if (name == "/ICCBased") return IsSoundProfile(space.getArrayItem(1));
  return name == "/Indexed" && depth == 0 &&
         IsSpaceOfPdfA(space.getArrayItem(1), depth + 1);
}

}  // namespace

bool IsImageOfPdfA(Object image) {
  Object keys = image.getDict();
  if (!IsFilterOfPdfA(keys.getKey("/Filter")) || !keys.getKey("/F").isNull()) {
    return false;
  }
  Object mask = keys.getKey("/ImageMask");
  if (mask.isBool() && mask.getBoolValue()) return true;
  return IsSpaceOfPdfA(keys.getKey("/ColorSpace"), 0);
}

bool IsBoxOfPdfA(Object box) {
  if (!box.isRectangle()) return false;
  const auto r = box.getArrayAsRectangle();
  const auto fits = [](double side) { return side >= 3.0 && side <= 14'400.0; };
  return fits(r.urx - r.llx) && fits(r.ury - r.lly);
}

void KeepImageKeys(Object image_keys) {
  static const std::set<std::string> kKept = {
      "/Type",   "/Subtype",          "/Width",    "/Height",
      "/Filter", "/DecodeParms",      "/Decode",   "/ColorSpace",
      "/Length", "/BitsPerComponent", "/ImageMask"};
  for (const std::string& key : image_keys.getKeys()) {
    if (kKept.count(key) == 0) image_keys.removeKey(key);
  }
}

}  // namespace donthu
