// Names of files, as lists give them.
#include <set>
#include <string>

#include "models/json_rules.h"
#include "pipeline/inbox.h"
#include "stages/normalize/normalize.h"
#include "tests/fuzz/law.h"

namespace donthu {
namespace {

int ValueOf(char digit) {
  return digit <= '9' ? digit - '0' : digit - 'A' + 10;
}

std::string Decoded(std::string_view name) {
  std::string bytes;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] != '%') {
      bytes += name[i];
      continue;
    }
    Law(i + 2 < name.size(), "a percent sign leads two digits");
    bytes +=
        static_cast<char>(ValueOf(name[i + 1]) * 16 + ValueOf(name[i + 2]));
    i += 2;
  }
  return bytes;
}

void CheckEncoded(std::string_view name) {
  const bool is_text = NormalizedText(name).has_value();
  const std::string encoded = PercentEncoded(name);
  Law(NormalizedText(encoded).has_value(), "an encoded name is UTF-8");
  Law(!is_text || encoded == name, "what is UTF-8 stays as it is");
  Law(is_text || Decoded(encoded) == name, "a name can be had back");
}

// Irreflexive, asymmetric, transitive; only what is equal is not ordered.
void CheckOrder(const std::string& a, const std::string& b,
                const std::string& c) {
  Law(!NaturalLess(a, a), "nothing comes before itself");
  Law(!(NaturalLess(a, b) && NaturalLess(b, a)), "order has one direction");
  Law(a == b || NaturalLess(a, b) || NaturalLess(b, a),
      "names that differ are ordered");
  Law(!(NaturalLess(a, b) && NaturalLess(b, c)) || NaturalLess(a, c),
      "order is transitive");
}

void CheckList(std::string_view paths, char separator) {
  const auto inbox = OpenInboxList(paths, separator);
  Law(static_cast<bool>(inbox), "every list can be opened");
  const auto& files = inbox->files;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < files.size(); ++i) {
    Law(seen.insert(files[i].path).second, "a path is listed once");
    Law(IsNonEmpty(files[i].name), "every file has a name");
    CheckEncoded(files[i].path);
    if (i + 1 >= files.size()) continue;
    Law(NaturalLess(files[i].path, files[i + 1].path), "a list is in order");
    CheckOrder(files[files.size() - 1 - i].path, files[i].path,
               files[i + 1].path);
  }
}

}  // namespace
}  // namespace donthu

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view text = donthu::TextOf(data, size);
  donthu::CheckEncoded(text);
  donthu::CheckList(text, '\n');
  donthu::CheckList(text, '\0');
  return 0;
}
