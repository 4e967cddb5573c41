#include "stages/sketch/sketch.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "models/fnv.h"
#include "models/vietnamese.h"

namespace donthu {
namespace {

// What any letter may say: its pairs tell none from another. Headings and
// assurances as Thông tư 05/2021/TT-TTCP's forms have them; bare.
constexpr std::array<std::string_view, 12> kFormulas = {
    "cong hoa xa hoi chu nghia viet nam doc lap tu do hanh phuc",
    "don khieu nai don to cao don kien nghi don phan anh don de nghi",
    "kinh gui chu tich uy ban nhan dan huyen ubnd xa thanh tra tinh",
    "toi ten la ten toi la sinh nam cccd so cmnd so can cuoc cong dan so",
    "cap ngay tai cuc canh sat quan ly hanh chinh ve trat tu xa hoi",
    "thuong tru tai dia chi thon dien thoai so dien thoai",
    "toi lam don nay toi xin trinh bay noi dung su viec nhu sau",
    "nay toi lam don nay kinh de nghi quy co quan xem xet giai quyet",
    "theo quy dinh cua phap luat cua toi cho toi gia dinh toi chung toi",
    "toi xin cam doan nhung loi trinh bay noi dung tren la dung su that",
    "neu sai toi xin chiu hoan toan trach nhiem truoc phap luat",
    "toi xin chan thanh cam on nguoi lam don nguoi viet don ky ghi ro ho ten"};

constexpr std::size_t kLeastWords = 30;
constexpr std::size_t kLeastIdDigits = 8;

// Spreads what differs in few bits over all: the finalizer of SplitMix64.
std::uint64_t Spread(std::uint64_t hash) {
  hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9U;
  hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBU;
  return hash ^ (hash >> 31U);
}

// Runs of letters and digits, bare.
std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char32_t c : CodePointsOf(text)) {
    if (IsLetter(c) || IsDigit(c)) {
      AppendUtf8(BareOf(c), word);
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::uint64_t HashOf(const std::vector<std::string>& words) {
  std::uint64_t hash = Fnv("");
  for (const std::string& word : words) hash = Fnv(" ", Fnv(word, hash));
  return Spread(hash);
}

using Pairs = std::vector<std::uint32_t>;

void AddPairs(const std::vector<std::string>& words, Pairs& pairs) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::uint64_t hash = Fnv(words[i], Fnv(" ", Fnv(words[i - 1])));
    pairs.push_back(static_cast<std::uint32_t>(Spread(hash) >> 32U));
  }
}

template <typename T>
void MakeSet(std::vector<T>& all) {
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

const Pairs& FormulaPairs() {
  static const Pairs pairs = [] {
    Pairs all;
    for (const std::string_view formula : kFormulas) {
      AddPairs(WordsOf(formula), all);
    }
    MakeSet(all);
    return all;
  }();
  return pairs;
}

Pairs PairsOf(const std::vector<std::string>& words) {
  Pairs all;
  AddPairs(words, all);
  MakeSet(all);
  Pairs pairs;
  std::set_difference(all.begin(), all.end(), FormulaPairs().begin(),
                      FormulaPairs().end(), std::back_inserter(pairs));
  if (pairs.size() > kSketchPairs) pairs.resize(kSketchPairs);
  return pairs;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

// "name:tran thi mau"; nothing where it is no whole name.
void AddName(const char* kind, const OptionalText& name,
             std::vector<std::string>& keys) {
  if (!name) return;
  const std::vector<std::string> words = WordsOf(name->value);
  if (words.size() >= 2) keys.push_back(kind + Joined(words));
}

void AddNumber(const char* kind, const OptionalText& number,
               std::vector<std::string>& keys) {
  if (!number || number->value.size() < kLeastIdDigits) return;
  keys.push_back(kind + number->value);
}

// "decision:12/qd-ubnd": bare, without spaces.
void AddDecision(const DecisionRef& decision, std::vector<std::string>& keys) {
  if (!decision.number) return;
  std::string key = "decision:";
  for (const char32_t c : CodePointsOf(decision.number->value)) {
    if (c != U' ') AppendUtf8(BareOf(c), key);
  }
  keys.push_back(std::move(key));
}

}  // namespace

Result<Sketch::Output> Sketch::Run(Input input) const {
  LetterSketch sketch;
  const std::vector<std::string> words = WordsOf(input.text);
  if (words.size() >= kLeastWords) {
    sketch.words = HashOf(words);
    sketch.pairs = PairsOf(words);
  }
  for (const Sender& sender : input.fields.senders) {
    AddName("name:", sender.name, sketch.writers);
    AddNumber("id:", sender.id_number, sketch.writers);
    AddNumber("phone:", sender.phone, sketch.writers);
  }
  for (const DecisionRef& decision : input.fields.decisions) {
    AddDecision(decision, sketch.matters);
  }
  for (const Respondent& respondent : input.fields.respondents) {
    if (respondent.kind != RespondentKind::kPerson) continue;
    AddName("respondent:", respondent.name, sketch.matters);
  }
  MakeSet(sketch.writers);
  MakeSet(sketch.matters);
  return sketch;
}

}  // namespace donthu
