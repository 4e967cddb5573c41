#include "stages/extract/word_cues.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "models/fnv.h"
#include "stages/extract/cue_words.h"
#include "stages/extract/names.h"

namespace donthu {
namespace {

// Text with its hash, which is made once.
struct Hashed {
  std::string_view text;
  std::uint64_t hash = kFnvStart;

  Hashed() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a piece of a cue is text
  Hashed(std::string_view of) : text(of), hash(Fnv(of)) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  Hashed(const char* of) : Hashed(std::string_view(of)) {}

  friend bool operator==(const Hashed& a, std::string_view b) {
    return a.text == b;
  }
};

// A word as its neighbours see it.
struct Seen {
  Hashed text;   // folded; digits by their number: "9999"
  Hashed shape;  // "Aa", "A", "a", "9", "nl", else the mark itself
};

constexpr std::string_view kDigits = "999999999999";

std::string_view ShapeOf(const LetterView& view, TextSpan word) {
  const char first = view.ShapeAt(word.start);
  if (first == '\n') return "nl";
  if (first == '9') return "9";
  if (first == 'a') return "a";
  if (first != 'A') return view.Folded({word.start, word.start + 1});
  const char second = view.ShapeAt(word.start + 1);
  if (word.end - word.start == 1 || second == 'A') return "A";
  return "Aa";
}

Seen SeenOf(const LetterView& view, TextSpan word) {
  const std::string_view shape = ShapeOf(view, word);
  const std::string_view text = view.Folded(word);
  const bool digits =
      shape == "9" && std::all_of(text.begin(), text.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) return {text, shape};
  return {kDigits.substr(0, std::min(text.size(), kDigits.size())), shape};
}

class CueMaker {
 public:
  CueMaker(const LetterView& view, const Zones& zones,
           const std::vector<TextSpan>& words,
           const std::vector<TaggedSpan>& found)
      : view_(view),
        zones_(zones),
        words_(words),
        rules_(TagsOf(words, found)) {
    for (const TextSpan word : words) seen_.push_back(SeenOf(view, word));
  }

  std::vector<WordCues> Make() {
    std::vector<WordCues> all;
    all.reserve(words_.size());
    CountNames();
    FindRuns();
    FindSentences();
    FindBodies();
    for (std::size_t i = 0; i < words_.size(); ++i) {
      StartLine(i);
      cues_ = WordCues();
      cues_.reserve(64);
      AddNeighbours(i);
      AddLine(i);
      AddLeads(i);
      AddRules(i);
      AddRun(i);
      AddBody(i);
      all.push_back(std::move(cues_));
      Advance(i);
    }
    return all;
  }

 private:
  // The hashes of the pieces, in their order, mixed as splitmix64 does
  // (Steele, Lea, Flood 2014).
  void Add(char kind, std::initializer_list<Hashed> pieces) {
    std::uint64_t key = static_cast<unsigned char>(kind);
    for (const Hashed& piece : pieces) {
      key = (key ^ piece.hash) * 0xbf58476d1ce4e5b9U;
      key ^= key >> 29U;
    }
    key *= 0x94d049bb133111ebU;
    key ^= key >> 32U;
    cues_.push_back(key & ~std::uint64_t{1});
  }

  Seen At(std::size_t i, int offset) const {
    const auto at = static_cast<std::ptrdiff_t>(i) + offset;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(seen_.size())) {
      return {"", ""};
    }
    return seen_[static_cast<std::size_t>(at)];
  }

  void AddNeighbours(std::size_t i) {
    const Seen word = At(i, 0);
    const Seen before = At(i, -1);
    const Seen after = At(i, 1);
    const Seen before2 = At(i, -2);
    const Seen after2 = At(i, 2);
    Add('a', {word.text});
    Add('b', {before.text});
    Add('c', {after.text});
    Add('d', {before2.text});
    Add('e', {after2.text});
    Add('f', {before.text, word.text});
    Add('g', {word.text, after.text});
    Add('h', {before2.text, before.text});
    Add('i', {after.text, after2.text});
    Add('j', {before2.text, before.text, word.text});
    Add('k', {before.text, word.text, after.text});
    Add('o', {word.shape});
    Add('p', {before.shape, word.shape});
    Add('q', {word.shape, after.shape});
    Add('r', {before.shape, word.shape, after.shape});
    Add('t', {before.text, word.shape});
  }

  Hashed ZoneOf(int line) const {
    const auto in = [&](LineRange range) {
      return line >= range.first && line < range.last;
    };
    if (in(zones_.title)) return "t";
    if (in(zones_.recipients)) return "r";
    if (in(zones_.signature)) return "s";
    return in(zones_.body) ? "b" : "h";
  }

  static Hashed Number(std::size_t value) {
    static const auto kNumbers = [] {
      static std::array<std::string, 64> texts;
      std::array<Hashed, 64> numbers;
      for (std::size_t i = 0; i < texts.size(); ++i) {
        texts[i] = std::to_string(i);
        numbers[i] = Hashed(std::string_view(texts[i]));
      }
      return numbers;
    }();
    return kNumbers[value];
  }

  static Hashed Bucket(int value, std::initializer_list<int> limits) {
    std::size_t bucket = 0;
    for (const int limit : limits) bucket += value >= limit ? 1U : 0U;
    return Number(bucket);
  }

  void StartLine(std::size_t i) {
    if (i != 0 && seen_[i - 1].shape != "nl") return;
    line_ = view_.LineAt(words_[i].start);
    line_first_ = i;
    line_end_ = i;
    while (line_end_ + 1 < seen_.size() && seen_[line_end_ + 1].shape != "nl") {
      ++line_end_;
    }
    if (!header_text_.empty()) ++since_header_;
    label_ = Hashed("");
    leads_ = {"", ""};
    since_lead_ = 0;
  }

  void AddLine(std::size_t i) {
    const Seen word = At(i, 0);
    const Hashed zone = ZoneOf(line_);
    const int from_body = line_ - zones_.body.first;
    const int to_end = view_.line_count() - line_;
    const int in_line = static_cast<int>(i - line_first_);
    const Hashed place = Bucket(in_line, {1, 2, 3, 5, 9});
    Add('A', {zone});
    Add('B', {zone, word.shape});
    Add('C', {zone, word.text});
    Add('D', {zone, Bucket(from_body, {0, 1, 2, 3, 4, 6, 9, 13})});
    Add('E', {zone, Bucket(to_end, {1, 2, 3, 5, 8, 12})});
    Add('F', {place, word.shape});
    Add('G', {label_});
    Add('H', {label_, word.shape});
    const Hashed since = Bucket(since_header_, {1, 2, 3, 5, 8});
    Add('J', {colon_header_, since});
    Add('K', {colon_header_, place});
    const Hashed start = seen_[line_first_].text;
    Add('M', {start, place});
    // A row of a table of signers ends with "đã ký", "(ký)", "điểm chỉ".
    const bool marked = seen_[line_end_].shape == ")";
    Add('N', {At(line_end_, marked ? -1 : 0).text, word.shape, zone});
  }

  void AddLeads(std::size_t i) {
    const Seen word = At(i, 0);
    const Hashed since = Bucket(since_lead_, {1, 2, 4, 8, 16, 32});
    Add('O', {leads_[0], since});
    Add('P', {leads_[0], word.shape});
    Add('Q', {leads_[1], leads_[0]});
    Add('S', {leads_[0], At(i, -1).text});
    if (IsCapital(word)) {
      const auto count = names_.find(word.text.text);
      const int mentions = count == names_.end() ? 0 : count->second;
      const bool again = passed_.count(word.text.text) != 0;
      Add('T', {again ? "again" : "new", ZoneOf(line_)});
      Add('U', {Bucket(mentions, {2, 3, 5, 8}), again ? "again" : "new"});
      Add('V', {Bucket(mentions, {2, 3, 5, 8}), At(i, -1).text});
    }
  }

  void AddRules(std::size_t i) {
    const auto rule = [&](int offset) {
      const auto at = static_cast<std::ptrdiff_t>(i) + offset;
      const bool inside =
          at >= 0 && at < static_cast<std::ptrdiff_t>(rules_.size());
      return inside ? Number(rules_[static_cast<std::size_t>(at)])
                    : Hashed("-");
    };
    Add('W', {rule(0)});
    Add('X', {rule(-1), rule(0)});
    Add('Y', {rule(0), rule(1)});
    Add('Z', {rule(0), At(i, 0).shape, At(i, -1).shape});
    Add('0', {rule(0), At(i, -1).text});
  }

  // Words with a capital letter that follow one another: a name of somebody
  // or of something, which the word before it tells.
  void AddRun(std::size_t i) {
    const Sentence& sentence = sentences_[i];
    const Hashed accuses =
        sentence.accuses ? "accuses" : (sentence.asks ? "asks" : "tells");
    Add('1', {accuses, At(i, 0).shape});
    Add('2', {accuses, leads_[0], At(i, 0).shape});
    Add('3', {letter_kind_, At(i, 0).shape, ZoneOf(line_)});
    if (!IsCapital(seen_[i])) return;
    const Run run = runs_[i];
    const Seen lead = At(run.first, -1);
    const Seen first = seen_[run.first];
    const Seen last = seen_[run.last];
    const Seen next = At(run.last, 1);
    const Hashed at = i == run.first ? "f" : i == run.last ? "l" : "m";
    const Hashed length =
        Bucket(static_cast<int>(run.last - run.first), {1, 2, 3, 4, 6});
    const Hashed family = IsFamilyName(first.text.text) ? "family" : "other";
    Add('4', {lead.text, at});
    Add('5', {lead.text, length, family});
    Add('6', {lead.text, first.text});
    Add('7', {At(run.first, -2).text, lead.text, family});
    Add('8', {length, family, at});
    Add('9', {next.text, family, length});
    Add('!', {first.text, at});
    Add('#', {accuses, lead.text, family});
    Add('$', {letter_kind_, lead.text, family});
    const auto titled = titled_.find(last.text.text);
    const Hashed times =
        Bucket(titled == titled_.end() ? 0 : titled->second, {1, 2, 3, 5, 8});
    Add('%', {times, family});
  }

  // How far a word stands in the name of a body, and how near the place is
  // that such a name ends with.
  void AddBody(std::size_t i) {
    const Body& body = bodies_[i];
    const Hashed since = Bucket(body.since, {0, 1, 2, 3, 5, 8});
    const Hashed ahead = Bucket(body.ahead, {1, 2, 3, 4, 6});
    Add('(', {since, ahead, At(i, 0).shape});
    if (body.since < 0) return;
    Add(')', {body.head, since});
    Add('[', {ahead, At(i, 0).text});
    Add(']', {body.ended ? "ended" : "open", since, At(i, 0).shape});
    Add('{', {body.ended ? "ended" : "open", letter_kind_, body.lead});
  }

  struct Body {
    Hashed head;
    Hashed lead;         // before its name
    int since = -1;      // words since its head; -1: none in this sentence
    int ahead = 7;       // words to the next place, 7: more than six or none
    bool ended = false;  // a place has stood since
  };

  void FindBodies() {
    constexpr int kLongest = 14;
    bodies_.resize(seen_.size());
    Body body;
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      const Seen word = seen_[i];
      const bool mark = word.shape != "Aa" && word.shape != "A" &&
                        word.shape != "a" && word.shape != "9" &&
                        word.shape != "-";
      if (mark || body.since >= kLongest) body = Body();
      if (body.since >= 0) ++body.since;
      if (!mark && HeadsBody(word.text.text, At(i, 1).text.text) &&
          (body.since < 0 || body.ended)) {
        body = Body();
        body.head = word.text;
        body.lead = At(i, -1).text;
        body.since = 0;
      }
      bodies_[i] = body;
      const bool place = i > 0 && IsCapital(word) && !IsCapital(At(i, 1)) &&
                         IsUnit(At(runs_[i].first, -1).text.text);
      body.ended = body.ended || (body.since >= 0 && place);
    }
    int ahead = 7;
    for (std::size_t i = seen_.size(); i-- > 0;) {
      const std::string_view shape = seen_[i].shape.text;
      ahead = std::min(ahead + 1, 7);
      if (shape == "." || shape == "nl" || shape == ",") ahead = 7;
      if (IsUnit(seen_[i].text.text) && IsCapital(At(i, 1))) ahead = 0;
      bodies_[i].ahead = ahead;
    }
  }

  static bool IsCapital(const Seen& word) {
    return word.shape == "Aa" || word.shape == "A";
  }

  struct Run {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  // And how often a form of address stands before each word with a capital.
  void FindRuns() {
    runs_.resize(seen_.size());
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      if (!IsCapital(seen_[i])) continue;
      std::size_t last = i;
      while (last + 1 < seen_.size() && IsCapital(seen_[last + 1])) ++last;
      for (std::size_t k = i; k <= last; ++k) runs_[k] = {i, last};
      if (i > 0 && IsTitle(seen_[i - 1].text.text)) {
        ++titled_[seen_[last].text.text];
      }
      i = last;
    }
  }

  struct Sentence {
    bool accuses = false;
    bool asks = false;
  };

  // Between full stops and line ends.
  void FindSentences() {
    sentences_.resize(seen_.size());
    int denounces = 0;
    int complains = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      const std::string_view word = seen_[i].text.text;
      const std::string_view next = At(i, 1).text.text;
      denounces += word == "to" && next == "cao" ? 1 : 0;
      complains += word == "khieu" && next == "nai" ? 1 : 0;
      const bool ends = seen_[i].shape == "nl" || seen_[i].shape == ".";
      if (!ends && i + 1 < seen_.size()) continue;
      Sentence sentence;
      for (std::size_t k = first; k <= i; ++k) {
        const std::string_view one = seen_[k].text.text;
        const std::string_view two = At(k, 1).text.text;
        sentence.accuses =
            sentence.accuses || (one == "to" && two == "cao") ||
            (one == "khieu" && two == "nai") ||
            (one == "vi" && two == "pham") || (one == "xu" && two == "ly") ||
            (one == "ky" && two == "luat") ||
            (one == "cach" && two == "chuc") || (one == "bi" && two == "to");
        sentence.asks = sentence.asks || (one == "de" && two == "nghi") ||
                        (one == "kien" && two == "nghi") || one == "xin" ||
                        (one == "yeu" && two == "cau") || one == "mong";
      }
      for (std::size_t k = first; k <= i; ++k) sentences_[k] = sentence;
      first = i + 1;
    }
    letter_kind_ = denounces > complains && denounces > 1 ? "denounces"
                   : complains > 1                        ? "complains"
                                                          : "asks";
  }

  // What the words after this one are told.
  void Advance(std::size_t i) {
    const Seen word = seen_[i];
    ++since_lead_;
    if (word.shape == ":") {
      label_text_ = LastWords(i);
      label_ = Hashed(std::string_view(label_text_));
      const bool ends = At(i, 1).shape == "nl";
      if (ends || i - line_first_ < 8) {
        header_text_ = label_text_;
        colon_header_ = Hashed(std::string_view(header_text_));
        since_header_ = 0;
      }
    }
    if (word.shape == ".") {
      leads_ = {".", leads_[0]};
      since_lead_ = 0;
    }
    if (LeadsOn(word.text.text)) {
      leads_ = {word.text, leads_[0]};
      since_lead_ = 0;
    }
    if (IsCapital(word)) passed_.insert(word.text.text);
  }

  // The two words before `i` in its line.
  std::string LastWords(std::size_t i) const {
    std::string out;
    for (int offset = -2; offset < 0; ++offset) {
      const auto at = static_cast<std::ptrdiff_t>(i) + offset;
      if (at < static_cast<std::ptrdiff_t>(line_first_)) continue;
      out.append(seen_[static_cast<std::size_t>(at)].text.text).append(" ");
    }
    return out;
  }

  void CountNames() {
    for (const Seen& word : seen_) {
      if (IsCapital(word)) ++names_[word.text.text];
    }
  }

  const LetterView& view_;
  const Zones& zones_;
  const std::vector<TextSpan>& words_;
  std::vector<std::size_t> rules_;
  std::vector<Seen> seen_;
  std::unordered_map<std::string_view, int> names_;
  std::unordered_set<std::string_view> passed_;
  WordCues cues_;
  int line_ = 0;
  std::size_t line_first_ = 0;
  std::size_t line_end_ = 0;  // its last word
  std::string label_text_;
  Hashed label_;  // before the colon in this line
  std::string header_text_;
  std::vector<Run> runs_;
  std::unordered_map<std::string_view, int> titled_;
  std::vector<Sentence> sentences_;
  std::vector<Body> bodies_;
  Hashed letter_kind_;
  Hashed colon_header_;  // before the last colon that opened a list
  int since_header_ = 0;
  std::array<Hashed, 2> leads_;  // the last first
  int since_lead_ = 0;
};

}  // namespace

std::vector<WordCues> CuesOf(const LetterView& view, const Zones& zones,
                             const std::vector<TextSpan>& words,
                             const std::vector<TaggedSpan>& found) {
  return CueMaker(view, zones, words, found).Make();
}

}  // namespace donthu
