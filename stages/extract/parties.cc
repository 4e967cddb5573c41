#include "stages/extract/parties.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "stages/extract/addresses.h"
#include "stages/extract/tagged_spans.h"

namespace donthu {
namespace {

constexpr int kReach = 330;  // characters after a name that are about it

RespondentKind BodyKind(const LetterView& view, TextSpan span) {
  static const Pattern kPrivate(
      R"re((?:cong ty|hop tac xa|htx|doanh nghiep|co so|ngan hang|nha may|hoi ))re");
  return view.MatchStart(kPrivate, span) ? RespondentKind::kOrganisation
                                         : RespondentKind::kAuthority;
}

// "thầy Hiệu trưởng Phùng Bá Duy", "Chủ tịch xã là ông Lê Hồng Sĩ".
void FillPostBefore(const LetterView& view, const PersonName& name,
                    Respondent& respondent) {
  static const Pattern kPost(
      R"re(\b((?:pho )?(?:chu tich|giam doc|hieu truong|bi thu|chu nhiem|)re"
      R"re(truong (?:phong|ban|thon|ap|tram|to|khoa|cong an|doan)|to truong|)re"
      R"re(doi truong|ke toan|thu quy)(?: [a-z]+){0,3}?)(?: la)?)re"
      R"re((?: (?:ong|ba|thay|co|anh|chi|dong chi))?\s*$)re");
  if (respondent.position) return;
  const TextSpan line = view.line(view.LineAt(name.span.start));
  const TextSpan before = {std::max(line.start, name.span.start - 50),
                           name.span.start};
  if (const auto post = view.Find(kPost, before)) {
    respondent.position = view.Quote(view.Trimmed(post->groups[0]));
  }
}

// Post and body after a name, e.g. ", 52 tuổi, Giám đốc Hợp tác xã …".
void FillPost(const LetterView& view, TextSpan within, Respondent& respondent) {
  static const Pattern kBefore(
      R"re((?:[,(-]|\s(?:(?:la|lam|giu chuc|chuc vu|hien la|nguyen la)\b|-))\s*:?\s*)re"
      R"re((?:(?:hien |dang )?(?:giu chuc vu|chuc vu|chuc danh|giu chuc|la|)re"
      R"re(nguyen la|hien la|lam)\s*[:.]?\s*)?|chuc vu\s*[:.]?\s*)re");
  std::vector<int> places = {within.start};  // "bà Loan thủ quỹ của …"
  for (const Match& before : view.FindAll(kBefore, within)) {
    places.push_back(before.span.end);
  }
  for (const int place : places) {
    const auto post = PostAt(view, place, within.end);
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

void FillAddress(const LetterView& view, TextSpan within,
                 Respondent& respondent) {
  if (const auto address = LabelledAddress(view, within)) {
    respondent.address = view.Quote(*address);
  }
}

}  // namespace

TextSpan Reach(const LetterView& view, int at, const Zones& zones) {
  static const Pattern kEnd(
      R"re(\.\s|\n(?!\s*(?:[-+*]\s*)?(?:\d{1,2}[.)]\s*)?(?:chuc vu|don vi|)re"
      R"re(dia chi|co quan|noi |cho o|tru |ho khau|sinh |ngay sinh|nam sinh|)re"
      R"re(dien thoai|so |cccd|cmnd|nghe |hien )))re");
  const int last = zones.signature.first > 0
                       ? view.line(zones.signature.first - 1).end
                       : view.size();
  const TextSpan near = {at, std::max(at, std::min(at + kReach, last))};
  const auto end = view.Find(kEnd, near);
  const TextSpan reach = {at, end ? end->span.start : near.end};
  const int next = NextPersonAt(view, reach);
  return next < 0 ? reach : TextSpan{at, next};
}

Respondent PersonOf(const LetterView& view, const PersonName& name,
                    const Zones& zones) {
  Respondent respondent;
  respondent.name = view.Quote(name.span);
  const TextSpan reach = Reach(view, name.span.end, zones);
  FillPost(view, reach, respondent);
  FillPostBefore(view, name, respondent);
  FillBodyLabel(view, reach, respondent);
  FillAddress(view, reach, respondent);
  return respondent;
}

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

std::optional<Respondent> HolderOf(const LetterView& view, int at,
                                   const Zones& zones) {
  const int limit = view.line(view.LineAt(at)).end;
  const auto post = PostAt(view, at, limit);
  if (!post) return std::nullopt;
  for (int start = post->start + 1; start < post->end; ++start) {
    if (view.FoldedAt(start - 1) != ' ') continue;
    const auto name = NameAt(view, start, limit);
    if (!name || name->span.start != start) continue;
    Respondent respondent = PersonOf(view, *name, zones);
    respondent.position = view.Quote(view.Trimmed({post->start, start}));
    return respondent;
  }
  return std::nullopt;
}

int NextPersonAt(const LetterView& view, TextSpan within) {
  static const Pattern kJoin(
      R"re((?:[,;]\s*(?:va\s+|cung\s+|\d[.)]\s*)?|)re"
      R"re(\s(?:va|cung(?: voi)?)\s+(?:(?:vo|chong) la )?))re"
      R"re((?=(?:ong|ba|anh|chi|dong chi|co|bac si|duoc si)\s)|)re"
      R"re(,?\scung voi\s(?=[a-z]))re");
  static const Pattern kVerb(
      R"re(\s(?:da|vi|co (?:hanh|dau)|ve (?:viec|hanh)|nhan|lay|chiem|lua|)re"
      R"re(danh|loi dung|lam trai|khong|dang|bao|noi|goi|cho)\s)re");
  int limit = within.end;
  for (const Match& verb : view.FindAll(kVerb, within)) {
    if (view.ShapeAt(verb.span.start + 1) != 'a') continue;  // "xã Đạ Lây"
    limit = verb.span.start;
    break;
  }
  for (const Match& join : view.FindAll(kJoin, {within.start, limit})) {
    if (NameAt(view, join.span.end, within.end)) return join.span.end;
  }
  return -1;
}

void AddParty(std::optional<Respondent> respondent,
              std::vector<Respondent>& respondents) {
  if (!respondent) return;
  const auto is_same = [&](const Respondent& one) {
    return one.name && respondent->name &&
           NameKey(one.name) == NameKey(respondent->name);
  };
  if (std::none_of(respondents.begin(), respondents.end(), is_same)) {
    respondents.push_back(std::move(*respondent));
  }
}

void DropSenders(const std::vector<Sender>& senders,
                 std::vector<Respondent>& respondents) {
  const auto is_sender = [&](const Respondent& one) {
    return std::any_of(senders.begin(), senders.end(), [&](const Sender& s) {
      return s.name && NameKey(s.name) == NameKey(one.name);
    });
  };
  respondents.erase(
      std::remove_if(respondents.begin(), respondents.end(), is_sender),
      respondents.end());
}

void DropAccused(const std::vector<Respondent>& respondents,
                 std::vector<Sender>& senders) {
  const auto is_accused = [&](const Sender& one) {
    return std::any_of(respondents.begin(), respondents.end(),
                       [&](const Respondent& r) {
                         return one.name && Touches(r.name, one.name->span);
                       });
  };
  std::erase_if(senders, is_accused);
}

}  // namespace donthu
