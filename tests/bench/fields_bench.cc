// Precision, recall and F1 of extraction a field, from true text, over the
// marked letters of a folder:
//   fields_bench [FOLDER] [--misses]
// --misses lists what was missed or wrong (invented letters only).
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <set>
#include <sstream>

#include "stages/extract/extract.h"
#include "stages/normalize/normalize.h"
#include "tests/bench/marked_letter.h"

namespace donthu::bench {
namespace {

using Values = std::vector<std::string>;
using Same = std::function<bool(const std::string&, const std::string&)>;

struct Score {
  int hit = 0;
  int truth = 0;
  int found = 0;
};

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

class Table {
 public:
  explicit Table(bool lists_misses) : lists_misses_(lists_misses) {}

  void Add(const std::string& letter, const std::string& field,
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

  void Print() const {
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

 private:
  void List(const std::string& letter, const std::string& field,
            const char* what, const std::string& value) const {
    if (!lists_misses_) return;
    std::printf("%s %-24s %s %s\n", letter.c_str(), field.c_str(), what,
                value.c_str());
  }

  std::map<std::string, Score> scores_;
  bool lists_misses_;
};

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
                const Fields& fields, Table& table) {
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

void AddRespondents(const std::string& id, const MarkedLetter& letter,
                    const Fields& fields, Table& table) {
  Values found;
  for (const Respondent& one : fields.respondents) {
    std::string names = one.name ? one.name->value : "";
    if (one.organisation) names += "|" + one.organisation->value;
    found.push_back(names);
  }
  table.Add(id, "respondents", MarkedRespondents(letter), found, AnyNearly);
  table.Add(id, "respondents.position",
            Marked(letter, "respondents", "position"),
            Of(fields.respondents, &Respondent::position), Nearly);
  table.Add(id, "respondents.address", Marked(letter, "respondents", "address"),
            Of(fields.respondents, &Respondent::address), Nearly);
}

void AddHeading(const std::string& id, const MarkedLetter& letter,
                const Fields& fields, Table& table) {
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
             const Fields& fields, Table& table) {
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
                  const Fields& fields, Table& table) {
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

std::vector<std::string> LettersIn(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

int Run(const std::string& folder, bool lists_misses) {
  Table table(lists_misses);
  const Normalize normalize;
  const Extract extract;
  double seconds = 0.0;
  int letters = 0;
  for (const std::string& path : LettersIn(folder)) {
    const MarkedLetter marked = ReadMarkedLetter(path);
    const auto letter = normalize.FromPlainText(marked.text);
    if (!letter) return 1;
    const auto start = std::chrono::steady_clock::now();
    const auto fields = extract.Run(*letter);
    const auto end = std::chrono::steady_clock::now();
    if (!fields) return 1;
    if (letters++ > 0) {  // the first one compiles the patterns
      seconds += std::chrono::duration<double>(end - start).count();
    }
    const std::string id = std::filesystem::path(path).stem();
    AddHeading(id, marked, *fields, table);
    AddSenders(id, marked, *fields, table);
    AddRespondents(id, marked, *fields, table);
    AddRest(id, marked, *fields, table);
    AddJudgments(id, marked, *fields, table);
  }
  table.Print();
  std::printf("%d letters, %.0f letters a second\n", letters,
              seconds > 0.0 ? (letters - 1) / seconds : 0.0);
  return 0;
}

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) {
  std::string folder = DONTHU_SOURCE_DIR "/samples/letters";
  bool lists_misses = false;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--misses") {
      lists_misses = true;
    } else {
      folder = argument;
    }
  }
  return donthu::bench::Run(folder, lists_misses);
}
