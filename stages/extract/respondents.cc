#include "stages/extract/respondents.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "stages/extract/accused_bodies.h"
#include "stages/extract/addresses.h"
#include "stages/extract/listed_parties.h"
#include "stages/extract/names.h"
#include "stages/extract/parties.h"
#include "stages/extract/units.h"

namespace donthu {
namespace {

// "Người bị tố cáo:", "Tên cơ quan, tổ chức, cá nhân bị khiếu nại:", "Bên bị
// khiếu nại:", "Người bị tố cáo là".
const Pattern& Label() {
  static const Pattern pattern(
      R"re((?:nguoi|co quan|to chuc|ca nhan|ben|don vi|doi tuong|ho ten)re"
      R"re()[^:\n]{0,40}\bbi (?:khieu nai|to cao|kien nghi|phan anh|to giac))re"
      R"re([^:|\n]{0,24}?\s*(?:[:|]|\bla\b|\n|$)\s*(?:\d[.)]\s*)?|)re"
      R"re(\b(?:khieu nai|to cao|to giac|kien) ai\s*[:|]\s*)re");
  return pattern;
}

const Pattern& Accusation() {
  static const Pattern pattern(
      R"re(\b(?:(?:to cao|khieu nai|to giac|phan anh|keu cuu|to)\b[^.;\n]{0,70}?|)re"
      R"re((?:nguoi toi muon noi|doi voi|(?:viet|lam|gui) don ve viec|)re"
      R"re(nguoi (?:chiu trach nhiem|ky quyet dinh|dung dau|ky))[^.;\n]{0,20}?|)re"
      R"re(hanh vi [^.;\n]{0,60}?(?:cua|do)\b[^.;\n]{0,12}?))re"
      R"re(\b(?=(?:ong|ba|anh|chi|dong chi|thay)\b[ /:]))re");
  return pattern;
}

// "tố cáo Nguyễn Văn A": without a form of address.
const Pattern& BareAccusation() {
  static const Pattern pattern(
      R"re(\b(?:to cao|to giac|khieu nai)(?: doi voi)?(?: ten| doi tuong)?:? )re");
  return pattern;
}

// "xử lý nghiêm ông …", "kỷ luật bà …": who is to be dealt with.
const Pattern& Sanction() {
  static const Pattern pattern(
      R"re(\b(?:xu ly|ky luat|xu phat|khoi to|truy cuu|dinh chi|cach chuc|)re"
      R"re(trach nhiem|sai pham|vi pham|viec lam|lam ro|\bve)\b[^.;,\n]{0,40}?)re"
      R"re(\b(?=(?:ong|ba|anh|chi|dong chi) ))re");
  return pattern;
}

TextSpan BodySpan(const LetterView& view, const Zones& zones) {
  const int first = std::max(zones.recipients.last, zones.title.last);
  const int last = std::min(zones.signature.first, view.line_count());
  if (first >= last) return {0, 0};
  return {view.line(first).start, view.line(last - 1).end};
}

// Where the same person stands best: with the whole name ("bà Nguyễn Thị
// Tám" where the sentence says "bà Tám") and, if anywhere, with a post.
Respondent Best(const LetterView& view, const PersonName& name, TextSpan body,
                const Zones& zones) {
  static const Pattern kTitle(R"re(\b(?=(?:ong|ba|anh|chi) ))re");
  Respondent best = PersonOf(view, name, zones);
  if (best.position) return best;
  std::string_view wanted = view.Folded(name.span);
  bool is_whole = false;
  for (const Match& title : view.FindAll(kTitle, body)) {
    const int limit = view.line(view.LineAt(title.span.start)).end;
    const auto other = NameAt(view, title.span.start, limit);
    if (!other) continue;
    const std::string_view whole = view.Folded(other->span);
    const bool same = whole == wanted;
    const bool longer = whole.size() > wanted.size() + 1 &&
                        whole.substr(whole.size() - wanted.size()) == wanted &&
                        whole[whole.size() - wanted.size() - 1] == ' ';
    if (!same && !longer) continue;
    Respondent found = PersonOf(view, *other, zones);
    if (found.position || (longer && !is_whole)) {
      wanted = whole;
      is_whole = true;
      const bool done = found.position.has_value();
      if (!found.address) found.address = best.address;
      best = std::move(found);
      if (done) return best;
    } else if (!best.address && found.address) {
      best.address = found.address;
    }
  }
  return best;
}

void AddListed(const LetterView& view, int line, FirstLine first,
               const Zones& zones, std::vector<Respondent>& respondents) {
  for (Respondent& one : PartiesListedAt(view, line, first, zones)) {
    AddParty(std::move(one), respondents);
  }
}

// The person named at `at` and those coordinated with it.
void AddPersons(const LetterView& view, PersonName name, TextSpan body,
                const Zones& zones, std::vector<Respondent>& respondents) {
  constexpr int kMost = 12;
  for (int i = 0; i < kMost; ++i) {
    AddParty(Best(view, name, body, zones), respondents);
    const int line_end = view.line(view.LineAt(name.span.start)).end;
    const int next = NextPersonAt(view, {name.span.end, line_end});
    const auto other =
        next < 0 ? std::optional<PersonName>() : NameAt(view, next, line_end);
    if (!other) return;
    name = *other;
  }
}

void AddAt(const LetterView& view, int at, const Zones& zones,
           std::vector<Respondent>& respondents) {
  const int limit = view.line(view.LineAt(at)).end;
  if (const auto body = BodyOf(view, at, zones))
    return AddParty(body, respondents);
  if (const auto name = NameAt(view, at, limit)) {
    return AddPersons(view, *name, BodySpan(view, zones), zones, respondents);
  }
  AddParty(HolderOf(view, at, zones), respondents);
}

// "Ông A, 51 tuổi, …", "ông B, Trưởng ban …" in a letter that wants somebody
// dealt with and accuses nobody in so many words.
void AddSubjects(const LetterView& view, TextSpan body, const Zones& zones,
                 std::vector<Respondent>& respondents) {
  static const Pattern kBlame(
      R"re(\b(?:to cao|to giac|ky luat|xu ly|tham o|bien thu|an chan|an bot|)re"
      R"re(lap khong|chiem|bo tui|hoi lo|phai bi xu|dinh chi|lua))re");
  static const Pattern kAny(R"re(\b(?=(?:ong|ba|anh|chi) ))re");
  static const Pattern kAfter(
      R"re(,? (?:\d\d tuoi|sinh nam|la (?:cong chuc|can bo|chu tich|pho|)re"
      R"re(giam doc|truong|hieu truong|ke toan|bi thu)))re");
  for (int i = zones.body.first; i < zones.body.last; ++i) {
    const TextSpan line = view.line(i);
    const std::string_view words = view.Folded(line);
    if (words.substr(0, 4) != "ong " && words.substr(0, 3) != "ba ") continue;
    const auto name = NameAt(view, line.start, line.end);
    if (!name || !view.MatchStart(kAfter, {name->span.end, line.end})) continue;
    AddParty(PersonOf(view, *name, zones), respondents);
    return;
  }
  const bool blames =
      view.HoldsAny(
          body, {"to cao", "to giac", "ky luat", "xu ly", "tham o", "bien thu",
                 "an chan", "an bot", "lap khong", "chiem", "bo tui", "hoi lo",
                 "phai bi xu", "dinh chi", "lua"}) &&
      view.Find(kBlame, body);
  if (!blames) return;
  for (const Match& subject : view.FindAll(kAny, body)) {
    const int limit = view.line(view.LineAt(subject.span.start)).end;
    const auto name = NameAt(view, subject.span.start, limit);
    if (!name || view.FoldedAt(name->span.end) != ',') continue;
    if (!PostAt(view, name->span.end + 1, limit)) continue;
    AddParty(PersonOf(view, *name, zones), respondents);
    return;
  }
}

bool IsSender(const std::vector<Sender>& senders, std::string_view name) {
  return std::any_of(senders.begin(), senders.end(), [&](const Sender& one) {
    return one.name && ShadowsOf(one.name->value).folded == name;
  });
}

// How often "ông Hạ" stands in the body for "Đinh Công Hạ".
int Mentions(const LetterView& view, const PersonName& name, TextSpan body) {
  static const Pattern kTitle(
      R"re(\b(?:ong|ba|anh|chi|co|thay|bac si|chu|em|nha) (?=[a-z]))re");
  const std::string_view whole = view.Folded(name.span);
  const std::string_view last = whole.substr(whole.rfind(' ') + 1);
  const int length = static_cast<int>(last.size());
  int count = 0;
  for (const Match& title : view.FindAll(kTitle, body)) {
    const int at = title.span.end;
    if (view.ShapeAt(at) == 'A' && view.Folded({at, at + length}) == last) {
      ++count;
    }
  }
  return count;
}

// "ông Hạ", "ông Chủ tịch xã Cao Hữu Thuật": a whole name within some words
// after a form of address.
std::optional<PersonName> NameNear(const LetterView& view, int at, int limit) {
  constexpr int kMostWords = 5;  // of a post
  for (int word = 0; word < kMostWords && at < limit; ++word) {
    if (view.ShapeAt(at) == 'A') {
      auto name = NameAt(view, at, limit);
      if (name && (word == 0 || HasFamilyName(view, *name))) return name;
    }
    while (at < limit && view.ShapeAt(at) != ' ') {
      const char shape = view.ShapeAt(at);
      if (shape != 'A' && shape != 'a') return std::nullopt;
      ++at;
    }
    ++at;
  }
  return std::nullopt;
}

// In a letter that wants somebody dealt with and accuses nobody in so many
// words: the person whom it speaks of most, or the only one with a whole name.
void AddSalient(const LetterView& view, TextSpan body, const Zones& zones,
                const std::vector<DecisionRef>& decisions,
                const std::vector<Sender>& senders,
                std::vector<Respondent>& respondents) {
  static const Pattern kWanted(
      R"re(\b(?:to cao|to giac|ky luat|xu ly|xu phat|phat (?:tien|that|nang)|)re"
      R"re(cach chuc|thoi chuc|dinh chi|dieu tra|tham o|an chan|hoi lo|)re"
      R"re(nhan tien|gia mao|gian lan|thu hoi (?:so )?tien|lam ro|xac minh|)re"
      R"re(trieu tap|khoi to)\b)re");
  static const Pattern kTitled(
      R"re(\b(?:ong|ba|anh|chi|co|thay|bac si|bs|dong chi) (?=[a-z]))re");
  static const Pattern kStrong(
      R"re(\b(?:to cao|ky luat|cach chuc|thoi chuc|xu phat|dinh chi|)re"
      R"re(phat (?:tien|that|nang)|dieu tra|xu ly nghiem)\b)re");
  static const Pattern kWitness(
      R"re((?:lam chung|chung kien|ke lai|con |chau |nguoi nha|ten la|)re"
      R"re(mua (?:lai )?(?:cua|nha|dat)|nha cap bon cua)$)re");
  constexpr int kBefore = 14;  // characters
  if (!view.Find(kWanted, body)) return;
  std::vector<std::pair<PersonName, int>> persons;  // with their score
  for (const Match& title : view.FindAll(kTitled, body)) {
    const int limit = view.line(view.LineAt(title.span.start)).end;
    const auto name = NameNear(view, title.span.end, limit);
    if (!name || IsSender(senders, view.Folded(name->span))) continue;
    const int from = std::max(body.start, title.span.start - kBefore);
    if (view.Find(kWitness, {from, title.span.start - 1})) continue;
    const std::string_view whole = view.Folded(name->span);
    auto known = std::find_if(
        persons.begin(), persons.end(),
        [&](const auto& one) { return view.Folded(one.first.span) == whole; });
    if (known != persons.end()) {
      ++known->second;
      continue;
    }
    const bool has_post = PostAt(view, name->span.end + 1, limit).has_value();
    persons.emplace_back(*name,
                         1 + Mentions(view, *name, body) + (has_post ? 1 : 0));
  }
  const auto most = std::max_element(
      persons.begin(), persons.end(),
      [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == persons.end()) return;
  // A decision is somebody's act, whoever is spoken of beside it.
  if (!decisions.empty() && most->second < 3) return;
  const TextSpan later = {(body.start + body.end) / 2, body.end};
  const bool alone = persons.size() == 1 && HasFamilyName(view, most->first) &&
                     view.Find(kStrong, later);
  if (most->second < 2 && !alone) return;
  AddParty(PersonOf(view, most->first, zones), respondents);
}

void AddLabelled(const LetterView& view, TextSpan body, const Zones& zones,
                 std::vector<Respondent>& respondents) {
  if (!view.HoldsAny(
          body, {"bi khieu nai", "bi to cao", "bi kien nghi", "bi phan anh",
                 "bi to giac", "nai ai", "cao ai", "giac ai", "kien ai"})) {
    return;
  }
  for (const Match& label : view.FindAll(Label(), body)) {
    const int line = view.LineAt(label.span.end);
    if (line > view.LineAt(label.span.start)) {
      const std::size_t before = respondents.size();
      AddListed(view, line, FirstLine::kBare, zones, respondents);
      if (respondents.size() > before) continue;
    }
    AddAt(view, label.span.end, zones, respondents);
    AddListed(view, line + 1, FirstLine::kMarked, zones, respondents);
  }
}

// "Tôi tố cáo những người sau đây:", "Chúng tôi tố cáo:" before a list.
void AddAnnounced(const LetterView& view, TextSpan body, const Zones& zones,
                  std::vector<Respondent>& respondents) {
  static const Pattern kAnnounced(
      R"re(\b(?:(?:to cao|khieu nai|to giac|thua)[^.;:\n]{0,50}\b)re"
      R"re((?:sau(?: day)?|duoi day|co ten|gom|bang nay))re"
      R"re((?:[^.;:\n]{0,20}:?|[^.;:\n]{0,120}:)|)re"
      R"re(toi (?:xin )?(?:to cao|khieu nai|to giac)\s*:|)re"
      R"re(doi tuong [^.:\n]{0,30}(?:to cao|khieu nai)[^:\n]{0,40}:?)\s*\n)re");
  for (const Match& announced : view.FindAll(kAnnounced, body)) {
    const int line = view.LineAt(announced.span.start);
    AddListed(view, line + 1, FirstLine::kMarked, zones, respondents);
  }
}

// "Người gom tiền là Lý Thị Điệp", "Kẻ chặn ghe tên là …", "người làm sai là
// Ban Quản lý …": who did it, told in a sentence of its own.
void AddDoers(const LetterView& view, TextSpan body, const Zones& zones,
              std::vector<Respondent>& respondents) {
  static const Pattern kDoer(
      R"re(\b(?:nguoi|ke)(?! (?:lam chung|lam don|dai dien|viet|dung don|)re"
      R"re(than|nha|lien he|giup|duoc|lam to|chung|dan|khieu nai la|gui|ban|)re"
      R"re(thua|bao ve|mua|vay|cho|hang xom)))re"
      R"re( [^.;,:\n]{3,50}?\b(?:ten )?la\s+(?:(?:mot )?(?:bac si|giao vien|thay) )?)re");
  for (const Match& doer : view.FindAll(kDoer, body)) {
    const int at = doer.span.end;
    const int limit = view.line(view.LineAt(at)).end;
    const auto name = NameAt(view, at, limit);
    if (name && HasFamilyName(view, *name)) {
      AddPersons(view, *name, body, zones, respondents);
    } else if (UnitLengthAt(view, at) == 0) {
      AddParty(BodyOf(view, at, zones), respondents);
    }
  }
}

void AddAccused(const LetterView& view, const Pattern& cue, TextSpan body,
                const Zones& zones, std::vector<Respondent>& respondents) {
  for (const Match& accused : view.FindAll(cue, body)) {
    const int line = view.LineAt(accused.span.start);
    const int limit = view.line(line).end;
    if (const auto name = NameAt(view, accused.span.end, limit)) {
      AddPersons(view, *name, body, zones, respondents);
    } else if (view.FoldedAt(limit - 1) == ':') {
      AddListed(view, line + 1, FirstLine::kMarked, zones, respondents);
    }
  }
}

// Below the title: "(V/v tố cáo ông A, Chủ tịch …, và bà B)", "Đối với đồng
// chí A …; đồng chí B …".
void AddSubtitle(const LetterView& view, TextSpan body, const Zones& zones,
                 std::vector<Respondent>& respondents) {
  static const Pattern kAgainst(
      R"re(\b(?:to cao|khieu nai|to giac|doi voi)\b[^.;\n]{0,40}?)re"
      R"re(\b(?=(?:ong|ba|anh|chi|dong chi)\b ))re");
  constexpr int kMostLines = 3;
  if (zones.title.empty()) return;
  const int last = std::min({zones.title.last + kMostLines, view.line_count(),
                             zones.recipients.first > zones.title.first
                                 ? zones.recipients.first
                                 : zones.title.last + 1});
  for (int i = zones.title.last; i < last; ++i) {
    const TextSpan line = view.line(i);
    const auto against = view.Find(kAgainst, line);
    const auto name = against ? NameAt(view, against->span.end, line.end)
                              : std::optional<PersonName>();
    if (name) AddPersons(view, *name, body, zones, respondents);
    AddAccusedBodies(view, line, zones, respondents);
  }
}

void AddBareAccused(const LetterView& view, TextSpan body, const Zones& zones,
                    std::vector<Respondent>& respondents) {
  for (const Match& accused : view.FindAll(BareAccusation(), body)) {
    const int at = accused.span.end;
    if (view.ShapeAt(accused.span.start) != 'a' || view.ShapeAt(at) != 'A') {
      continue;
    }
    const int limit = view.line(view.LineAt(at)).end;
    const auto name = NameAt(view, at, limit);
    if (name) AddPersons(view, *name, body, zones, respondents);
  }
}

// "ông A, Chấp hành viên …, ra Quyết định số …", "… số 41/TB do thầy Hiệu
// trưởng B ký": whose act it is.
void AddSigners(const LetterView& view,
                const std::vector<DecisionRef>& decisions, const Zones& zones,
                std::vector<Respondent>& respondents) {
  static const Pattern kTitle(
      R"re(\b(?:ong|ba|thay|co|anh|chi|dong chi) (?=[a-z]))re");
  static const Pattern kGives(
      R"re([^.;\n]{0,120}\b(?:ra|ban hanh|ky)\s[^.;,\n]{0,50}$)re");
  static const Pattern kBy(
      R"re([^.;\n]{0,45}?\bdo (?:ong|ba|thay|co|anh|chi|dong chi) )re");
  static const Pattern kSigns(R"re([^.;\n]{0,60}\bky\b)re");
  for (const DecisionRef& decision : decisions) {
    if (decision.kind && decision.kind->value == "ban_an") continue;
    const TextSpan number = decision.number->span;
    const TextSpan line = view.line(view.LineAt(number.start));
    const TextSpan before = {std::max(line.start, number.start - 200),
                             number.start};
    for (const Match& title : view.FindAll(kTitle, before)) {
      const auto name = NameNear(view, title.span.end, before.end);
      if (!name || !view.MatchStart(kGives, {name->span.end, before.end})) {
        continue;
      }
      AddParty(PersonOf(view, *name, zones), respondents);
    }
    const TextSpan after = {number.end, line.end};
    const auto by = view.MatchStart(kBy, after);
    const auto name = by ? NameNear(view, by->span.end, line.end)
                         : std::optional<PersonName>();
    if (name && view.MatchStart(kSigns, {name->span.end, line.end})) {
      AddParty(PersonOf(view, *name, zones), respondents);
    }
  }
}

void AddIssuer(const LetterView& view,
               const std::vector<DecisionRef>& decisions, const Zones& zones,
               std::vector<Respondent>& respondents) {
  for (const DecisionRef& decision : decisions) {
    // A court's judgment is contested elsewhere.
    if (!decision.issuer || decision.kind->value == "ban_an") continue;
    AddAt(view, decision.issuer->span.start, zones, respondents);
    return;
  }
}

}  // namespace

std::vector<Respondent> ListedRespondents(const LetterView& view,
                                          const Zones& zones) {
  std::vector<Respondent> respondents;
  const TextSpan body = BodySpan(view, zones);
  AddLabelled(view, body, zones, respondents);
  AddAnnounced(view, body, zones, respondents);
  return respondents;
}

std::vector<Respondent> RespondentsIn(const LetterView& view,
                                      const Zones& zones,
                                      std::vector<Respondent> listed,
                                      const std::vector<DecisionRef>& decisions,
                                      const std::vector<Sender>& senders) {
  std::vector<Respondent> respondents = std::move(listed);
  const TextSpan body = BodySpan(view, zones);
  const auto if_none = [&](const auto& add) {
    if (!respondents.empty()) return;
    add();
    DropSenders(senders, respondents);
  };
  AddSubtitle(view, body, zones, respondents);
  AddAccused(view, Accusation(), body, zones, respondents);
  AddBareAccused(view, body, zones, respondents);
  DropSenders(senders, respondents);
  AddAccusedBodies(view, body, zones, respondents);
  if (respondents.empty()) AddBlamedBodies(view, body, zones, respondents);
  DropSenders(senders, respondents);
  if_none([&] { AddAccused(view, Sanction(), body, zones, respondents); });
  if_none([&] { AddDoers(view, body, zones, respondents); });
  if_none([&] { AddSubjects(view, body, zones, respondents); });
  if_none([&] { AddSigners(view, decisions, zones, respondents); });
  if_none([&] {
    AddIssuer(view, decisions, zones, respondents);
    if (respondents.empty()) AddEmployer(view, body, zones, respondents);
  });
  if (respondents.empty()) {
    AddSalient(view, body, zones, decisions, senders, respondents);
  }
  return respondents;
}

}  // namespace donthu
