#include "stages/extract/respondents.h"

#include <algorithm>

#include "stages/extract/addresses.h"
#include "stages/extract/names.h"

namespace donthu {
namespace {

constexpr int kReach = 330;  // characters after a name that are about it

// "Người bị tố cáo:", "Tên cơ quan, tổ chức, cá nhân bị khiếu nại:", "Bên bị
// khiếu nại:", "Người bị tố cáo là".
const Pattern& Label() {
  static const Pattern pattern(
      R"re((?:nguoi|co quan|to chuc|ca nhan|ben|don vi|doi tuong|ho ten)re"
      R"re()[^:\n]{0,40}\bbi (?:khieu nai|to cao|kien nghi|phan anh|to giac))re"
      R"re([^:\n]{0,24}?\s*(?::|\bla\b|\n|$)\s*(?:\d[.)]\s*)?)re");
  return pattern;
}

const Pattern& Accusation() {
  static const Pattern pattern(
      R"re((?:(?:to cao|khieu nai|to giac|phan anh|keu cuu|\bto)\b[^.;\n]{0,70}?|)re"
      R"re((?:nguoi toi muon noi|doi voi|(?:viet|lam|gui) don ve viec|nguoi (?:chiu trach nhiem|ky quyet dinh|)re"
      R"re(dung dau|ky))[^.;\n]{0,20}?))re"
      R"re(\b(?=(?:ong|ba|anh|chi)\b[ /:]))re");
  return pattern;
}

const Pattern& AccusedBody() {
  static const Pattern pattern(
      R"re(\b(?:to cao|khieu nai|\bto|to giac|xem so sach (?:[a-z ]{0,20})cua|)re"
      R"re(phan anh)\b(?: doi voi| ve(?: viec)?| hanh vi(?: cua)?| viec| hoat dong cua)?\s+)re"
      R"re((?=ubnd|uy ban|cong ty|truong (?:tieu|trung|mam|th)|chi cuc|so [a-z]|)re"
      R"re(phong |hop tac xa|benh vien|trung tam|ban quan ly|chu tich|ban boi))re");
  return pattern;
}

// "Tôi từng làm công nhân cho Công ty …": who denounces an employer seldom
// names it again.
const Pattern& Employer() {
  static const Pattern pattern(
      R"re(\b(?:toi|em|chau|chung toi)\b[^.;\n]{0,20}\blam (?:viec|cong nhan|)re"
      R"re(nhan vien|bao ve|ke toan|thue|tai xe)[^.;\n]{0,30} (?:cho|tai|o) )re"
      R"re((?=cong ty|hop tac xa|co so|doanh nghiep|nha may|benh vien))re");
  return pattern;
}

RespondentKind BodyKind(const LetterView& view, TextSpan span) {
  static const Pattern kPrivate(
      R"re((?:cong ty|hop tac xa|htx|doanh nghiep|co so|ngan hang|nha may|hoi ))re");
  return view.MatchStart(kPrivate, span) ? RespondentKind::kOrganisation
                                         : RespondentKind::kAuthority;
}

// Post and body after a name, e.g. ", 52 tuổi, Giám đốc Hợp tác xã …".
void FillPost(const LetterView& view, TextSpan within, Respondent& respondent) {
  static const Pattern kBefore(
      R"re((?:[,(-]|\s(?:(?:la|lam|giu chuc|chuc vu|hien la|nguyen la)\b|-))\s*:?\s*)re"
      R"re((?:(?:hien |dang )?(?:giu chuc vu|chuc vu|chuc danh|giu chuc|la|)re"
      R"re(nguyen la|hien la|lam)\s*[:.]?\s*)?|chuc vu\s*[:.]?\s*)re");
  for (const Match& before : view.FindAll(kBefore, within)) {
    const auto post = PostAt(view, before.span.end, within.end);
    if (!post || post->end <= post->start) continue;
    respondent.position = view.Quote(*post);
    static const Pattern kLink(
        R"re(\s*,?\s*(?:thuoc|cua|tai|don vi(?: cong tac)?\s*:?|o|co quan\s*:?|)re"
        R"re(noi cong tac\s*:?)?\s*)re");
    int at = post->end;
    if (const auto link = view.MatchStart(kLink, {at, within.end})) {
      at = link->span.end;
    }
    if (const auto body = BodyAt(view, at, within.end)) {
      respondent.organisation = view.Quote(*body);
    }
    return;
  }
}

void FillBodyLabel(const LetterView& view, TextSpan within,
                   Respondent& respondent) {
  static const Pattern kLabel(
      R"re((?:don vi(?: cong tac)?|co quan|noi cong tac|noi lam viec)\s*:\s*)re");
  if (respondent.organisation) return;
  const auto label = view.Find(kLabel, within);
  if (!label) return;
  if (const auto body = BodyAt(view, label->span.end, within.end)) {
    respondent.organisation = view.Quote(*body);
  }
}

// What follows a name belongs to it up to the sentence's or the labelled
// block's end.
TextSpan Reach(const LetterView& view, int at, const Zones& zones) {
  static const Pattern kEnd(
      R"re(\.\s|\n(?!\s*(?:[-+*]\s*)?(?:\d{1,2}[.)]\s*)?(?:chuc vu|don vi|)re"
      R"re(dia chi|co quan|noi |cho o|tru |ho khau)))re");
  const int last = zones.signature.first > 0
                       ? view.line(zones.signature.first - 1).end
                       : view.size();
  const TextSpan near = {at, std::max(at, std::min(at + kReach, last))};
  const auto end = view.Find(kEnd, near);
  return {at, end ? end->span.start : near.end};
}

void FillAddress(const LetterView& view, TextSpan within,
                 Respondent& respondent) {
  if (const auto address = LabelledAddress(view, within)) {
    respondent.address = view.Quote(*address);
  }
}

Respondent PersonOf(const LetterView& view, const PersonName& name,
                    const Zones& zones) {
  Respondent respondent;
  respondent.name = view.Quote(name.span);
  const TextSpan reach = Reach(view, name.span.end, zones);
  FillPost(view, reach, respondent);
  FillBodyLabel(view, reach, respondent);
  FillAddress(view, reach, respondent);
  return respondent;
}

// "Chủ tịch UBND xã A": post and body; "UBND xã A": the body alone.
std::optional<Respondent> BodyOf(const LetterView& view, int at,
                                 const Zones& zones) {
  const TextSpan reach = Reach(view, at, zones);
  const auto post = PostAt(view, at, reach.end);
  const auto body = BodyAt(view, post ? post->end : at, reach.end);
  if (!body) return std::nullopt;
  Respondent respondent;
  const int start = post ? post->start : body->start;
  respondent.name = view.Quote({start, body->end});
  if (post) respondent.position = view.Quote(*post);
  respondent.organisation = view.Quote(*body);
  respondent.kind = BodyKind(view, *body);
  FillAddress(view, {body->end, reach.end}, respondent);
  if (!respondent.address) {
    static const Pattern kComma(
        R"re(\s*[,(]\s*(?:dia chi:? |tru so:? |o )?(?=so \d|\d|duong|quoc lo|thi tran|ap |thon|to |khu|xom))re");
    const auto comma = view.MatchStart(kComma, {body->end, reach.end});
    const auto address =
        comma ? AddressAt(view, comma->span.end, reach.end) : std::nullopt;
    if (address) respondent.address = view.Quote(*address);
  }
  return respondent;
}

// The longer name of the same person that stands first: "bà Nguyễn Thị Tám"
// where a later sentence says "bà Tám" or "bà Bé Tám".
PersonName WholeName(const LetterView& view, const PersonName& name,
                     TextSpan body) {
  static const Pattern kTitle(R"re(\b(?=(?:ong|ba|anh|chi) ))re");
  const std::string ending = " " + std::string(view.Folded(name.span));
  for (const Match& title : view.FindAll(kTitle, body)) {
    const int limit = view.line(view.LineAt(title.span.start)).end;
    const auto other = NameAt(view, title.span.start, limit);
    if (!other) continue;
    const std::string_view whole = view.Folded(other->span);
    const std::size_t at = whole.rfind(ending);
    if (at != whole.npos && at + ending.size() == whole.size()) return *other;
  }
  return name;
}

bool IsKnown(const std::vector<Respondent>& known, const Respondent& other) {
  return std::any_of(known.begin(), known.end(), [&](const Respondent& one) {
    return one.name && other.name &&
           ShadowsOf(one.name->value).folded ==
               ShadowsOf(other.name->value).folded;
  });
}

void Add(std::optional<Respondent> respondent,
         std::vector<Respondent>& respondents) {
  if (respondent && !IsKnown(respondents, *respondent)) {
    respondents.push_back(std::move(*respondent));
  }
}

void AddAt(const LetterView& view, int at, const Zones& zones,
           std::vector<Respondent>& respondents) {
  const int limit = view.line(view.LineAt(at)).end;
  const auto body = BodyOf(view, at, zones);
  const auto name = body ? std::nullopt : NameAt(view, at, limit);
  if (name) Add(PersonOf(view, *name, zones), respondents);
  if (body) Add(body, respondents);
}

// "…, do bà A làm Hiệu trưởng" after a body: its head, a person of its own.
void AddHead(const LetterView& view, const Zones& zones,
             std::vector<Respondent>& respondents) {
  static const Pattern kHead(
      R"re(\bdo (?=(?:ong|ba) )[^.\n]{4,60}? (?:lam|la) )re");
  if (respondents.empty() || !respondents.back().organisation) return;
  const LocatedText body = *respondents.back().organisation;
  const auto head = view.Find(kHead, Reach(view, body.span.end, zones));
  if (!head) return;
  const auto name = NameAt(view, head->span.start + 3, head->span.end);
  if (!name) return;
  Respondent person = PersonOf(view, *name, zones);
  if (!person.organisation) person.organisation = body;
  Add(std::move(person), respondents);
}

// A paragraph that begins "Ông A, 51 tuổi, …" or "Ông A là công chức …" in a
// letter that names nobody else.
void AddSubjects(const LetterView& view, TextSpan body, const Zones& zones,
                 std::vector<Respondent>& respondents) {
  static const Pattern kSubject(R"re((?<=\n)(?:ong|ba) )re");
  static const Pattern kAfter(
      R"re(,? (?:\d\d tuoi|sinh nam|la (?:cong chuc|can bo|chu tich|pho|)re"
      R"re(giam doc|truong|hieu truong|ke toan|bi thu)))re");
  for (const Match& subject : view.FindAll(kSubject, body)) {
    const int limit = view.line(view.LineAt(subject.span.start)).end;
    const auto name = NameAt(view, subject.span.start, limit);
    if (!name || !view.MatchStart(kAfter, {name->span.end, limit})) continue;
    Add(PersonOf(view, *name, zones), respondents);
    return;
  }
}

TextSpan BodySpan(const LetterView& view, const Zones& zones) {
  const int first = std::max(zones.recipients.last, zones.title.last);
  const int last = std::min(zones.signature.first, view.line_count());
  if (first >= last) return {0, 0};
  return {view.line(first).start, view.line(last - 1).end};
}

void DropSenders(const std::vector<Sender>& senders,
                 std::vector<Respondent>& respondents) {
  const auto is_sender = [&](const Respondent& one) {
    return std::any_of(senders.begin(), senders.end(), [&](const Sender& s) {
      return s.name && one.name && s.name->value == one.name->value;
    });
  };
  respondents.erase(
      std::remove_if(respondents.begin(), respondents.end(), is_sender),
      respondents.end());
}

}  // namespace

std::vector<Respondent> RespondentsIn(const LetterView& view,
                                      const Zones& zones,
                                      const std::vector<DecisionRef>& decisions,
                                      const std::vector<Sender>& senders) {
  std::vector<Respondent> respondents;
  const TextSpan body = BodySpan(view, zones);
  for (const Match& label : view.FindAll(Label(), body)) {
    AddAt(view, label.span.end, zones, respondents);
  }
  for (const Match& accused : view.FindAll(Accusation(), body)) {
    const int limit = view.line(view.LineAt(accused.span.start)).end;
    if (const auto name = NameAt(view, accused.span.end, limit)) {
      Add(PersonOf(view, WholeName(view, *name, body), zones), respondents);
    }
  }
  if (respondents.empty()) {
    for (const Match& accused : view.FindAll(AccusedBody(), body)) {
      Add(BodyOf(view, accused.span.end, zones), respondents);
      AddHead(view, zones, respondents);
    }
  }
  DropSenders(senders, respondents);
  if (respondents.empty()) AddSubjects(view, body, zones, respondents);
  if (respondents.empty()) {
    for (const DecisionRef& decision : decisions) {
      if (!decision.issuer) continue;
      AddAt(view, decision.issuer->span.start, zones, respondents);
      break;
    }
  }
  if (respondents.empty()) {
    if (const auto employer = view.Find(Employer(), body)) {
      Add(BodyOf(view, employer->span.end, zones), respondents);
      AddHead(view, zones, respondents);
    }
  }
  DropSenders(senders, respondents);
  return respondents;
}

}  // namespace donthu
