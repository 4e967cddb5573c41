#include "models/legacy_encodings.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "models/vietnamese.h"

namespace donthu {
namespace {

// 0xA1 to 0xFE of TCVN 5712:1993 VN3; 0: no letter.
constexpr std::array<char32_t, 0xFF - 0xA1> kTcvn3 = {
    U'Ă', U'Â', U'Ê', U'Ô', U'Ơ', U'Ư', U'Đ', U'ă', U'â', U'ê', U'ô', U'ơ',
    U'ư', U'đ', 0,    0,    0,    0,    0,    0,    U'à', U'ả', U'ã', U'á',
    U'ạ', 0,    U'ằ', U'ẳ', U'ẵ', U'ắ', 0,    0,    0,    0,    0,    0,
    0,    U'ặ', U'ầ', U'ẩ', U'ẫ', U'ấ', U'ậ', U'è', 0,    U'ẻ', U'ẽ', U'é',
    U'ẹ', U'ề', U'ể', U'ễ', U'ế', U'ệ', U'ì', U'ỉ', 0,    0,    0,    U'ĩ',
    U'í', U'ị', U'ò', 0,    U'ỏ', U'õ', U'ó', U'ọ', U'ồ', U'ổ', U'ỗ', U'ố',
    U'ộ', U'ờ', U'ở', U'ỡ', U'ớ', U'ợ', U'ù', 0,    U'ủ', U'ũ', U'ú', U'ụ',
    U'ừ', U'ử', U'ữ', U'ứ', U'ự', U'ỳ', U'ỷ', U'ỹ', U'ý', U'ỵ'};

// What VNI fonts draw above or below the letter before it: its own mark and
// tone in one.
constexpr std::u32string_view kVniMarks = U"ùøûõïâáàåãäêéèúüë";
// For each base letter what it becomes with each of kVniMarks; '-': nothing.
struct VniBase {
  char32_t base;
  std::u32string_view letters;
};
constexpr std::array<VniBase, 7> kVniBases = {{
    {U'a', U"áàảãạâấầẩẫậăắằẳẵặ"},
    {U'e', U"éèẻẽẹêếềểễệ------"},
    {U'o', U"óòỏõọôốồổỗộ------"},
    {U'u', U"úùủũụ------------"},
    {U'y', U"ýỳỷỹ-------------"},
    {U'ô', U"ớờởỡợ------------"},
    {U'ö', U"ứừửữự------------"},
}};
// Letters with a code of their own.
constexpr std::u32string_view kVniAlone = U"ôöñæóòî";
constexpr std::u32string_view kVniLetters = U"ơưđỉĩịỵ";

// By the tones of RFC 1456, in this order.
constexpr std::u32string_view kViqrTones = U"'`?~.";
struct ViqrBase {
  char32_t base;
  char32_t mark;  // 0: none
  char32_t letter;
  std::u32string_view toned;
};
constexpr std::array<ViqrBase, 12> kViqrBases = {{
    {U'a', U'^', U'â', U"ấầẩẫậ"},
    {U'a', U'(', U'ă', U"ắằẳẵặ"},
    {U'e', U'^', U'ê', U"ếềểễệ"},
    {U'o', U'^', U'ô', U"ốồổỗộ"},
    {U'o', U'+', U'ơ', U"ớờởỡợ"},
    {U'u', U'+', U'ư', U"ứừửữự"},
    {U'a', 0, U'a', U"áàảãạ"},
    {U'e', 0, U'e', U"éèẻẽẹ"},
    {U'i', 0, U'i', U"íìỉĩị"},
    {U'o', 0, U'o', U"óòỏõọ"},
    {U'u', 0, U'u', U"úùủũụ"},
    {U'y', 0, U'y', U"ýỳỷỹỵ"},
}};

constexpr char32_t kSoftHyphen = 0x00AD;

char32_t LikeCase(char32_t letter, char32_t model) {
  return IsUpper(model) ? UpperOf(letter) : letter;
}

// PDF writers name two codes of TCVN3 by the glyph that looks alike.
char32_t Tcvn3Code(char32_t c) {
  if (c == 0x03BC) return 0x00B5;
  if (c == 0x2212) return kSoftHyphen;
  return c;
}

char32_t FromTcvn3(char32_t c) {
  const char32_t code = Tcvn3Code(c);
  if (code < 0xA1 || code > 0xFE) return c;
  const char32_t letter = kTcvn3[code - 0xA1];
  return letter == 0 ? c : letter;
}

// The letter that two codes of VNI draw together; 0: none.
char32_t VniPair(char32_t base, char32_t mark) {
  const std::size_t at = kVniMarks.find(LowerOf(mark));
  if (at == std::u32string_view::npos) return 0;
  for (const VniBase& row : kVniBases) {
    if (row.base != LowerOf(base)) continue;
    return row.letters[at] == U'-' ? 0 : LikeCase(row.letters[at], base);
  }
  return 0;
}

char32_t VniAlone(char32_t c) {
  const std::size_t at = kVniAlone.find(LowerOf(c));
  return at == std::u32string_view::npos ? c : LikeCase(kVniLetters[at], c);
}

std::u32string FromVni(std::u32string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t pair =
        i + 1 < text.size() ? VniPair(text[i], text[i + 1]) : 0;
    out += pair != 0 ? pair : VniAlone(text[i]);
    if (pair != 0) ++i;
  }
  return out;
}

const ViqrBase* ViqrBaseAt(std::u32string_view text, std::size_t at) {
  for (const ViqrBase& row : kViqrBases) {
    if (row.base != LowerOf(text[at])) continue;
    if (row.mark == 0) return &row;
    if (at + 1 < text.size() && text[at + 1] == row.mark) return &row;
  }
  return nullptr;
}

// A dot or question mark before a space is a tone only where the sentence goes
// on in small letters.
bool IsPunctuation(std::u32string_view text, std::size_t at) {
  if (text[at] != U'.' && text[at] != U'?') return false;
  if (at + 1 == text.size() || text[at + 1] == U'\n') return true;
  if (text[at + 1] != U' ') return false;
  return at + 2 == text.size() || !IsLetter(text[at + 2]) ||
         IsUpper(text[at + 2]);
}

std::u32string FromViqr(std::u32string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    // RFC 1456: what follows is itself.
    if (c == U'\\' && i + 1 < text.size()) {
      out += text[++i];
      continue;
    }
    if (LowerOf(c) == U'd' && i + 1 < text.size() &&
        LowerOf(text[i + 1]) == U'd') {
      out += LikeCase(U'đ', c);
      ++i;
      continue;
    }
    const ViqrBase* base = ViqrBaseAt(text, i);
    if (base == nullptr) {
      out += c;
      continue;
    }
    if (base->mark != 0) ++i;
    char32_t letter = base->letter;
    if (i + 1 < text.size() && !IsPunctuation(text, i + 1)) {
      const std::size_t tone = kViqrTones.find(text[i + 1]);
      if (tone != std::u32string_view::npos) {
        letter = base->toned[tone];
        ++i;
      }
    }
    out += LikeCase(letter, c);
  }
  return out;
}

bool IsOnlyUnicode(char32_t c) {
  return (c >= 0x1EA0 && c <= 0x1EF9) || c == U'ă' || c == U'Ă' || c == U'đ' ||
         c == U'Đ' || c == U'ơ' || c == U'Ơ' || c == U'ư' || c == U'Ư' ||
         (c >= 0x0300 && c <= 0x036F);
}

bool IsWestern(char32_t c) { return IsLetter(c) || (c >= 0xC0 && c <= 0xFF); }

// A sign that no Western language writes inside a word.
bool IsTcvn3Sign(std::u32string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t code = Tcvn3Code(word[i]);
    const bool sign = code >= 0xA7 && code <= 0xBE;
    if (!sign || code == kSoftHyphen || FromTcvn3(code) == code) continue;
    if (i > 0 && IsWestern(word[i - 1])) return true;
    if (i + 1 < word.size() && IsWestern(word[i + 1])) return true;
    if (word.size() < 2) continue;
    const char32_t beside = word[i == 0 ? 1 : i - 1];
    if (FromTcvn3(beside) != beside) return true;
  }
  return false;
}

bool HasVniPair(std::u32string_view word) {
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    if (VniPair(word[i], word[i + 1]) != 0) return true;
  }
  return false;
}

bool HasViqrMark(std::u32string_view word) {
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    const ViqrBase* base = ViqrBaseAt(word, i);
    if (base == nullptr || base->mark == 0) continue;
    // "a(" also opens a remark, "u+" a sum.
    if (base->mark == U'^' || i + 2 < word.size()) return true;
  }
  return false;
}

struct Signs {
  int words = 0;
  int tcvn3 = 0;
  int vni = 0;
  int viqr = 0;
  int only_unicode = 0;
};

Signs SignsOf(std::u32string_view text) {
  Signs signs;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end =
        std::min(text.find_first_of(U" \t\r\n\u00A0", at), text.size());
    const std::u32string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    ++signs.words;
    signs.tcvn3 += IsTcvn3Sign(word);
    signs.vni += HasVniPair(word);
    signs.viqr += HasViqrMark(word);
    signs.only_unicode += std::any_of(word.begin(), word.end(), &IsOnlyUnicode);
  }
  return signs;
}

}  // namespace

TextEncoding EncodingOf(std::u32string_view text) {
  // One word in so many must show a sign. In Vietnamese every second word of
  // VNI and every third of TCVN3 does; French has "naïf" and "aéré", too.
  constexpr int kTcvn3InWords = 10;
  constexpr int kVniInWords = 4;
  constexpr int kViqrInWords = 10;
  const Signs signs = SignsOf(text);
  const auto enough = [&](int count, int fewest, int in_words) {
    return count >= fewest && count * in_words >= signs.words &&
           count > 2 * signs.only_unicode;
  };
  if (enough(signs.tcvn3, 1, kTcvn3InWords)) return TextEncoding::kTcvn3;
  if (enough(signs.vni, 2, kVniInWords)) return TextEncoding::kVni;
  if (enough(signs.viqr, 2, kViqrInWords)) return TextEncoding::kViqr;
  return TextEncoding::kUnicode;
}

std::u32string FromEncoding(TextEncoding encoding, std::u32string_view text) {
  std::u32string out(text);
  switch (encoding) {
    case TextEncoding::kUnicode:
      return out;
    case TextEncoding::kTcvn3:
      std::transform(out.begin(), out.end(), out.begin(), &FromTcvn3);
      return out;
    case TextEncoding::kVni:
      return FromVni(text);
    case TextEncoding::kViqr:
      return FromViqr(text);
  }
  return out;
}

}  // namespace donthu
