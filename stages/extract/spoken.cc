#include "stages/extract/spoken.h"

#include <algorithm>

#include "stages/extract/names.h"

namespace donthu {
namespace {

void AddOnce(const Hashed& word, std::vector<Hashed>& words) {
  constexpr std::size_t kMost = 8;
  if (words.size() >= kMost) return;
  for (const Hashed& one : words) {
    if (one.hash == word.hash) return;
  }
  words.push_back(word);
}

bool IsMark(const Seen& word) {
  return !word.IsCapital() && word.shape != "a" && word.shape != "9" &&
         word.shape != "-";
}

}  // namespace

SpokenOf::SpokenOf(const SeenWords& seen, const std::vector<bool>& requests)
    : seen_(seen), requests_(requests), body_words_(seen.size()) {
  FindPersons();
  FindBodies();
  LookAhead();
}

const Spoken* SpokenOf::PersonAt(std::size_t i) const {
  if (!seen_[i].IsCapital() || seen_.run(i).first != i) return nullptr;
  const auto found = persons_.find(seen_[seen_.run(i).last].text.hash);
  if (found == persons_.end() || found->second.first != i) return nullptr;
  return &found->second;
}

const Spoken* SpokenOf::BodyAt(std::size_t i) const {
  const auto start = body_starts_.find(i);
  if (start == body_starts_.end()) return nullptr;
  const Spoken& spoken = bodies_.at(start->second);
  return spoken.first == i ? &spoken : nullptr;
}

int SpokenOf::PersonsAbove(int times) const {
  return static_cast<int>(
      std::count_if(persons_.begin(), persons_.end(),
                    [&](const auto& one) { return one.second.times > times; }));
}

// A mention in the words from `first` to `last`.
void SpokenOf::Speak(std::size_t first, std::size_t last, Hashed before,
                     bool whole, Spoken& spoken) const {
  const Hashed zone = seen_.zone(first);
  if (whole && !spoken.named && zone != "t" && zone != "r") {
    spoken.first = first;
    spoken.named = true;
  }
  ++spoken.times;
  spoken.accused += seen_.sentence(first).accuses ? 1 : 0;
  spoken.asked += seen_.sentence(first).asks ? 1 : 0;
  spoken.wanted += requests_[first] ? 1 : 0;
  spoken.after_verb = std::min(spoken.after_verb, seen_.after_verb(first));
  AddOnce(before, spoken.before);
  AddOnce(seen_.At(last, 1).text, spoken.after);
  AddOnce(seen_.At(last, 2).text, spoken.next);
  AddOnce(zone, spoken.zones);
}

void SpokenOf::FindPersons() {
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    if (!seen_[i].IsCapital() || seen_.run(i).first != i) continue;
    const std::size_t last = seen_.run(i).last;
    const bool titled = i > 0 && seen_[i - 1].Is(kIsTitle);
    const bool named = last > i && IsFamilyName(seen_[i].text.text);
    if (!titled && !named) continue;
    Speak(i, last, seen_.At(i, titled ? -2 : -1).text, named,
          persons_[seen_[last].text.hash]);
  }
}

void SpokenOf::SpeakOfBody(std::size_t first, std::size_t last) {
  const std::uint64_t key = seen_[first].text.hash * 31 + seen_[last].text.hash;
  body_starts_.emplace(first, key);
  Speak(first, last, seen_.At(first, -1).text, true, bodies_[key]);
}

// A name begins with its head and ends with a place, or with the last capital
// before a mark.
void SpokenOf::FindBodies() {
  constexpr int kLongest = 14;
  BodyWord body;
  std::size_t start = 0;
  std::size_t capital = 0;
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    const Seen& word = seen_[i];
    const bool mark = IsMark(word);
    if (mark || body.since >= kLongest) {
      if (body.since >= 0 && !body.ended && capital > start) {
        SpeakOfBody(start, capital);
      }
      body = BodyWord();
    }
    if (word.IsCapital()) capital = i;
    if (body.since >= 0) ++body.since;
    if (!mark && HeadsBody(word.roles, seen_.At(i, 1).roles) &&
        (body.since < 0 || body.ended)) {
      body = BodyWord();
      body.head = word.text;
      body.lead = seen_.At(i, -1).text;
      body.since = 0;
      start = i;
    }
    body_words_[i] = body;
    const bool place = i > 0 && word.IsCapital() &&
                       !seen_.At(i, 1).IsCapital() &&
                       seen_.At(seen_.run(i).first, -1).Is(kIsUnit);
    if (body.since >= 0 && place && !body.ended) {
      body.ended = true;
      SpeakOfBody(start, i);
    }
  }
}

void SpokenOf::LookAhead() {
  constexpr int kFar = 7;
  int ahead = kFar;
  for (std::size_t i = seen_.size(); i-- > 0;) {
    const std::string_view shape = seen_[i].shape.text;
    ahead = std::min(ahead + 1, kFar);
    if (shape == "." || shape == "nl" || shape == ",") ahead = kFar;
    if (seen_[i].Is(kIsUnit) && seen_.At(i, 1).IsCapital()) ahead = 0;
    body_words_[i].ahead = ahead;
  }
}

}  // namespace donthu
