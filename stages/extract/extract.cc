#include "stages/extract/extract.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "stages/extract/attachments.h"
#include "stages/extract/chain.h"
#include "stages/extract/decisions.h"
#include "stages/extract/field_model.h"
#include "stages/extract/flowing_letter.h"
#include "stages/extract/heading.h"
#include "stages/extract/incident.h"
#include "stages/extract/letter_view.h"
#include "stages/extract/matter.h"
#include "stages/extract/mentions.h"
#include "stages/extract/parties.h"
#include "stages/extract/printed_names.h"
#include "stages/extract/requests.h"
#include "stages/extract/respondents.h"
#include "stages/extract/senders.h"
#include "stages/extract/signing.h"
#include "stages/extract/value_signs.h"
#include "stages/extract/word_cues.h"
#include "stages/extract/zones.h"

namespace donthu {

namespace {

Fields RulesAlone(const LetterView& view, const Zones& zones) {
  Fields fields;
  fields.title = TitleIn(view, zones);
  DateLine date_line = DateLineIn(view, zones);
  fields.letter_date = std::move(date_line.date);
  fields.letter_place = std::move(date_line.place);
  fields.recipients = RecipientsIn(view, zones);
  std::vector<Respondent> listed = ListedRespondents(view, zones);
  fields.senders = SendersIn(view, zones);
  DropAccused(listed, fields.senders);
  fields.signer_count = SignerCountIn(view, zones);
  fields.decisions = DecisionsIn(view, zones);
  fields.respondents = RespondentsIn(view, zones, std::move(listed),
                                     fields.decisions, fields.senders);
  fields.requests = RequestsIn(view, zones);
  fields.attachments = AttachmentsIn(view, zones);
  fields.incident_place = IncidentPlaceIn(view, zones, fields);
  return fields;
}

void ReadNames(const LetterView& view, Fields& fields) {
  for (Sender& sender : fields.senders) {
    if (sender.name) sender.name->value = PrintedName(view, sender.name->span);
  }
  for (Respondent& one : fields.respondents) {
    const bool person = one.kind == RespondentKind::kPerson;
    if (person && one.name) one.name->value = PrintedName(view, one.name->span);
  }
}

// What rests on the other fields.
void AddRest(const LetterView& view, const Zones& zones, Fields& fields) {
  fields.originals_enclosed = OriginalsIn(view, fields.attachments);
  fields.summary = SummaryIn(view, zones, fields.requests);
  fields.subject_field = SubjectFieldIn(view, zones);
  fields.instance = InstanceIn(view, zones);
  fields.signed_by_hand = SignedIn(view, zones);
  fields.anonymous = AnonymousIn(view, zones, fields.senders);
  fields.collective =
      CollectiveIn(view, zones, fields.senders, fields.signer_count);
}

Result<std::string> TextOf(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return Fail(ErrorCode::kModelMissing, "field model",
                "A file of the field model cannot be read.");
  }
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Fields Extract::Find(Input letter, std::vector<ValueSigns>& signs) const {
  const FlowingLetter flowing(letter);
  const LetterView view(flowing.letter());
  const Zones zones = ZonesOf(view);
  Fields fields = RulesAlone(view, zones);
  if (model_) {
    const std::vector<TaggedSpan> rules = SpansOf(fields);
    const std::vector<TextSpan> words = ChainWords(view);
    const auto scores =
        model_->tagger.ScoresOf(CuesOf(view, zones, words, rules));
    const Transitions& transitions = model_->tagger.transitions();
    auto marked = SpansOf(view, words, BestTags(scores, transitions));
    const ChainProbabilities likely(scores, transitions);
    AddLikelyRespondents(rules, words, likely, marked);
    Mend(view, zones, marked, fields);
    signs = SignsOf(view, fields, {rules, marked, words, likely});
  }
  ReadNames(view, fields);
  AddRest(view, zones, fields);
  flowing.ToPages(fields);
  return fields;
}

Result<Fields> Extract::Run(Input letter) const {
  std::vector<ValueSigns> signs;
  Fields fields = Find(letter, signs);
  if (model_ && model_->confidence) {
    auto next = signs.begin();
    EachValue(fields, [&](std::size_t key, auto& value) {
      value.confidence = model_->confidence->Of(key, *next++);
    });
  }
  return fields;
}

Result<std::shared_ptr<const FieldModel>> LoadFieldModel(
    const std::string& folder) {
  const auto tagger_text = TextOf(folder + "/donthu.fields");
  if (!tagger_text) return Fail(tagger_text.error());
  auto tagger = Tagger::FromText(*tagger_text);
  if (!tagger) return Fail(tagger.error());
  const auto confidence_text = TextOf(folder + "/donthu.confidence");
  if (!confidence_text) return Fail(confidence_text.error());
  auto confidence = FieldConfidence::FromText(*confidence_text);
  if (!confidence) return Fail(confidence.error());
  return std::make_shared<const FieldModel>(
      FieldModel{std::move(*tagger), *confidence});
}

std::string FieldModelVersion(const FieldModel& model) {
  const std::uint64_t confidence =
      model.confidence ? model.confidence->fingerprint() : 0;
  char hex[17];
  std::snprintf(
      hex, sizeof(hex), "%016llx",
      static_cast<unsigned long long>(model.tagger.fingerprint() ^ confidence));
  return std::string("fields ") + hex;
}

}  // namespace donthu
