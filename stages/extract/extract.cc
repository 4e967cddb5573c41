#include "stages/extract/extract.h"

#include <cstdio>
#include <fstream>
#include <iterator>

#include "stages/extract/attachments.h"
#include "stages/extract/decisions.h"
#include "stages/extract/heading.h"
#include "stages/extract/incident.h"
#include "stages/extract/letter_view.h"
#include "stages/extract/matter.h"
#include "stages/extract/mentions.h"
#include "stages/extract/requests.h"
#include "stages/extract/respondents.h"
#include "stages/extract/senders.h"
#include "stages/extract/signing.h"
#include "stages/extract/tagger.h"
#include "stages/extract/word_cues.h"
#include "stages/extract/zones.h"

namespace donthu {

Result<Fields> Extract::Run(Input letter) const {
  const LetterView view(letter);
  const Zones zones = ZonesOf(view);
  Fields fields;
  fields.title = TitleIn(view, zones);
  DateLine date_line = DateLineIn(view, zones);
  fields.letter_date = std::move(date_line.date);
  fields.letter_place = std::move(date_line.place);
  fields.recipients = RecipientsIn(view, zones);
  fields.senders = SendersIn(view, zones);
  fields.signer_count = SignerCountIn(view, zones);
  fields.decisions = DecisionsIn(view, zones);
  fields.respondents =
      RespondentsIn(view, zones, fields.decisions, fields.senders);
  fields.requests = RequestsIn(view, zones);
  fields.attachments = AttachmentsIn(view, zones);
  fields.incident_place = IncidentPlaceIn(view, zones, fields);
  if (model_) {
    const std::vector<TextSpan> words = ChainWords(view);
    const auto tags = model_->Tag(CuesOf(view, zones, words, SpansOf(fields)));
    Mend(view, zones, SpansOf(view, words, tags), fields);
  }
  fields.originals_enclosed = OriginalsIn(view, fields.attachments);
  fields.summary = SummaryIn(view, zones, fields.requests);
  fields.subject_field = SubjectFieldIn(view, zones);
  fields.instance = InstanceIn(view, zones);
  fields.signed_by_hand = SignedIn(view, zones);
  fields.anonymous = AnonymousIn(view, zones, fields.senders);
  fields.collective =
      CollectiveIn(view, zones, fields.senders, fields.signer_count);
  return fields;
}

Result<std::shared_ptr<const Tagger>> LoadFieldModel(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return Fail(ErrorCode::kModelMissing, "field model",
                "The file of the field model cannot be read.");
  }
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto model = Tagger::FromText(text);
  if (!model) return Fail(model.error());
  return std::make_shared<const Tagger>(std::move(*model));
}

std::string FieldModelVersion(const Tagger& model) {
  char hex[17];
  std::snprintf(hex, sizeof(hex), "%016llx",
                static_cast<unsigned long long>(model.fingerprint()));
  return std::string("fields ") + hex;
}

}  // namespace donthu
