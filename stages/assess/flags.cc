#include "stages/assess/flags.h"

#include <algorithm>

#include "stages/assess/folding.h"

namespace donthu {
namespace {

// Case folded, line ends as spaces, so that a phrase may run over a line.
std::string Plain(std::string_view text) {
  std::string plain = CaseFolded(text);
  std::replace(plain.begin(), plain.end(), '\n', ' ');
  return plain;
}

bool HoldsPhrase(std::string text, const FlagRow& row) {
  for (const std::string& phrase : row.unless) {
    for (std::size_t at = text.find(phrase); at != std::string::npos;
         at = text.find(phrase, at)) {
      text.replace(at, phrase.size(), "|");
    }
  }
  return std::any_of(row.phrases.begin(), row.phrases.end(),
                     [&](const std::string& phrase) {
                       return text.find(phrase) != std::string::npos;
                     });
}

int Signers(const Fields& fields) {
  const int named = static_cast<int>(fields.senders.size());
  return fields.signer_count ? std::max(named, fields.signer_count->value)
                             : named;
}

bool Fires(const FlagRow& row, const Fields& fields, const std::string& text) {
  if (row.id == "nac_danh") return fields.anonymous.value == true;
  if (row.id == "dong_nguoi") return Signers(fields) >= row.at_least;
  if (row.id == "gui_nhieu_noi") {
    return static_cast<int>(fields.recipients.size()) >= row.at_least;
  }
  return HoldsPhrase(text, row);
}

}  // namespace

std::vector<std::string> RaiseFlags(const Assess::Input& input,
                                    const LegalTables& tables) {
  const std::string text = Plain(input.letter.text);
  std::vector<std::string> flags;
  for (const FlagRow& row : tables.flags) {
    if (Fires(row, input.fields, text)) flags.push_back(row.id);
  }
  return flags;
}

}  // namespace donthu
