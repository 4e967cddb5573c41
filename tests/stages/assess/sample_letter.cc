#include "tests/stages/assess/sample_letter.h"

#include <array>
#include <stdexcept>

namespace donthu {
namespace {

void Join(std::string& to, const std::string& item) {
  if (!to.empty()) to += ' ';
  to += item;
}

}  // namespace

std::shared_ptr<const LegalTables> Tables() {
  static const auto kTables = [] {
    auto tables = LoadLegalTables(DONTHU_SOURCE_DIR "/models/legal");
    if (!tables) {
      throw std::runtime_error(tables.error().subject + ": " +
                               tables.error().detail);
    }
    return *tables;
  }();
  return kTables;
}

LocatedText Text(const std::string& value) {
  LocatedText text;
  text.value = value;
  return text;
}

Assessment SampleLetter::Assessed() const {
  const Assess assess(Tables(), office);
  return *assess.Run({letter, fields, classification, received});
}

Office Ward() {
  return {"UBND phường Thử", {"Đảng ủy phường Thử"}, OfficeLevel::kXa, ""};
}

SampleLetter SampleOf(Label label) {
  SampleLetter sample;
  sample.letter.text =
      "Tôi làm đơn này trình bày với quý cơ quan một việc như sau. Con đường "
      "trước nhà tôi đã hỏng từ lâu, nước đọng quanh năm, trẻ em đi học bị "
      "ngã nhiều lần. Kính mong quý cơ quan xem xét và cho sửa lại.";
  sample.fields.letter_date = Text("2026-07-02");
  sample.fields.recipients = {{Text("UBND phường Mẫu"), RecipientKind::kTo}};
  Sender sender;
  sender.name = Text("Trần Thị Mẫu");
  sender.address = Text("số 1 phố Mẫu");
  sample.fields.senders = {sender};
  Respondent respondent;
  respondent.name = Text("Lê Văn Thử");
  respondent.position = Text("cán bộ địa chính");
  respondent.organisation = Text("UBND phường Thử");
  sample.fields.respondents = {respondent};
  sample.fields.requests = {Text("cho sửa lại")};
  sample.fields.signed_by_hand.value = true;
  sample.fields.anonymous.value = false;
  sample.classification.label = label;
  return sample;
}

std::string ResultOf(const SampleLetter& sample, const std::string& check) {
  constexpr std::array kNames = {"pass", "fail", "unknown", "not_applicable"};
  const Assessment assessment = sample.Assessed();
  for (const Check& found : assessment.eligibility.front().checks) {
    if (found.id == check) {
      return kNames[static_cast<std::size_t>(found.result)];
    }
  }
  return "no such check";
}

std::string EligibleOf(const SampleLetter& sample) {
  const auto eligible = sample.Assessed().eligibility.front().eligible;
  if (!eligible) return "null";
  return *eligible ? "true" : "false";
}

std::string RoutesOf(const SampleLetter& sample) {
  std::string joined;
  for (const Routing& route : sample.Assessed().routing) {
    Join(joined, route.action);
  }
  return joined;
}

std::string FlagsOf(const SampleLetter& sample) {
  std::string joined;
  for (const std::string& flag : sample.Assessed().flags) Join(joined, flag);
  return joined;
}

std::string ClocksOf(const SampleLetter& sample) {
  std::string joined;
  for (const Deadline& clock : sample.Assessed().deadlines) {
    Join(joined, clock.id + "=" + clock.due);
  }
  return joined;
}

}  // namespace donthu
