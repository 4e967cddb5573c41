#include "stages/extract/accused_bodies.h"

#include <utility>

#include "stages/extract/names.h"
#include "stages/extract/parties.h"
#include "stages/extract/units.h"

namespace donthu {
namespace {

const Pattern& AccusedBody() {
  static const Pattern pattern(
      R"re((?:\b(?:to cao|khieu nai|to|to giac|kien|phan doi|phan anh|)re"
      R"re(khong (?:dong (?:y|tinh)|chiu|chap nhan|nhat tri)|)re"
      R"re(xem so sach (?:[a-z ]{0,20})cua)\b(?: tiep)?(?: lan (?:hai|dau))?)re"
      R"re((?: (?:tiep )?len (?:tinh|huyen|tren))?(?: doi)?(?: voi)?)re"
      R"re((?: ve(?: viec)?| hanh vi(?: cua)?| viec| hoat dong cua| ca| la|)re"
      R"re( (?:cach|viec lam|quyet dinh|thong bao|cong van|ket luan|ca hai))re"
      R"re((?: [a-z]+){0,4} cua)?|)re"
      R"re((?:^|[.;\n])\s*(?:viec|duy co|chi co)|\bv/v:?)\s+)re"
      R"re((?=ubnd|uy ban|hoi dong|xi nghiep|nong truong|lam truong|bhxh|)re"
      R"re(bao hiem|tram |doi |doan |hat |thanh tra|cong ty|chi cuc|)re"
      R"re(truong (?:tieu|trung|mam|th|cao|dai)|so [a-z]|phong |)re"
      R"re(hop tac xa|benh vien|trung tam|ban quan ly|chu tich|)re"
      R"re(huyen |thi xa |xa |phuong |pho (?:chu|giam|truong|hieu)|giam doc |)re"
      R"re((?:doi|hat|cuc|tram|chi cuc) truong|hieu truong|truong (?:phong|ban)|)re"
      R"re(ban boi|co so|quan |xuong|trang trai|cua hang|nha hang|nha may|)re"
      R"re(doanh nghiep|ngan hang|chi nhanh|cong an|dien luc|van phong|cuc ))re");
  return pattern;
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
  AddParty(std::move(person), respondents);
}

}  // namespace

void AddAccusedBodies(const LetterView& view, TextSpan within,
                      const Zones& zones,
                      std::vector<Respondent>& respondents) {
  for (const Match& accused : view.FindAll(AccusedBody(), within)) {
    const int at = accused.span.end;
    const bool is_unit = UnitLengthAt(view, at) > 0;
    if (is_unit && PlaceEndAt(view, at, within.end) < 0) continue;
    AddParty(BodyOf(view, at, zones), respondents);
    AddHead(view, zones, respondents);
  }
}

void AddBlamedBodies(const LetterView& view, TextSpan body, const Zones& zones,
                     std::vector<Respondent>& respondents) {
  static const Pattern kBody(
      R"re(\b(?=(?:ubnd|uy ban|hoi dong|bhxh|bao hiem|phong |chi cuc|hat |)re"
      R"re(tram |doi |trung tam|ban quan ly|so [a-z]|cong an)))re");
  static const Pattern kBlame(
      R"re(\s(?:lam (?:nhu (?:the|vay)|trai|nguoc|sai)|phu nhan|co tinh|)re"
      R"re(ap dat|dun day|(?:la )?khong (?:cong bang|khach quan|nghe))\b)re");
  if (!view.Find(kBlame, body)) return;
  for (const Match& head : view.FindAll(kBody, body)) {
    auto found = BodyOf(view, head.span.start, zones);
    if (!found || !found->name) continue;
    const int end = found->name->span.end;
    const int line_end = view.line(view.LineAt(end)).end;
    if (view.MatchStart(kBlame, {end, line_end})) {
      AddParty(std::move(found), respondents);
    }
  }
}

void AddEmployer(const LetterView& view, TextSpan body, const Zones& zones,
                 std::vector<Respondent>& respondents) {
  static const Pattern kEmployer(
      R"re(\b(?:toi|em|chau|chung toi)\b[^.;\n]{0,20}\blam(?: (?:viec|cong nhan|)re"
      R"re(nhan vien|bao ve|ke toan|thue|tai xe))?[^.;\n]{0,30} (?:cho|tai|o) )re"
      R"re((?:(?:chuyen|xuong|phan xuong|bo phan) [a-z0-9]+ )?)re"
      R"re((?=cong ty|hop tac xa|co so|doanh nghiep|nha may|benh vien))re");
  const auto employer = view.Find(kEmployer, body);
  if (!employer) return;
  AddParty(BodyOf(view, employer->span.end, zones), respondents);
  AddHead(view, zones, respondents);
}

}  // namespace donthu
