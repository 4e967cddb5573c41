// Vietnamese typed before Unicode: fonts that drew Vietnamese letters for the
// codes of Western European ones, and the mnemonics of mail.
#pragma once

#include <string>
#include <string_view>

namespace donthu {

enum class TextEncoding {
  kUnicode,
  kTcvn3,  // TCVN 5712:1993, the third table; fonts .VnTime, .VnArial ("ABC")
  kVni,    // a letter and a mark of its own: fonts VNI-Times …
  kViqr,   // RFC 1456: Vie^.t
};

// What `text` is written in, told by what stands inside its words. Text with
// letters that only Unicode has is kUnicode; so is Spanish, French, German.
TextEncoding EncodingOf(std::u32string_view text);

// The text in Unicode, composed. What the encoding has no letter for stays.
// Fonts of capitals (.VnTimeH) give small letters: which font it was the text
// does not tell.
std::u32string FromEncoding(TextEncoding encoding, std::u32string_view text);

}  // namespace donthu
