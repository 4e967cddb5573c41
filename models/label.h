// The classes of a letter.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace donthu {

// By content, purpose and request, never by title: Thông tư 05/2021/TT-TTCP
// Điều 6 khoản 1. Kiến nghị and phản ánh are one class in law; splitting
// them is this project's refinement.
enum class Label {
  kKhieuNai = 0,
  kToCao = 1,
  kKienNghi = 2,
  kPhanAnh = 3,
  kHonHop = 4,  // several of the above, each with its own object and request
  kKhac = 5,    // none of the above
};
inline constexpr std::array<Label, 6> kLabels = {
    Label::kKhieuNai, Label::kToCao,  Label::kKienNghi,
    Label::kPhanAnh,  Label::kHonHop, Label::kKhac};

// The classes of Thông tư 05/2021/TT-TTCP Điều 6 khoản 1 điểm a to d, and
// what belongs to none.
enum class LegalClass {
  kKhieuNai = 0,
  kToCao = 1,
  kKienNghiPhanAnh = 2,
  kNhieuNoiDung = 3,
  kKhongThuoc = 4,
};

std::string_view ToString(Label label);  // "khieu_nai" …
std::optional<Label> LabelFromString(std::string_view name);
std::string_view ToString(LegalClass legal_class);
std::optional<LegalClass> LegalClassFromString(std::string_view name);
LegalClass LegalClassOf(Label label);

}  // namespace donthu
