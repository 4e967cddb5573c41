#include "models/label.h"

namespace donthu {
namespace {

constexpr std::array<std::string_view, 6> kLabelNames = {
    "khieu_nai", "to_cao", "kien_nghi", "phan_anh", "hon_hop", "khac"};
constexpr std::array<std::string_view, 5> kLegalClassNames = {
    "khieu_nai", "to_cao", "kien_nghi_phan_anh", "nhieu_noi_dung",
    "khong_thuoc"};

}  // namespace

std::string_view ToString(Label label) {
  return kLabelNames[static_cast<std::size_t>(label)];
}

std::optional<Label> LabelFromString(std::string_view name) {
  for (const Label label : kLabels) {
    if (ToString(label) == name) return label;
  }
  return std::nullopt;
}

std::string_view ToString(LegalClass legal_class) {
  return kLegalClassNames[static_cast<std::size_t>(legal_class)];
}

std::optional<LegalClass> LegalClassFromString(std::string_view name) {
  for (std::size_t i = 0; i < kLegalClassNames.size(); ++i) {
    if (kLegalClassNames[i] == name) return static_cast<LegalClass>(i);
  }
  return std::nullopt;
}

LegalClass LegalClassOf(Label label) {
  switch (label) {
    case Label::kKhieuNai:
      return LegalClass::kKhieuNai;
    case Label::kToCao:
      return LegalClass::kToCao;
    case Label::kKienNghi:
    case Label::kPhanAnh:
      return LegalClass::kKienNghiPhanAnh;
    case Label::kHonHop:
      return LegalClass::kNhieuNoiDung;
    case Label::kKhac:
      break;
  }
  return LegalClass::kKhongThuoc;
}

}  // namespace donthu
