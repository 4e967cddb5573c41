#include "stages/extract/senders.h"

#include <algorithm>

#include "stages/extract/addresses.h"
#include "stages/extract/identity.h"
#include "stages/extract/names.h"

namespace donthu {
namespace {

constexpr int kOpeningLines = 16;  // of the body, at most
constexpr int kLongestCell = 40;   // characters

// Where the other side, the matter or the requests begin.
const Pattern& OpeningEnd() {
  static const Pattern pattern(
      R"re((?:nguoi|co quan|ben|don vi|to chuc|ca nhan|doi tuong)[^:\n]{0,40})re"
      R"re( bi (?:khieu nai|to cao|kien nghi|phan anh|kien|to giac)|)re"
      R"re(\b(?:toi|chung toi)\b[^.\n]{0,60}\b(?:khieu nai|to cao|to giac|phan anh|)re"
      R"re(kien nghi|trinh bay|lam don)\b(?! (?:la|so))|)re"
      R"re(noi dung (?:khieu nai|to cao|don|su viec|kien nghi|phan anh)|)re"
      R"re((?:khieu nai|to cao|phan anh) ve viec|su viec|nguoi bi|bi don|)re"
      R"re((?:danh sach|stt)\b|\bto cao (?:ong|ba|doi voi))re");
  return pattern;
}

const Pattern& WriterAnchor() {
  static const Pattern pattern(
      R"re((?:\b(?:toi|em|chau|con|minh|chung toi)\s+(?:ten\s+la|co ten la|ten|la|(?=:))|)re"
      R"re(\bten\s+(?:toi|chung toi|em|chau)(?:\s+la)?|)re"
      R"re(\bho(?:\s+va|\s*,|\s*&)?\s*ten(?:\s+(?:nguoi|cua)\s+[a-z ]{3,24})?|)re"
      R"re(\bnguoi\s+(?:khieu nai|to cao|lam don|viet don|dung don|kien nghi|)re"
      R"re(phan anh|dung ten|dung dau don|gui|de nghi|gui don|dai dien)(?: la)?|)re"
      R"re(\bfull name|\bdai dien(?: la)?(?= (?:ong|ba)| *:)|)re"
      R"re(\b(?:cu|uy quyen cho)(?= (?:ong|ba)\b))\s*[:.]?\s*)re");
  return pattern;
}

// A numbered writer: "1) Ông Huỳnh Văn A, sinh năm …".
const Pattern& NumberedWriter() {
  static const Pattern pattern(
      R"re(\(?\d{1,2}\s?[.)/]\s*(?:ong|ba|anh|chi)\b[ :]*)re");
  return pattern;
}

bool IsAboutOthers(const LetterView& view, int at) {
  static const Pattern kOthers(
      R"re((?:bi (?:khieu nai|to cao)|duoc uy quyen|chong toi|vo toi|con toi|)re"
      R"re(cha toi|bo toi|me toi|nho)[^,.;:\n]{0,12}$)re");
  return view.Find(kOthers, {std::max(0, at - 30), at}).has_value();
}

// "tôi là …": said once; after it "em tôi là …" names another person.
bool IsSelf(const LetterView& view, TextSpan anchor) {
  static const Pattern kSelf(
      R"re((?:toi|em|chau|con|minh|chung toi|ten toi)\b)re");
  return view.MatchStart(kSelf, anchor).has_value();
}

struct Writer {
  TextSpan name;
  TextSpan data;    // what may hold the person's data
  TextSpan shared;  // what follows and belongs to all writers
  char gender = '?';
  TextSpan title;
  SenderRole role = SenderRole::kWriter;
};

void AddWriter(const PersonName& name, SenderRole role, const LetterView& view,
               std::vector<Writer>& writers) {
  for (const Writer& writer : writers) {
    if (view.Folded(writer.name) == view.Folded(name.span)) return;
  }
  writers.push_back({name.span, {}, {}, name.gender, name.title, role});
}

SenderRole RoleOf(std::string_view anchor) {
  if (anchor.find("dai dien") != anchor.npos) {
    return SenderRole::kRepresentative;
  }
  return SenderRole::kWriter;
}

TextSpan OpeningOf(const LetterView& view, const Zones& zones) {
  const int last = std::min({zones.body.first + kOpeningLines,
                             zones.signature.first, view.line_count()});
  if (zones.body.first >= last) return {0, 0};
  return {view.line(zones.body.first).start, view.line(last - 1).end};
}

// The first place that is the other side's after the writer was named.
int OpeningLimit(const LetterView& view, TextSpan opening, int after) {
  const auto end = view.Find(OpeningEnd(), {after, opening.end});
  return end ? end->span.start : opening.end;
}

void FindByAnchor(const LetterView& view, TextSpan opening,
                  std::vector<Writer>& writers) {
  for (const Match& anchor : view.FindAll(WriterAnchor(), opening)) {
    if (IsAboutOthers(view, anchor.span.start)) continue;
    const int limit = view.line(view.LineAt(anchor.span.start)).end;
    if (anchor.span.end > limit) continue;
    const auto name = NameAt(view, anchor.span.end, limit);
    if (!name) continue;
    if (!writers.empty() && IsSelf(view, anchor.span)) continue;
    if (!writers.empty() &&
        name->span.start > OpeningLimit(view, opening, writers[0].name.end)) {
      return;
    }
    AddWriter(*name, RoleOf(view.Folded(anchor.span)), view, writers);
  }
}

void FindNumbered(const LetterView& view, TextSpan opening,
                  std::vector<Writer>& writers) {
  for (int i = view.LineAt(opening.start); i < view.line_count(); ++i) {
    const TextSpan line = view.line(i);
    if (line.start >= opening.end) return;
    const auto mark = view.MatchStart(NumberedWriter(), line);
    if (!mark) continue;
    const int from = ListMark(view, line).end;
    const auto name = NameAt(view, from, line.end);
    static const Pattern kData(
        R"re((?:sinh|cccd|cmnd|can cuoc|ngu|tru|dia chi|o |dien thoai))re");
    if (name && view.Find(kData, {name->span.end, line.end})) {
      AddWriter(*name, SenderRole::kWriter, view, writers);
    }
  }
}

// An organisation that writes: "Đơn vị chúng tôi là Hợp tác xã …".
std::optional<TextSpan> WritingBody(const LetterView& view, TextSpan opening) {
  static const Pattern kAnchor(
      R"re((?:don vi chung toi(?: la)?|chung toi la|ten (?:don vi|cong ty|)re"
      R"re(to chuc|doanh nghiep)(?: khieu nai)?|nguoi khieu nai|cong ty chung toi(?: la)?|)re"
      R"re(to chuc khieu nai)\s*[:.]?\s*(?=cong ty|hop tac xa|htx|doanh|)re"
      R"re(truong |ngan hang|chi nhanh|hoi |ban ))re");
  const auto anchor = view.Find(kAnchor, opening);
  if (!anchor) return std::nullopt;
  return BodyAt(view, anchor->span.end, opening.end);
}

void SetData(const LetterView& view, TextSpan opening,
             std::vector<Writer>& writers) {
  for (std::size_t i = 0; i < writers.size(); ++i) {
    int end = i + 1 < writers.size()
                  ? writers[i + 1].name.start
                  : OpeningLimit(view, opening, writers[i].name.end);
    if (end <= writers[i].name.end) end = writers[i].name.end;
    writers[i].data = {writers[i].name.end, end};
    if (writers.size() > 1 && i + 1 == writers.size()) {
      // What follows the last one's line ("Cùng trú tại …") is not its own.
      const int line_end = view.line(view.LineAt(writers[i].name.start)).end;
      writers[i].data.end = std::min(end, line_end);
      writers[0].shared = {std::min(end, line_end), end};
    }
  }
}

Sender SenderOf(const LetterView& view, const Writer& writer) {
  Sender sender;
  sender.name = view.Quote(writer.name);
  sender.role = writer.role;
  if (writer.gender != '?') {
    sender.gender = view.Locate(
        std::string(writer.gender == 'm' ? "nam" : "nữ"), writer.title);
  }
  FillIdentity(view, writer.data, sender);
  FillIdentity(view, writer.shared, sender);
  return sender;
}

// A phone given at the end: "Có gì xin gọi số …", "Liên hệ: …".
void FillContact(const LetterView& view, const Zones& zones, Sender& sender) {
  static const Pattern kContact(
      R"re((?:lien he|lien lac|goi|xin keu|so may|dien thoai|so dt|sdt|\bdt)re"
      R"re( ?:|so cua|hop thu|nhan vao|theo so)[^.;\n]{0,80})re");
  const TextSpan body = {
      view.line_count() == 0
          ? 0
          : view.line(zones.recipients.last == 0 ? 0
                                                 : zones.recipients.last - 1)
                .end,
      view.size()};
  for (const Match& contact : view.FindAll(kContact, body)) {
    static const Pattern kOther(
        R"re((?:toa soan|co quan|ong ay|cua ong|cua ba ))re");
    if (view.Find(kOther, contact.span)) continue;
    const TextSpan near = {contact.span.start,
                           std::min(contact.span.end + 25, view.size())};
    if (!sender.phone) sender.phone = PhoneIn(view, near);
    if (sender.email) continue;
    Sender found;
    FillIdentity(view, near, found);
    sender.email = found.email;
  }
}

// A writer who gives no name but says how to be reached.
void AddNameless(const LetterView& view, const Zones& zones,
                 std::vector<Sender>& senders) {
  Sender sender;
  FillContact(view, zones, sender);
  if (sender.phone || sender.email) senders.push_back(std::move(sender));
}

// The column of a table's head that holds addresses; -1: none.
int AddressColumn(const LetterView& view, TextSpan head) {
  static const Pattern kAddress(
      R"re(\s*(?:dia chi|thon|xom|ap|to\b|noi o|cho o|khu|cu tru))re");
  int column = 0;
  for (int at = head.start; at < head.end; ++at) {
    if (view.FoldedAt(at) != '|') continue;
    ++column;
    if (view.MatchStart(kAddress, {at + 1, head.end})) return column;
  }
  return -1;
}

TextSpan CellOf(const LetterView& view, TextSpan row, int column) {
  int start = row.start;
  for (int at = row.start; at <= row.end; ++at) {
    if (at < row.end && view.FoldedAt(at) != '|') continue;
    if (column-- == 0) return view.Trimmed({start, at});
    start = at + 1;
  }
  return {row.end, row.end};
}

// Five words without a border behind them: a name and the next cell's text.
bool RunsIntoNextCell(const LetterView& view, TextSpan name) {
  const auto words = view.Folded(name);
  return std::count(words.begin(), words.end(), ' ') >= 4;
}

// A row of a table of signers: number, name, and what follows.
std::optional<Sender> CoSignerIn(const LetterView& view, TextSpan line,
                                 int address_column) {
  static const Pattern kRow(
      R"re([~/|]?\s?(?:\d{1,3}|[a-z]\d{1,2})[.)]?(?:\s*\|\s*|\s+))re");
  const auto row = view.MatchStart(kRow, line);
  if (!row) return std::nullopt;
  const auto name = NameAt(view, row->span.end, line.end);
  if (!name || name->span.start > row->span.end + 4) return std::nullopt;
  if (RunsIntoNextCell(view, name->span)) return std::nullopt;
  Sender sender;
  sender.name = view.Quote(name->span);
  sender.role = SenderRole::kCoSigner;
  sender.phone = PhoneIn(view, {name->span.end, line.end});
  if (address_column < 0) return sender;
  const TextSpan address = CellOf(view, line, address_column);
  if (address.end - address.start > 2) sender.address = view.Quote(address);
  return sender;
}

bool IsNamed(const std::vector<Sender>& senders, const Sender& other) {
  return std::any_of(senders.begin(), senders.end(), [&](const Sender& s) {
    return s.name && other.name && s.name->value == other.name->value;
  });
}

bool IsTableHead(const LetterView& view, TextSpan line) {
  static const Pattern kHead(
      R"re((?=.*\b(?:ho (?:va )?ten|chu ho|ho, ten|nguoi dai dien ho)\b))re"
      R"re((?=(?:stt|tt|so tt)\b|.*(?:chu ky|ky ten|\bky\b|\|)))re");
  constexpr int kLongest = 120;
  return line.end - line.start < kLongest &&
         view.MatchStart(kHead, line).has_value();
}

void AddCoSigners(const LetterView& view, const Zones& zones,
                  std::vector<Sender>& senders) {
  constexpr int kStrayLines = 4;  // in a row, of a table read out of order
  int strays_left = 0;
  int address_column = -1;
  for (int i = zones.body.first; i < view.line_count(); ++i) {
    const TextSpan line = view.line(i);
    if (IsTableHead(view, line)) {
      strays_left = kStrayLines;
      address_column = AddressColumn(view, line);
      continue;
    }
    if (strays_left == 0) continue;
    auto sender = CoSignerIn(view, line, address_column);
    const bool is_cell = line.end - line.start <= kLongestCell;
    strays_left = sender ? kStrayLines : is_cell ? strays_left - 1 : 0;
    if (sender && !IsNamed(senders, *sender)) {
      senders.push_back(std::move(*sender));
    }
  }
}

}  // namespace

std::vector<TextSpan> SignedNames(const LetterView& view, const Zones& zones) {
  static const Pattern kWitness(
      R"re((?:xac nhan|noi nhan|nguoi lam chung|tai lieu|kem theo|danh sach))re");
  std::vector<TextSpan> names;
  for (int i = zones.signature.first; i < zones.signature.last; ++i) {
    const TextSpan line = view.line(i);
    if (view.MatchStart(kWitness, line)) break;
    if (line.end - line.start > 45) continue;
    const auto name = NameAt(view, line.start, line.end);
    if (name && name->span.end == view.Trimmed(line).end) {
      names.push_back(name->span);
    }
  }
  return names;
}

std::vector<Sender> SendersIn(const LetterView& view, const Zones& zones) {
  const TextSpan opening = OpeningOf(view, zones);
  std::vector<Writer> writers;
  FindByAnchor(view, opening, writers);
  FindNumbered(view, opening, writers);
  std::sort(writers.begin(), writers.end(),
            [](const Writer& a, const Writer& b) {
              return a.name.start < b.name.start;
            });
  if (const auto body = WritingBody(view, opening);
      body && (writers.empty() || writers[0].name.start > body->start)) {
    writers.insert(writers.begin(), Writer{*body, {}, {}, '?', {}, {}});
    writers.resize(1);
  }
  if (writers.empty()) {
    for (const TextSpan name : SignedNames(view, zones)) {
      writers.push_back({name, {}, {}, '?', {}, SenderRole::kWriter});
    }
    if (writers.size() > 1) writers.resize(1);
  }
  SetData(view, opening, writers);
  std::vector<Sender> senders;
  for (const Writer& writer : writers) {
    senders.push_back(SenderOf(view, writer));
  }
  if (!senders.empty()) FillContact(view, zones, senders[0]);
  if (senders.empty()) AddNameless(view, zones, senders);
  AddCoSigners(view, zones, senders);
  return senders;
}

}  // namespace donthu
