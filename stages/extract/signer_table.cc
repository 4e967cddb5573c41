#include "stages/extract/signer_table.h"

#include <algorithm>
#include <optional>

#include "stages/extract/identity.h"
#include "stages/extract/names.h"

namespace donthu {
namespace {

constexpr int kLongestCell = 40;  // characters

// Indexes of a head's cells; -1: no such column.
struct Columns {
  int name = -1;
  int birth = -1;
  int id = -1;
  int address = -1;
  int phone = -1;
  int count = 0;
};

TextSpan CellOf(const LetterView& view, TextSpan row, int column) {
  int start = row.start;
  for (int at = row.start; at <= row.end; ++at) {
    if (at < row.end && view.FoldedAt(at) != '|') continue;
    if (column-- == 0) return view.Trimmed({start, at});
    start = at + 1;
  }
  return {row.end, row.end};
}

int CellCount(const LetterView& view, TextSpan row) {
  const auto text = view.Folded(row);
  return 1 + static_cast<int>(std::count(text.begin(), text.end(), '|'));
}

Columns ColumnsOf(const LetterView& view, TextSpan head) {
  static const Pattern kName(
      R"re((?:s?tti? ?)?(?:ho(?! ?khau)|chu ho|nguoi dai dien|ten))re");
  static const Pattern kBirth(R"re((?:nam|ngay)[a-z, ]* s[ia]nh|sinh)re");
  static const Pattern kId(
      R"re((?:so )?(?:cc[a-z]{0,2}d|cmt?nd|can cuoc|dinh danh|giay to|ho chieu))re");
  static const Pattern kPhone(
      R"re((?:so ?)?(?:dien thoai|sdt|dt\b|di dong))re");
  static const Pattern kAddress(
      R"re((?:dia chi|thon|xom|ap|to\b|noi ?o|cho ?o|khu|cu tru|can\b|so nha|)re"
      R"re(so can|ho khau|thuong tru|noi (?:cu|thuong)|buon|ban\b|tru quan|)re"
      R"re(phong|doi\b|lang\b|plei|soc\b))re");
  Columns columns;
  columns.count = CellCount(view, head);
  for (int i = 0; i < columns.count; ++i) {
    const TextSpan cell = CellOf(view, head, i);
    const auto take = [&](const Pattern& pattern, int& column) {
      if (column >= 0 || !view.MatchStart(pattern, cell)) return false;
      column = i;
      return true;
    };
    if (take(kName, columns.name) || take(kBirth, columns.birth)) continue;
    if (take(kId, columns.id) || take(kPhone, columns.phone)) continue;
    take(kAddress, columns.address);
  }
  return columns;
}

// "đã ký", "(điểm chỉ)", a day, or a number too long for a flat.
bool IsNoAddress(const LetterView& view, TextSpan cell) {
  static const Pattern kOther(
      R"re(\(?(?:da ?ky|ky\b|diem chi|lan tay|dong y)|[\d .]{6,}|)re"
      R"re(\d{1,2}/\d{1,2}/\d)re");
  return cell.end - cell.start < 2 || view.MatchStart(kOther, cell).has_value();
}

// `shift`: how many cells the row lacks before its name.
void FillCells(const LetterView& view, TextSpan row, const Columns& columns,
               int shift, Sender& sender) {
  const auto cell = [&](int column) {
    return CellOf(view, row, column - shift);
  };
  if (columns.birth >= 0) {
    sender.birth_date = BirthIn(view, cell(columns.birth));
  }
  if (columns.id >= 0) FillBareId(view, cell(columns.id), sender);
  if (columns.address < 0) return;
  TextSpan address = cell(columns.address);
  const bool lacks_one = CellCount(view, row) < columns.count - shift;
  if (lacks_one && IsNoAddress(view, address) &&
      columns.address > columns.name + 1) {
    address = cell(columns.address - 1);  // two cells were read as one
  }
  if (!IsNoAddress(view, address)) sender.address = view.Quote(address);
}

// A scan may lack the cells before the name, above all the row's number.
int ShiftOf(const LetterView& view, TextSpan row, const Columns& columns,
            TextSpan name) {
  if (columns.name < 0) return 0;
  return columns.name - CellCount(view, {row.start, name.start}) + 1;
}

// A number, or the mark of a stall, before the name.
int NameStart(const LetterView& view, TextSpan line) {
  static const Pattern kNumber(
      R"re([~/|]?\s?(?:\d{1,3}|[a-z]\d{1,2})[.)]?(?:\s*\|\s*|\s+))re");
  const auto number = view.MatchStart(kNumber, line);
  return number ? number->span.end : -1;
}

// "Nguyễn Văn A 47 (ký)", a row without a number.
bool EndsSigned(const LetterView& view, TextSpan line) {
  static const Pattern kSigned(
      R"re(\b(?:da ky|ky ten|ky|diem chi|lan tay)\)?\s*$)re");
  return view.ShapeAt(line.start) == 'A' &&
         view.Find(kSigned, line).has_value();
}

// Five words without a border behind them: a name and the next cell's text.
bool RunsIntoNextCell(const LetterView& view, TextSpan name) {
  const auto words = view.Folded(name);
  return std::count(words.begin(), words.end(), ' ') >= 4;
}

// A row of a table of signers: number, name, and what follows.
std::optional<Sender> CoSignerIn(const LetterView& view, TextSpan line,
                                 const Columns& columns) {
  const bool whole = columns.count > 1 && columns.name >= 0 &&
                     CellCount(view, line) == columns.count;
  int start = whole ? CellOf(view, line, columns.name).start : -1;
  if (start < 0 || !NameAt(view, start, line.end)) {
    start = NameStart(view, line);
  }
  if (start < 0 && EndsSigned(view, line)) start = line.start;
  if (start < 0) return std::nullopt;
  const auto name = NameAt(view, start, line.end);
  if (!name || name->span.start > start + 4) return std::nullopt;
  if (!whole && RunsIntoNextCell(view, name->span)) return std::nullopt;
  Sender sender;
  sender.name = view.Quote(name->span);
  sender.role = SenderRole::kCoSigner;
  sender.phone = PhoneIn(view, {name->span.end, line.end});
  FillCells(view, line, columns, ShiftOf(view, line, columns, name->span),
            sender);
  return sender;
}

// "1. Ông Lê Văn Tám, thôn 3 (đã ký)" under "Danh sách …", without a table.
std::optional<Sender> ListedIn(const LetterView& view, TextSpan line) {
  const int start = ListMark(view, line).end;
  if (start == line.start) return std::nullopt;
  const auto name = NameAt(view, start, line.end);
  if (!name || name->span.start > start + 4) return std::nullopt;
  Sender sender;
  sender.name = view.Quote(name->span);
  sender.role = SenderRole::kCoSigner;
  FillIdentity(view, {name->span.end, line.end}, sender);
  return sender;
}

bool IsNamed(const std::vector<Sender>& senders, const Sender& other) {
  const std::string name = ShadowsOf(other.name->value).folded;
  return std::any_of(senders.begin(), senders.end(), [&](const Sender& s) {
    return s.name && ShadowsOf(s.name->value).folded == name;
  });
}

bool IsTableHead(const LetterView& view, TextSpan line) {
  static const Pattern kName(
      R"re(\b(?:hoo? ?(?:va ?|, ?)?ten|chu ho|ten ho|nguoi dai dien ho))re");
  static const Pattern kOther(
      R"re(^(?:stt|tt|so tt)\b|\b(?:chu ky|ky ten|ky)\b|\|)re");
  constexpr int kLongest = 120;
  return line.end - line.start < kLongest && view.Find(kName, line) &&
         view.Find(kOther, line);
}

// "Danh sách các hộ ký tên:", "Những người cùng ký đơn:".
bool IsListHead(const LetterView& view, TextSpan line) {
  static const Pattern kHead(
      R"re((?:danh sach|nhung|cac)\b[^.:\n]{0,60}\b(?:ky (?:ten|don)|ky\b|)re"
      R"re(nguoi (?:to cao|khieu nai|kien nghi|phan anh|dung don|lam don)|)re"
      R"re(ho dan|cong nhan|xa vien)[^.:\n]{0,30}:?\s*$)re");
  constexpr int kLongest = 90;
  return line.end - line.start < kLongest &&
         view.MatchStart(kHead, line).has_value();
}

void AddListed(const LetterView& view, int first,
               std::vector<Sender>& senders) {
  for (int i = first; i < view.line_count(); ++i) {
    auto sender = ListedIn(view, view.line(i));
    if (!sender) return;
    if (!IsNamed(senders, *sender)) senders.push_back(std::move(*sender));
  }
}

}  // namespace

void AddCoSigners(const LetterView& view, const Zones& zones,
                  std::vector<Sender>& senders) {
  constexpr int kStrayLines = 4;  // in a row, of a table read out of order
  int strays_left = 0;
  Columns columns;
  for (int i = zones.body.first; i < view.line_count(); ++i) {
    const TextSpan line = view.line(i);
    if (IsTableHead(view, line)) {
      strays_left = kStrayLines;
      columns = ColumnsOf(view, line);
      continue;
    }
    if (strays_left == 0) {
      if (IsListHead(view, line)) AddListed(view, i + 1, senders);
      continue;
    }
    auto sender = CoSignerIn(view, line, columns);
    const bool is_cell = line.end - line.start <= kLongestCell;
    strays_left = sender ? kStrayLines : is_cell ? strays_left - 1 : 0;
    if (sender && !IsNamed(senders, *sender)) {
      senders.push_back(std::move(*sender));
    }
  }
}

}  // namespace donthu
