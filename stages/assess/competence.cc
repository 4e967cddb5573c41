#include "stages/assess/competence.h"

#include <algorithm>
#include <string>
#include <vector>

#include "stages/assess/folding.h"
#include "stages/assess/office_match.h"

namespace donthu {
namespace {

void AddValue(const OptionalText& text, std::vector<std::string>& to) {
  if (text && !text->value.empty()) to.push_back(text->value);
}

// Bodies whose decision or act is complained of.
std::vector<std::string> Issuers(const Fields& fields) {
  std::vector<std::string> names;
  for (const DecisionRef& decision : fields.decisions) {
    AddValue(decision.issuer, names);
  }
  for (const Respondent& respondent : fields.respondents) {
    AddValue(respondent.organisation, names);
    if (respondent.kind == RespondentKind::kAuthority) {
      AddValue(respondent.name, names);
    }
  }
  return names;
}

Competence OfComplaint(const Fields& fields, const Office& office) {
  const std::vector<std::string> issuers = Issuers(fields);
  if (issuers.empty()) return {};
  if (fields.instance.value && *fields.instance.value != "lan_dau") {
    return {
        std::nullopt, "khiếu nại lần hai: thẩm quyền của cấp trên trực tiếp",
        "Luật Khiếu nại Điều 7, Điều 20, Điều 21; Nghị định 141/2025/NĐ-CP"};
  }
  const auto is_ours = [&](const std::string& name) {
    return Means(name, office);
  };
  if (std::all_of(issuers.begin(), issuers.end(), is_ours)) {
    return {true, "lần đầu: quyết định, hành vi của chính cơ quan này",
            "Luật Khiếu nại Điều 7 khoản 1"};
  }
  const auto is_elsewhere = [&](const std::string& name) {
    const OfficeLevel level = LevelOf(name);
    return level != OfficeLevel::kUnknown && level != office.level;
  };
  if (office.level != OfficeLevel::kUnknown &&
      std::none_of(issuers.begin(), issuers.end(), is_ours) &&
      std::all_of(issuers.begin(), issuers.end(), is_elsewhere)) {
    return {false, "lần đầu: thuộc người đã ra quyết định, có hành vi",
            "Luật Khiếu nại Điều 7 khoản 1"};
  }
  return {};
}

// Heads and their deputies are denounced to the body above.
bool IsHead(const std::string& position) {
  const std::string key = CaseFolded(position);
  for (const char* title : {"chủ tịch", "giám đốc", "bộ trưởng", "cục trưởng",
                            "hiệu trưởng", "thủ trưởng"}) {
    if (key.find(title) != std::string::npos) return true;
  }
  return false;
}

Competence OfDenunciation(const Fields& fields, const Office& office) {
  if (fields.respondents.size() != 1) return {};
  const Respondent& accused = fields.respondents.front();
  if (!accused.organisation || !accused.position ||
      !Means(accused.organisation->value, office)) {
    return {};
  }
  if (IsHead(accused.position->value)) {
    return {false, "người đứng đầu hoặc cấp phó: thuộc cơ quan cấp trên",
            "Luật Tố cáo Điều 12 khoản 1"};
  }
  return {true, "người bị tố cáo do chính cơ quan này quản lý",
          "Luật Tố cáo Điều 12 khoản 1"};
}

bool SameBody(const std::string& a, const std::string& b) {
  const Office body = {b, {}, OfficeLevel::kUnknown, ""};
  return Means(a, body);
}

}  // namespace

Label MainLabel(const Classification& classification) {
  return classification.parts.empty() ? classification.label
                                      : classification.parts.front().label;
}

Competence JudgeCompetence(const Assess::Input& input, const Office& office) {
  if (office.name.empty()) return {};
  switch (MainLabel(input.classification)) {
    case Label::kKhieuNai:
      return OfComplaint(input.fields, office);
    case Label::kToCao:
      return OfDenunciation(input.fields, office);
    default:
      return {};
  }
}

std::optional<bool> SentToCompetentBodyToo(const Assess::Input& input,
                                           const Competence& competence) {
  const auto& recipients = input.fields.recipients;
  if (recipients.size() < 2) return false;
  if (competence.competent == true) return true;
  if (MainLabel(input.classification) != Label::kKhieuNai ||
      input.fields.instance.value != "lan_dau") {
    return std::nullopt;
  }
  const std::vector<std::string> issuers = Issuers(input.fields);
  if (issuers.empty()) return std::nullopt;
  return std::any_of(
      recipients.begin(), recipients.end(), [&](const Recipient& recipient) {
        return std::any_of(issuers.begin(), issuers.end(),
                           [&](const std::string& issuer) {
                             return SameBody(recipient.name.value, issuer);
                           });
      });
}

}  // namespace donthu
