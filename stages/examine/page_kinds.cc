#include "stages/examine/page_kinds.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace donthu {
namespace {

using Lines = std::vector<PlainLine>;
using Phrases = std::vector<std::string_view>;

constexpr int kTitleWords = 14;
constexpr double kTitleCapitals = 0.7;
constexpr double kUpperHalf = 0.55;
constexpr int kSignWords = 5;
constexpr int kWritersWords = 4;  // "tôi" this often: the writer speaks
constexpr int kEnvelopeWords = 70;
constexpr int kCardWords = 220;      // both sides of two cards
constexpr int kTransferWords = 350;  // one page of an office's prose

bool IsTitle(const PlainLine& line) {
  return line.words <= kTitleWords && line.capitals >= kTitleCapitals;
}

bool Begins(std::string_view text, std::string_view phrase) {
  return text.substr(0, phrase.size()) == phrase && Says(text, phrase);
}

bool SaysAny(std::string_view text, const Phrases& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](auto phrase) { return Says(text, phrase); });
}

bool BeginsAny(std::string_view text, const Phrases& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](auto phrase) { return Begins(text, phrase); });
}

bool AnyLine(const Lines& lines, const Phrases& phrases) {
  return std::any_of(lines.begin(), lines.end(), [&](const PlainLine& line) {
    return SaysAny(line.text, phrases);
  });
}

bool AnyTitle(const Lines& lines, const Phrases& phrases) {
  return std::any_of(lines.begin(), lines.end(), [&](const PlainLine& line) {
    return IsTitle(line) && SaysAny(line.text, phrases);
  });
}

// How many of the phrases stand on the page.
int Named(const Lines& lines, const Phrases& phrases) {
  return static_cast<int>(
      std::count_if(phrases.begin(), phrases.end(),
                    [&](auto phrase) { return AnyLine(lines, {phrase}); }));
}

int WordsOf(const Lines& lines) {
  int words = 0;
  for (const PlainLine& line : lines) words += line.words;
  return words;
}

int TimesSaid(const Lines& lines, std::string_view word) {
  int times = 0;
  for (const PlainLine& line : lines) {
    std::string_view rest = line.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (Says(rest.substr(0, end), word)) ++times;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return times;
}

const Phrases& PetitionTitles() {
  static const Phrases titles = {
      "don khieu nai",   "don to cao",    "don kien nghi", "don phan anh",
      "don de nghi",     "don to giac",   "don keu cuu",   "don cuu xet",
      "don keu oan",     "don trinh bao", "don khoi kien", "don xin",
      "don yeu cau",     "don rut",       "don khieu to",  "don tuong trinh",
      "ban tuong trinh", "thu ngo",       "tam thu",       "don thu"};
  return titles;
}

const Phrases& SignatureWords() {
  static const Phrases words = {
      "nguoi lam don",   "nguoi viet don",  "nguoi dung don",
      "nguoi khieu nai", "nguoi to cao",    "nguoi kien nghi",
      "nguoi phan anh",  "nguoi de nghi",   "nguoi to giac",
      "kinh don",        "nguoi trinh bao", "nguoi lam chung don"};
  return words;
}

bool HasPetitionTitle(const Lines& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const PlainLine& line) {
    return IsTitle(line) && BeginsAny(line.text, PetitionTitles());
  });
}

bool IsTransferNote(const Lines& lines) {
  if (WordsOf(lines) > kTransferWords) return false;
  const bool titled = AnyTitle(
      lines, {"phieu chuyen don", "phieu chuyen", "phieu chuyen don thu"});
  const int cues = Named(
      lines, {"kinh chuyen", "chuyen don", "theo tham quyen", "noi nhan",
              "xem xet, giai quyet", "xem xet giai quyet", "thong bao ket qua",
              "nhan duoc don", "ban tiep cong dan", "so:", "tran trong"});
  const bool subject =
      AnyLine(lines, {"v/v chuyen don", "ve viec chuyen don", "v/v: chuyen don",
                      "v/v chuyen don thu", "v/v chuyen don cua cong dan"});
  return titled ? cues >= 2 : subject && cues >= 3;
}

bool IsEnvelope(const Lines& lines, PageShape shape) {
  if (WordsOf(lines) > kEnvelopeWords) return false;
  const int sides = Named(lines, {"nguoi gui", "noi gui", "ben gui"}) > 0;
  const int receives = Named(lines, {"nguoi nhan", "noi nhan", "ben nhan"}) > 0;
  const int cues =
      Named(lines, {"kinh gui",     "dia chi",      "dien thoai", "dt",
                    "sdt",          "buu dien",     "buu cuc",    "vnpost",
                    "vietnam post", "ems",          "buu chinh",  "tem",
                    "ma buu gui",   "ma buu chinh", "ma so",      "thu bao dam",
                    "from",         "to",           "don thu",    "hoa toc"});
  if (sides + receives == 2) return true;
  const int least = shape == PageShape::kWide ? 1 : 2;
  return sides + receives == 1 && cues >= least;
}

struct Certificate {
  Phrases titles;
  Phrases labels;
  int least_labels;
};

const std::vector<Certificate>& Certificates() {
  static const std::vector<Certificate> all = {
      {{"can cuoc cong dan", "citizen identity card", "chung minh nhan dan",
        "the can cuoc", "can cuoc", "identity card", "ho chieu", "passport"},
       {"ho va ten",
        "full name",
        "ngay sinh",
        "sinh ngay",
        "date of birth",
        "gioi tinh",
        "quoc tich",
        "nationality",
        "que quan",
        "nguyen quan",
        "place of origin",
        "noi thuong tru",
        "noi dkhk thuong tru",
        "place of residence",
        "co gia tri den",
        "date of expiry",
        "dac diem nhan dang",
        "dau vet rieng",
        "dan toc",
        "ngon tro trai",
        "ngon tro phai"},
       3},
      {{"quyen su dung dat"},
       {"thua dat so", "thua dat", "to ban do so", "dien tich",
        "hinh thuc su dung", "muc dich su dung", "thoi han su dung",
        "nguon goc su dung", "so vao so", "nguoi su dung dat",
        "nguoi su dung dat, chu so huu nha o", "tai san gan lien voi dat"},
       4},
      {{"giay khai sinh", "trich luc khai sinh"},
       {"ho, chu dem, ten", "ho va ten", "ngay, thang, nam sinh", "noi sinh",
        "que quan", "dan toc", "quoc tich", "gioi tinh", "nguoi di khai sinh",
        "ghi bang chu"},
       3},
      {{"so ho khau", "ho khau gia dinh"},
       {"ho va ten chu ho", "chu ho", "quan he voi chu ho", "noi thuong tru",
        "ho so ho khau so", "so dang ky thuong tru", "ho va ten"},
       2},
      {{"giay chung nhan ket hon", "giay dang ky ket hon", "trich luc ket hon"},
       {"ho va ten", "dan toc", "quoc tich", "noi cu tru", "giay to tuy than",
        "ho, chu dem, ten"},
       2},
      {{"giay chung tu", "trich luc khai tu", "giay bao tu"},
       {"ho va ten", "ho, chu dem, ten", "da chet", "noi chet", "dan toc",
        "quoc tich", "nguyen nhan chet", "gioi tinh"},
       2}};
  return all;
}

// Machine readable zone: ICAO 9303.
bool HasMachineZone(const Lines& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const PlainLine& line) {
    const bool starts =
        line.text.substr(0, 5) == "idvnm" || line.text.substr(0, 5) == "p<vnm";
    return starts || line.text.find("<<<<") != std::string::npos;
  });
}

bool IsCertificate(const Lines& lines) {
  if (HasMachineZone(lines) && WordsOf(lines) <= kCardWords) return true;
  return std::any_of(Certificates().begin(), Certificates().end(),
                     [&](const Certificate& certificate) {
                       const bool card = &certificate == Certificates().data();
                       if (card && WordsOf(lines) > kCardWords) return false;
                       return AnyTitle(lines, certificate.titles) &&
                              Named(lines, certificate.labels) >=
                                  certificate.least_labels;
                     });
}

// "Số: 123/QĐ-UBND" in the upper half.
bool HasOfficeNumber(const Lines& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const PlainLine& line) {
    return line.top < kUpperHalf &&
           (Begins(line.text, "so:") || Begins(line.text, "so")) &&
           line.text.find('/') != std::string::npos && line.words <= 16;
  });
}

bool HasOfficeTitle(const Lines& lines) {
  static const Phrases titles = {
      "quyet dinh",   "thong bao",     "bien ban",        "ket luan",
      "hop dong",     "ban an",        "giay moi",        "to trinh",
      "bao cao",      "giay xac nhan", "giay uy quyen",   "giay bien nhan",
      "giay hen",     "trich luc",     "phuong an",       "giay vay tien",
      "hoa don",      "bien lai",      "phieu thu",       "cong van",
      "van ban",      "bang ke",       "bang tinh",       "giay chuyen nhuong",
      "giay mua ban", "giay cam ket",  "giay chung nhan", "ke hoach"};
  return std::any_of(lines.begin(), lines.end(), [](const PlainLine& line) {
    return line.top < kUpperHalf && IsTitle(line) &&
           BeginsAny(line.text, titles);
  });
}

}  // namespace

bool IsPetitionPage(const Lines& lines) {
  return HasPetitionTitle(lines) || EndsPetition(lines) ||
         AnyLine(lines,
                 {"toi ten la", "ten toi la", "chung toi gom", "lam don nay",
                  "viet don nay", "chung toi la cac ho", "toi xin cam doan",
                  "toi cam doan", "toi xin cam ket", "chung toi cam doan"}) ||
         TimesSaid(lines, "toi") >= kWritersWords;
}

bool EndsPetition(const Lines& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const PlainLine& line) {
    return line.words <= kSignWords && BeginsAny(line.text, SignatureWords());
  });
}

std::optional<PageStatus> KindBySelf(const Lines& lines, PageShape shape) {
  if (lines.empty() || IsPetitionPage(lines)) return std::nullopt;
  if (IsTransferNote(lines)) return PageStatus::kTransferNote;
  if (IsCertificate(lines)) return PageStatus::kAttachment;
  if (IsEnvelope(lines, shape)) return PageStatus::kEnvelope;
  return std::nullopt;
}

bool IsOfficeDocument(const Lines& lines) {
  if (!HasOfficeTitle(lines)) return false;
  const int cues = Named(
      lines, {"noi nhan", "can cu", "dieu 1", "ben a", "ben b", "thanh phan",
              "luu: vt", "luu vt", "xet de nghi", "theo de nghi", "hom nay",
              "tm. uy ban nhan dan", "kt. chu tich", "chu tich", "giam doc"});
  return HasOfficeNumber(lines) ? cues >= 1 : cues >= 2;
}

}  // namespace donthu
