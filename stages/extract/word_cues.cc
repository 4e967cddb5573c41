#include "stages/extract/word_cues.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "stages/extract/names.h"
#include "stages/extract/seen_words.h"
#include "stages/extract/spoken.h"

namespace donthu {
namespace {

// Whether each of the tags is of a request.
std::vector<bool> InRequests(const std::vector<std::size_t>& tags) {
  constexpr auto kRequest = static_cast<std::size_t>(FieldKind::kRequest);
  std::vector<bool> in;
  in.reserve(tags.size());
  for (const std::size_t tag : tags) {
    in.push_back(tag != kOutside && KindOfTag(tag) == kRequest);
  }
  return in;
}

class CueMaker {
 public:
  CueMaker(const LetterView& view, const Zones& zones,
           const std::vector<TextSpan>& words,
           const std::vector<TaggedSpan>& found)
      : view_(view),
        zones_(zones),
        words_(words),
        rules_(TagsOf(words, found)),
        seen_(view, zones, words),
        requests_(InRequests(rules_)),
        spoken_(seen_, requests_) {}

  std::vector<WordCues> Make() {
    std::vector<WordCues> all;
    all.reserve(words_.size());
    CountNames();
    for (std::size_t i = 0; i < words_.size(); ++i) {
      StartLine(i);
      cues_ = WordCues();
      cues_.reserve(64);
      AddNeighbours(i);
      AddLine(i);
      AddLeads(i);
      AddRules(i);
      AddRun(i);
      AddSpoken(i);
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

  Seen At(std::size_t i, int offset) const { return seen_.At(i, offset); }

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
    FollowAccused();
    label_ = Hashed("");
    leads_ = {"", ""};
    since_lead_ = 0;
  }

  // Lines since a heading that names who is accused ("II. NGƯỜI BỊ TỐ CÁO"),
  // to the next paragraph.
  void FollowAccused() {
    constexpr int kHeading = 90;  // characters
    constexpr int kParagraph = 200;
    const TextSpan line = view_.line(line_);
    const int length = line.end - line.start;
    if (since_accused_ >= 0) ++since_accused_;
    if (length > kParagraph) since_accused_ = -1;
    if (length > kHeading) return;
    if (view_.HoldsAny(line, {"bi to cao", "bi khieu nai", "bi phan anh",
                              "bi kien nghi", "bi to giac"})) {
      since_accused_ = 0;
    } else if (view_.HoldsAny(line, {"noi dung", "ly do", "yeu cau", "de nghi",
                                     "su viec", "dien bien"})) {
      since_accused_ = -1;
    }
  }

  void AddLine(std::size_t i) {
    const Seen word = At(i, 0);
    const Hashed zone = seen_.zone(i);
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
    if (since_accused_ >= 0) {
      const Hashed lines = Bucket(since_accused_, {1, 2, 3, 5, 8});
      Add('@', {lines, word.shape});
      Add('~', {seen_[line_first_].text, place, word.shape});
      Add('^', {At(i, -1).text, word.shape});
    }
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
    if (word.IsCapital()) {
      const auto count = names_.find(word.text.text);
      const int mentions = count == names_.end() ? 0 : count->second;
      const bool again = passed_.count(word.text.text) != 0;
      Add('T', {again ? "again" : "new", seen_.zone(i)});
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
    if (rules_[i] == kOutside) return;
    Add('`', {rule(0), Bucket(seen_.after_verb(i), {3, 6, 12, 24}),
              since_accused_ >= 0 ? "accused" : "else"});
  }

  // Words with a capital letter that follow one another: a name of somebody
  // or of something, which the word before it tells.
  void AddRun(std::size_t i) {
    const SeenWords::Sentence& sentence = seen_.sentence(i);
    const Hashed accuses =
        sentence.accuses ? "accuses" : (sentence.asks ? "asks" : "tells");
    Add('1', {accuses, At(i, 0).shape});
    Add('2', {accuses, leads_[0], At(i, 0).shape});
    Add('3', {seen_.letter_kind(), At(i, 0).shape, seen_.zone(i)});
    if (!seen_[i].IsCapital()) return;
    const WordRange run = seen_.run(i);
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
    Add('$', {seen_.letter_kind(), lead.text, family});
    const Hashed times =
        Bucket(seen_.TimesTitled(last.text.text), {1, 2, 3, 5, 8});
    Add('%', {times, family});
  }

  // What the whole letter says of a person or a body, where it is named first.
  void AddSpoken(std::size_t i) {
    if (const Spoken* person = spoken_.PersonAt(i)) {
      AddSpoken(*person, "person");
      Add('w', {Bucket(spoken_.PersonsAbove(person->times), {1, 2, 3, 5}),
                seen_.letter_kind()});
    }
    if (const Spoken* body = spoken_.BodyAt(i)) AddSpoken(*body, "body");
  }

  void AddSpoken(const Spoken& spoken, Hashed what) {
    const Hashed kind = seen_.letter_kind();
    for (const Hashed& word : spoken.before) Add('l', {what, word});
    for (const Hashed& word : spoken.after) Add('m', {what, word});
    for (const Hashed& word : spoken.next) Add('n', {what, word});
    for (const Hashed& zone : spoken.zones) Add('x', {what, zone});
    Add('s', {what, Bucket(spoken.accused, {1, 2, 3, 5}), kind});
    Add('u', {what, Bucket(spoken.asked, {1, 2, 3}), kind});
    Add('v', {what, Bucket(spoken.times, {2, 3, 5, 8}), kind});
    Add('y', {what, Bucket(spoken.wanted, {1, 2, 3}), kind});
    Add('z', {what, Bucket(spoken.after_verb, {3, 6, 12, 24}), kind});
  }

  // How far a word stands in the name of a body, and how near the place is
  // that such a name ends with.
  void AddBody(std::size_t i) {
    const BodyWord& body = spoken_.body_word(i);
    const Hashed since = Bucket(body.since, {0, 1, 2, 3, 5, 8});
    const Hashed ahead = Bucket(body.ahead, {1, 2, 3, 4, 6});
    Add('(', {since, ahead, At(i, 0).shape});
    if (body.since < 0) return;
    Add(')', {body.head, since});
    Add('[', {ahead, At(i, 0).text});
    Add(']', {body.ended ? "ended" : "open", since, At(i, 0).shape});
    Add('{', {body.ended ? "ended" : "open", seen_.letter_kind(), body.lead});
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
    if (word.Is(kLeadsOn)) {
      leads_ = {word.text, leads_[0]};
      since_lead_ = 0;
    }
    if (word.IsCapital()) passed_.insert(word.text.text);
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
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      if (seen_[i].IsCapital()) ++names_[seen_[i].text.text];
    }
  }

  const LetterView& view_;
  const Zones& zones_;
  const std::vector<TextSpan>& words_;
  std::vector<std::size_t> rules_;
  SeenWords seen_;
  std::vector<bool> requests_;
  SpokenOf spoken_;
  std::unordered_map<std::string_view, int> names_;
  std::unordered_set<std::string_view> passed_;
  WordCues cues_;
  int line_ = 0;
  std::size_t line_first_ = 0;
  std::size_t line_end_ = 0;  // its last word
  std::string label_text_;
  Hashed label_;  // before the colon in this line
  std::string header_text_;
  Hashed colon_header_;  // before the last colon that opened a list
  int since_header_ = 0;
  int since_accused_ = -1;       // -1: not among them
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
