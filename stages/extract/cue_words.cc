#include "stages/extract/cue_words.h"

#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace donthu {

WordRoles RolesOf(const Hashed& word) {
  // By hash: every word of a letter is looked up.
  static const auto kRoles = [] {
    const std::vector<std::pair<WordRoles, std::vector<std::string_view>>>
        lists = {
            {kLeadsOn,
             {"toi",  "tui",   "em",   "con", "chau",  "chung", "ong",   "ba",
              "anh",  "chi",   "thay", "co",  "chu",   "bac",   "do",    "cua",
              "bi",   "khieu", "to",   "cao", "nghi",  "yeu",   "cau",   "xin",
              "mong", "kem",   "dinh", "gui", "quyet", "thong", "bao",   "ket",
              "luan", "ban",   "an",   "so",  "ngay",  "sinh",  "sanh",  "cccd",
              "cmnd", "cap",   "chi",  "ngu", "tru",   "thoai", "lien",  "lac",
              "tai",  "o",     "ten",  "voi", "ky",    "lam",   "truoc", "theo",
              "va",   "cung",  "doi",  "ve"}},
            {kIsTitle,
             {"ong", "ba", "anh", "chi", "thay", "co", "chu", "bac", "cau",
              "di", "ten", "thang"}},
            {kHeadsBodyAlone,
             {"ubnd", "hdnd",  "so",   "phong",  "cuc",  "hat",  "truong",
              "doi",  "tram",  "htx",  "cty",    "khoa", "thcs", "thpt",
              "bhxh", "vksnd", "tand", "vpdkdd", "bqt",  "bql"}},
            {kHeadsBodyWithNext,
             {"uy",   "ban",   "hoi", "chi",  "cong",  "van",  "trung",
              "hop",  "thanh", "bao", "benh", "toa",   "vien", "ngan",
              "tong", "nha",   "xi",  "nong", "lam",   "lien", "dang",
              "kho",  "dien",  "buu", "mat",  "doanh", "quy",  "bo"}},
            {kIsNextOfBodyHead,
             {"ban",    "quan",   "chi",  "giam", "to",    "giai", "dong",
              "cuc",    "nhanh",  "an",   "ty",   "phong", "tam",  "tac",
              "tra",    "hiem",   "vien", "kiem", "hang",  "cong", "may",
              "nghiep", "truong", "doan", "phu",  "uy",    "bac",  "luc",
              "tran",   "tin",    "tai",  "nong", "y",     "xay",  "giao"}},
            {kIsUnit,
             {"tinh", "huyen", "quan", "xa", "phuong", "tran", "pho", "thon",
              "khu", "ap", "to", "ban", "buon", "xom"}},
        };
    std::unordered_map<std::uint64_t, WordRoles> roles;
    for (const auto& [role, words] : lists) {
      for (const std::string_view one : words) {
        WordRoles& all = roles[Hashed(one).hash];
        all = static_cast<WordRoles>(all | role);
      }
    }
    return roles;
  }();
  const auto found = kRoles.find(word.hash);
  return found == kRoles.end() ? WordRoles{0} : found->second;
}

}  // namespace donthu
