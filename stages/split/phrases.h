// What lines of letters and of papers by offices begin with or hold, without
// marks (folded.h). Domain brief §6.1 to §6.7.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace donthu {

inline constexpr std::string_view kHeadings[] = {
    "cong hoa xa hoi", "hoi chu nghia", "chu nghia viet nam",
    "tu do - hanh phuc", "doc lap - tu do"};
// Titles, in capitals.
inline constexpr std::string_view kTitles[] = {
    "don ",           "thu ngo",       "thu keu cuu",     "thu phan anh",
    "thu to cao",     "thu gop y",     "thu kien nghi",   "thu cam on",
    "tam thu",        "huyet thu",     "ban kien nghi",   "ban phan anh",
    "ban to cao",     "ban khieu nai", "ban tuong trinh", "giay khieu nai",
    "giay de nghi",   "to khieu nai",  "phan anh",        "khieu nai",
    "to cao",         "kien nghi",     "thu phan",        "thu gui",
    "thu trinh",      "thu yeu cau",   "giay phan anh",   "giay to cao",
    "giay kien nghi", "ban trinh bay", "to trinh bay",    "to giac",
    "khan don",       "gop y",         "y kien gop",      "trinh bay",
};
// In small letters, too, near the top.
inline constexpr std::string_view kSmallTitles[] = {
    "don khieu", "don to ",   "don kien", "don phan",   "don de nghi",
    "don xin",   "don trinh", "don keu",  "don yeu cau"};
inline constexpr std::string_view kSalutations[] = {
    "kinh gui",  "kinh goi",   "dong kinh gui",
    "kinh thua", "kinh trinh", "kinh chuyen"};
// Less formal ones.
inline constexpr std::string_view kAddresses[] = {
    "gui ",      "gui:",     "goi ",      "goi:",      "thua ong",
    "thua ba",   "thua cac", "thua quy",  "thua may",  "thua chu",
    "thua anh",  "thua co",  "thua dong", "thua thu",  "thua toa",
    "kinh thua", "than gui", "noi gui",   "noi nhan:", "nguoi nhan",
};
// Whom petitions are written to; offices answer persons.
inline constexpr std::string_view kOffices[] = {
    "uy ban",   "ubnd",     "chu tich", "thanh tra", "cong an",
    "toa an",   "hoi dong", "giam doc", "vien kiem", "tinh uy",
    "huyen uy", "chi cuc",  "tong cuc", "ban tiep",  "van phong",
    "quoc hoi", " so ",     " bo ",     " phong ",   " cuc "};
inline constexpr std::string_view kOpenings[] = {
    "toi ten",
    "ten toi",
    "toi la",
    "ho va ten",
    "ho ten",
    "chung toi gom",
    "chung toi la",
    "ten chung toi",
    "nguoi khieu nai:",
    "nguoi to cao:",
    "tui ten",
    "tui la",
    "em ten",
    "chau ten",
    "con ten",
    "toi, ",
    "toi: ",
    "chung toi,",
    "chung toi:",
    "chung tui",
    "chung em",
    "chung chau",
    "ten em",
    "ten chau",
    "ten tui",
    "nguoi lam don:",
    "nguoi viet don:",
    "nguoi viet:",
    "nguoi gui:",
    "nguoi phan anh:",
    "nguoi kien nghi:",
};
// How a person presents himself.
inline constexpr std::string_view kSelves[] = {
    "sinh nam",   "sanh nam",   "cccd",    "cmnd",      "can cuoc",
    "chung minh", "thuong tru", "tru tai", "ngu tai",   "cu ngu",
    "hien o",     "cu tru",     "tam tru", "dien thoai"};
// Papers that are enclosed, in capitals.
inline constexpr std::string_view kOfficePapers[] = {
    "quyet dinh",   "thong bao",
    "ket luan",     "bien ban",
    "hop dong",     "hoa don",
    "bien lai",     "can cuoc",
    "the can cuoc", "chung minh nhan dan",
    "ban an",       "nghi quyet",
    "to trinh",     "bao cao",
    "danh sach",    "bang ke",
    "bang tinh",    "phu luc",
    "so do",        "trich luc",
    "trich do",     "vi bang",
    "to khai",      "cong van",
    "ban sao",      "so ho khau",
    "di chuc",      "van ban",
    "trich sao",    "ket qua",
    "sao ke",       "bang luong",
    "bang diem",    "bang tong",
    "anh chup",     "hinh anh",
    "so tiet kiem", "nhan danh",
    "ly lich",      "hoc ba",
    "bang cap",     "quyet toan",
    "du toan",      "huong dan",
    "ke hoach",     "tong hop",
    "xac nhan",     "benh an",
    "bien nhan",    "giay ",
    "phieu ",       "ban cam",
    "ban khai",     "ban ve",
    "ban do",       "ban dang",
    "ban thoa",     "ban nhan",
    "ban giao",     "the bao",
    "the hoi"};
// What such papers say, and letters seldom.
inline constexpr std::string_view kOfficeWords[] = {"can cu luat",
                                                    "can cu nghi",
                                                    "can cu quyet",
                                                    "can cu thong tu",
                                                    "can cu bien ban",
                                                    "can cu dieu",
                                                    "xet de nghi",
                                                    "xet to trinh",
                                                    "xet don",
                                                    "dieu 1",
                                                    "dieu 2",
                                                    "dieu 3",
                                                    "noi nhan",
                                                    "luu: ",
                                                    "luu vt",
                                                    "tm. ",
                                                    "kt. ",
                                                    "quyet nghi",
                                                    "de nghi ong",
                                                    "de nghi ba",
                                                    "thong bao cho",
                                                    "thong bao de",
                                                    "ben a",
                                                    "ben b",
                                                    "thua dat so",
                                                    "to ban do so",
                                                    "bang chu",
                                                    "gom co",
                                                    "chung toi gom co",
                                                    "co trach nhiem",
                                                    "thi hanh quyet dinh",
                                                    "ke tu ngay ky",
                                                    "ma so",
                                                    "so luong",
                                                    "don gia",
                                                    "thanh tien",
                                                    "tong cong",
                                                    "thoi gian",
                                                    "thoi han",
                                                    "chu ho",
                                                    "so seri",
                                                    "ma khach hang",
                                                    "gioi tinh",
                                                    "ngay cap",
                                                    "ghi chu"};
inline constexpr std::string_view kTransfers[] = {"phieu chuyen", "chuyen don"};
inline constexpr std::string_view kSignOffs[] = {
    "nguoi lam don",   "nguoi viet don", "nguoi dung don",
    "nguoi khieu nai", "nguoi to cao",   "nguoi kien nghi",
    "nguoi phan anh",  "nguoi de nghi",  "nguoi viet",
    "nguoi ky",        "nguoi dai dien", "nguoi trinh bay",
    "nguoi gui",       "nguoi yeu cau",  "nguoi bao tin",
    "kinh don",        "ky ten",         "dai dien",
    "thay mat",        "ky va ghi ro",   "ky ghi ro",
    "nguoi lam",       "nguoi trinh",    "kinh thu",
    "kinh chao",       "kinh,",          "ky,",
    "diem chi"};
// Who signs for an office.
inline constexpr std::string_view kOfficeSigns[] = {"noi nhan",
                                                    "chu tich",
                                                    "pho chu tich",
                                                    "kt.",
                                                    "tm.",
                                                    "t/m",
                                                    "tl.",
                                                    "tuq",
                                                    "giam doc",
                                                    "pho giam doc",
                                                    "truong phong",
                                                    "pho truong phong",
                                                    "chanh thanh tra",
                                                    "chanh van phong",
                                                    "truong ban",
                                                    "truong thon",
                                                    "truong xom",
                                                    "truong ap",
                                                    "truong cong an",
                                                    "thu truong",
                                                    "thu ky",
                                                    "ke toan",
                                                    "thu quy",
                                                    "hieu truong",
                                                    "tham phan",
                                                    "nguoi lap",
                                                    "nguoi ban",
                                                    "nguoi mua",
                                                    "nguoi nhan",
                                                    "nguoi giao",
                                                    "nguoi nop",
                                                    "nguoi thu",
                                                    "can bo",
                                                    "bac si",
                                                    "ben a",
                                                    "ben b",
                                                    "chu ho",
                                                    "xac nhan cua",
                                                    "hoi dong",
                                                    "cong chung vien",
                                                    "dai dien"};
inline constexpr std::string_view kClosings[] = {"cam on",
                                                 "cam doan",
                                                 "cam ket",
                                                 "tran trong",
                                                 "rat mong",
                                                 "kinh mong",
                                                 "chiu trach nhiem",
                                                 "chiu hoan toan trach nhiem",
                                                 "xin cam doan",
                                                 "biet on",
                                                 "cam ta"};

using Phrases = std::span<const std::string_view>;

inline bool StartsWithOne(std::string_view text, Phrases starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) {
    return text.substr(0, start.size()) == start;
  });
}

inline bool HoldsOne(std::string_view text, Phrases parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return text.find(part) != std::string_view::npos;
  });
}

}  // namespace donthu
