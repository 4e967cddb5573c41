#include "tests/bench/field_scores.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <set>
#include <sstream>
#include <string_view>

namespace donthu::bench {
namespace {

using Values = FieldScores::Values;
using Same = FieldScores::Same;

Values WordsOf(const std::string& text) {
  std::string plain;
  for (const char c : text) {
    const bool mark = std::string_view(",.;:()\"").find(c) != std::string::npos;
    plain += mark ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  std::istringstream stream(plain);
  Values words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

// Words shared, of the longer one's words.
double Overlap(const std::string& a, const std::string& b) {
  const Values left = WordsOf(a);
  const Values right = WordsOf(b);
  std::multiset<std::string> rest(right.begin(), right.end());
  std::size_t shared = 0;
  for (const std::string& word : left) {
    const auto at = rest.find(word);
    if (at == rest.end()) continue;
    rest.erase(at);
    ++shared;
  }
  const std::size_t longer = std::max(left.size(), right.size());
  return longer == 0
             ? 0.0
             : static_cast<double>(shared) / static_cast<double>(longer);
}

bool Equal(const std::string& a, const std::string& b) {
  return WordsOf(a) == WordsOf(b);
}
bool Half(const std::string& a, const std::string& b) {
  return Overlap(a, b) >= 0.5;
}
bool Nearly(const std::string& a, const std::string& b) {
  return Overlap(a, b) >= 0.8;
}
// `found` lists alternatives parted by "|".
bool AnyNearly(const std::string& truth, const std::string& found) {
  std::istringstream stream(found);
  for (std::string one; std::getline(stream, one, '|');) {
    if (Nearly(truth, one)) return true;
  }
  return false;
}

bool KeyMatches(const std::string& key, std::string_view list,
                std::string_view leaf) {
  if (leaf.empty()) {
    return key == list || key.rfind(std::string(list) + ".", 0) == 0;
  }
  return key.rfind(std::string(list) + ".", 0) == 0 &&
         key.size() > leaf.size() &&
         key.compare(key.size() - leaf.size(), leaf.size(), leaf) == 0 &&
         key[key.size() - leaf.size() - 1] == '.';
}

Values Marked(const MarkedLetter& letter, std::string_view list,
              std::string_view leaf) {
  std::map<std::string, std::string> first;  // a key marked twice counts once
  for (const auto& [key, value] : letter.marks) {
    if (KeyMatches(key, list, leaf)) first.emplace(key, value);
  }
  Values values;
  for (const auto& [key, value] : first) values.push_back(value);
  return values;
}

void Push(const OptionalText& field, Values& values) {
  if (field) values.push_back(field->value);
}

// Each respondent by its name, or its body where no name is marked.
Values MarkedRespondents(const MarkedLetter& letter) {
  std::map<std::string, std::string> best;
  for (const char* leaf : {"name", "organisation"}) {
    for (const auto& [key, value] : letter.marks) {
      if (!KeyMatches(key, "respondents", leaf)) continue;
      best.emplace(key.substr(0, key.rfind('.')), value);
    }
  }
  Values values;
  for (const auto& [key, value] : best) values.push_back(value);
  return values;
}

// "Quyết định số 1187/QĐ-UBND" is marked whole in some letters.
Values NumbersOnly(Values values) {
  for (std::string& value : values) {
    const std::size_t digit = value.find_first_of("0123456789");
    if (digit != value.npos) value.erase(0, digit);
  }
  return values;
}

template <typename T, typename M>
Values Of(const std::vector<T>& items, M T::*member) {
  Values values;
  for (const T& item : items) Push(item.*member, values);
  return values;
}

Values Quotes(const std::vector<LocatedText>& items) {
  Values values;
  for (const LocatedText& item : items) values.push_back(item.value);
  return values;
}

void AddSenders(const std::string& id, const MarkedLetter& letter,
                const Fields& fields, FieldScores& table) {
  const struct {
    const char* leaf;
    OptionalText Sender::*member;
    Same same;
  } rows[] = {{"name", &Sender::name, Equal},
              {"birth_date", &Sender::birth_date, Equal},
              {"id_number", &Sender::id_number, Equal},
              {"id_issued_date", &Sender::id_issued_date, Equal},
              {"id_issued_place", &Sender::id_issued_place, Nearly},
              {"address", &Sender::address, Nearly},
              {"phone", &Sender::phone, Equal},
              {"email", &Sender::email, Equal}};
  for (const auto& row : rows) {
    table.Add(id, std::string("senders.") + row.leaf,
              Marked(letter, "senders", row.leaf),
              Of(fields.senders, row.member), row.same);
  }
}

// Words have one mark, and it stands where a value is first named: a body that
// is marked as the issuer of a decision cannot be marked as respondent there.
// Without what is such an issuer and no marked respondent, which the marks
// say nothing of.
Values WithoutIssuers(const MarkedLetter& letter, const Values& respondents,
                      const Values& found) {
  const Values issuers = Marked(letter, "decisions", "issuer");
  const auto is_one_of = [](const Values& values, const std::string& one) {
    return std::any_of(
        values.begin(), values.end(),
        [&](const std::string& value) { return AnyNearly(value, one); });
  };
  Values kept;
  std::copy_if(found.begin(), found.end(), std::back_inserter(kept),
               [&](const std::string& one) {
                 return is_one_of(respondents, one) || !is_one_of(issuers, one);
               });
  return kept;
}

void AddRespondents(const std::string& id, const MarkedLetter& letter,
                    const Fields& fields, FieldScores& table) {
  Values found;
  for (const Respondent& one : fields.respondents) {
    std::string names = one.name ? one.name->value : "";
    if (one.organisation) names += "|" + one.organisation->value;
    found.push_back(names);
  }
  const Values truth = MarkedRespondents(letter);
  table.Add(id, "respondents", truth, found, AnyNearly);
  table.Add(id, "respondents/issuers", truth,
            WithoutIssuers(letter, truth, found), AnyNearly);
  table.Add(id, "respondents.position",
            Marked(letter, "respondents", "position"),
            Of(fields.respondents, &Respondent::position), Nearly);
  table.Add(id, "respondents.address", Marked(letter, "respondents", "address"),
            Of(fields.respondents, &Respondent::address), Nearly);
}

void AddHeading(const std::string& id, const MarkedLetter& letter,
                const Fields& fields, FieldScores& table) {
  Values title;
  Values date;
  Values place;
  Push(fields.title, title);
  Push(fields.letter_date, date);
  Push(fields.letter_place, place);
  table.Add(id, "title", Marked(letter, "title", ""), title, Equal);
  table.Add(id, "letter_date", Marked(letter, "letter_date", ""), date, Equal);
  table.Add(id, "letter_place", Marked(letter, "letter_place", ""), place,
            Equal);
  Values recipients;
  for (const Recipient& one : fields.recipients) {
    recipients.push_back(one.name.value);
  }
  table.Add(id, "recipients", Marked(letter, "recipients", ""), recipients,
            Nearly);
}

void AddRest(const std::string& id, const MarkedLetter& letter,
             const Fields& fields, FieldScores& table) {
  table.Add(id, "decisions.number",
            NumbersOnly(Marked(letter, "decisions", "number")),
            Of(fields.decisions, &DecisionRef::number), Equal);
  table.Add(id, "decisions.date", Marked(letter, "decisions", "date"),
            Of(fields.decisions, &DecisionRef::date), Equal);
  table.Add(id, "decisions.issuer", Marked(letter, "decisions", "issuer"),
            Of(fields.decisions, &DecisionRef::issuer), Nearly);
  table.Add(id, "requests", Marked(letter, "requests", ""),
            Quotes(fields.requests), Half);
  table.Add(id, "attachments", Marked(letter, "attachments", ""),
            Quotes(fields.attachments), Half);
  Values count;
  if (fields.signer_count) {
    count.push_back(std::to_string(fields.signer_count->value));
  }
  table.Add(id, "signer_count", Marked(letter, "signer_count", ""), count,
            Equal);
  Values place;
  Push(fields.incident_place, place);
  table.Add(id, "incident_place", Marked(letter, "incident_place", ""), place,
            Half);
}

void AddJudgments(const std::string& id, const MarkedLetter& letter,
                  const Fields& fields, FieldScores& table) {
  const auto add = [&](const char* key, const Judged<bool>& judged) {
    const auto truth = letter.head.find(key);
    if (truth == letter.head.end()) return;
    Values found;
    if (judged.value) found.push_back(*judged.value ? "true" : "false");
    table.Add(id, key, {truth->second}, found, Equal);
  };
  add("anonymous", fields.anonymous);
  add("collective", fields.collective);
}

}  // namespace

void FieldScores::Add(const std::string& letter, const std::string& field,
                      const Values& truth, Values found, const Same& same) {
  Score& score = scores_[field];
  score.truth += static_cast<int>(truth.size());
  score.found += static_cast<int>(found.size());
  for (const std::string& value : truth) {
    const auto at =
        std::find_if(found.begin(), found.end(),
                     [&](const std::string& f) { return same(value, f); });
    if (at == found.end()) {
      List(letter, field, "missed", value);
    } else {
      ++score.hit;
      found.erase(at);
    }
  }
  for (const std::string& value : found) {
    List(letter, field, "wrong ", value);
  }
}

void FieldScores::Print() const {
  std::printf("%-26s %5s %5s %5s %9s %6s %6s\n", "field", "truth", "found",
              "hit", "precision", "recall", "F1");
  for (const auto& [field, score] : scores_) {
    const double p = score.found ? 1.0 * score.hit / score.found : 1.0;
    const double r = score.truth ? 1.0 * score.hit / score.truth : 1.0;
    const double f = p + r > 0 ? 2 * p * r / (p + r) : 0.0;
    std::printf("%-26s %5d %5d %5d %9.3f %6.3f %6.3f\n", field.c_str(),
                score.truth, score.found, score.hit, p, r, f);
  }
}

void FieldScores::List(const std::string& letter, const std::string& field,
                       const char* what, const std::string& value) const {
  if (misses_ == Misses::kCounted) return;
  std::printf("%s %-24s %s %s\n", letter.c_str(), field.c_str(), what,
              value.c_str());
}

void AddFields(const std::string& id, const MarkedLetter& letter,
               const Fields& fields, FieldScores& scores) {
  AddHeading(id, letter, fields, scores);
  AddSenders(id, letter, fields, scores);
  AddRespondents(id, letter, fields, scores);
  AddRest(id, letter, fields, scores);
  AddJudgments(id, letter, fields, scores);
}

bool IsMarked(const MarkedLetter& letter, std::string_view key,
              const std::string& value) {
  Values truth;
  if (key == "respondents.name" || key == "respondents.organisation") {
    truth = MarkedRespondents(letter);
    for (Values more = Marked(letter, "respondents", "organisation");
         const std::string& one : more) {
      truth.push_back(one);
    }
  } else {
    const std::size_t dot = key.find('.');
    const bool whole = dot == key.npos || key == "recipients.name";
    truth = Marked(letter, key.substr(0, dot),
                   whole ? std::string_view() : key.substr(dot + 1));
  }
  if (key == "decisions.number") truth = NumbersOnly(std::move(truth));
  static const std::set<std::string_view> kHalf = {"requests", "attachments",
                                                   "incident_place"};
  static const std::set<std::string_view> kNearly = {
      "senders.id_issued_place", "senders.address",
      "recipients.name",         "respondents.name",
      "respondents.position",    "respondents.organisation",
      "respondents.address",     "decisions.issuer"};
  const auto same = kHalf.count(key) != 0     ? Half
                    : kNearly.count(key) != 0 ? Nearly
                                              : Equal;
  return std::any_of(truth.begin(), truth.end(),
                     [&](const std::string& one) { return same(one, value); });
}

}  // namespace donthu::bench
