#include "stages/extract/cue_words.h"

#include <unordered_set>

namespace donthu {

bool LeadsOn(std::string_view word) {
  static const std::unordered_set<std::string_view> kLeads = {
      "toi",  "tui",   "em",   "con", "chau",  "chung", "ong",   "ba",
      "anh",  "chi",   "thay", "co",  "chu",   "bac",   "do",    "cua",
      "bi",   "khieu", "to",   "cao", "nghi",  "yeu",   "cau",   "xin",
      "mong", "kem",   "dinh", "gui", "quyet", "thong", "bao",   "ket",
      "luan", "ban",   "an",   "so",  "ngay",  "sinh",  "sanh",  "cccd",
      "cmnd", "cap",   "chi",  "ngu", "tru",   "thoai", "lien",  "lac",
      "tai",  "o",     "ten",  "voi", "ky",    "lam",   "truoc", "theo",
      "va",   "cung",  "doi",  "ve"};
  return kLeads.count(word) != 0;
}

bool IsTitle(std::string_view word) {
  static const std::unordered_set<std::string_view> kTitles = {
      "ong", "ba",  "anh", "chi", "thay", "co",
      "chu", "bac", "cau", "di",  "ten",  "thang"};
  return kTitles.count(word) != 0;
}

bool HeadsBody(std::string_view word, std::string_view next) {
  static const std::unordered_set<std::string_view> kAlone = {
      "ubnd", "hdnd",  "so",   "phong",  "cuc",  "hat",  "truong",
      "doi",  "tram",  "htx",  "cty",    "khoa", "thcs", "thpt",
      "bhxh", "vksnd", "tand", "vpdkdd", "bqt",  "bql"};
  static const std::unordered_set<std::string_view> kFirst = {
      "uy",   "ban",   "hoi", "chi",  "cong",  "van",  "trung",
      "hop",  "thanh", "bao", "benh", "toa",   "vien", "ngan",
      "tong", "nha",   "xi",  "nong", "lam",   "lien", "dang",
      "kho",  "dien",  "buu", "mat",  "doanh", "quy",  "bo"};
  static const std::unordered_set<std::string_view> kSecond = {
      "ban",    "quan",   "chi",  "giam", "to",    "giai", "dong",
      "cuc",    "nhanh",  "an",   "ty",   "phong", "tam",  "tac",
      "tra",    "hiem",   "vien", "kiem", "hang",  "cong", "may",
      "nghiep", "truong", "doan", "phu",  "uy",    "bac",  "luc",
      "tran",   "tin",    "tai",  "nong", "y",     "xay",  "giao"};
  if (kAlone.count(word) != 0) return true;
  return kFirst.count(word) != 0 && kSecond.count(next) != 0;
}

bool IsUnit(std::string_view word) {
  static const std::unordered_set<std::string_view> kUnits = {
      "tinh", "huyen", "quan", "xa", "phuong", "tran", "pho",
      "thon", "khu",   "ap",   "to", "ban",    "buon", "xom"};
  return kUnits.count(word) != 0;
}

}  // namespace donthu
