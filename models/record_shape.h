// The keys of a record, in the order of the contract, with what each may
// hold: docs/record.md. Read together with models/json_io.h.
#pragma once

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/json_io.h"
#include "models/record.h"

namespace donthu {

template <>
struct EnumNames<LegalClass> {
  static constexpr std::array<std::string_view, 5> kNames = {
      "khieu_nai", "to_cao", "kien_nghi_phan_anh", "nhieu_noi_dung",
      "khong_thuoc"};
};
template <>
struct EnumNames<RecordStatus> {
  static constexpr std::array<std::string_view, 4> kNames = {
      "complete", "needs_review", "failed", "withdrawn"};
};
template <>
struct EnumNames<PageStatus> {
  static constexpr std::array<std::string_view, 9> kNames = {
      "ok",          "blank",      "separator",
      "attachment",  "envelope",   "transfer_note",
      "handwritten", "unreadable", "failed"};
};
template <>
struct EnumNames<RecipientKind> {
  static constexpr std::array<std::string_view, 2> kNames = {"to", "cc"};
};
template <>
struct EnumNames<IdKind> {
  static constexpr std::array<std::string_view, 4> kNames = {
      "cccd", "cmnd", "ho_chieu", "khac"};
};
template <>
struct EnumNames<SenderRole> {
  static constexpr std::array<std::string_view, 5> kNames = {
      "writer", "representative", "authorised", "lawyer", "co_signer"};
};
template <>
struct EnumNames<RespondentKind> {
  static constexpr std::array<std::string_view, 3> kNames = {
      "person", "authority", "organisation"};
};
template <>
struct EnumNames<CheckResult> {
  static constexpr std::array<std::string_view, 4> kNames = {
      "pass", "fail", "unknown", "not_applicable"};
};
template <>
struct EnumNames<DeadlineCondition> {
  static constexpr std::array<std::string_view, 3> kNames = {
      "always", "if_competent", "if_not_competent"};
};
template <>
struct EnumNames<DayUnit> {
  static constexpr std::array<std::string_view, 2> kNames = {"working",
                                                             "calendar"};
};

// ---- places and pages -------------------------------------------------------
template <typename Io>
void Shape(Io& io, Is<Place> auto& v) {
  io.Key("page", v.page, kFromOne);
  io.Key("box", v.box);
}

template <typename Io>
void Shape(Io& io, Is<TextSpan> auto& v) {
  io.Key("start", v.start);
  io.Key("end", v.end);
  io.Require(io.Holds(v), "end");
}

template <typename Io>
void Shape(Io& io, Is<StampMark> auto& v) {
  io.Key("kind", v.kind, IsCode);
  io.Key("shape", v.shape, IsCode);
  io.Key("color", v.color, IsCode);
  io.Key("box", v.box);
  io.Key("confidence", v.confidence, kShare);
}

template <typename Io>
void Shape(Io& io, Is<BarcodeMark> auto& v) {
  io.Key("format", v.format, IsNonEmpty);
  io.Key("text", v.text);
  io.Key("box", v.box);
}

template <typename Io>
void Shape(Io& io, Is<RecordPage> auto& v) {
  io.Key("number", v.number, kFromOne);
  io.Key("status", v.status);
  io.Key("width_px", v.width_px, kFromZero);
  io.Key("height_px", v.height_px, kFromZero);
  io.Key("dpi_x", v.dpi_x, kFromZero);
  io.Key("dpi_y", v.dpi_y, kFromZero);
  io.Key("rotation_deg", v.rotation_deg, IsQuarterTurn);
  io.Key("skew_deg", v.skew_deg, Between{-90.0, 90.0});
  io.Key("to_source", v.to_source);
  io.Key("image", v.image, IsRelativePath);
  io.Key("text_start", v.text_start);
  io.Key("text_end", v.text_end);
  io.Require(io.Holds({v.text_start, v.text_end}), "text_end");
  io.Key("mean_confidence", v.mean_confidence, kShare);
  io.Key("predicted_cer", v.predicted_cer, kShare);
  io.Key("blank_score", v.blank_score, kShare);
  io.Key("handwriting_score", v.handwriting_score, kShare);
  io.Key("stamps", v.stamps);
  io.Key("barcodes", v.barcodes);
}

// ---- fields -----------------------------------------------------------------
template <typename Io>
void Shape(Io& io, Is<Recipient> auto& v) {
  io.Key("name", v.name);
  io.Key("kind", v.kind);
}

template <typename Io>
void Shape(Io& io, Is<Sender> auto& v) {
  io.Key("name", v.name);
  io.Key("birth_date", v.birth_date, IsPartialDate);
  io.Key("gender", v.gender);
  io.Key("id_number", v.id_number);
  io.Key("id_kind", v.id_kind);
  io.Key("id_issued_date", v.id_issued_date, IsPartialDate);
  io.Key("id_issued_place", v.id_issued_place);
  io.Key("address", v.address);
  io.Key("phone", v.phone);
  io.Key("email", v.email);
  io.Key("role", v.role);
}

template <typename Io>
void Shape(Io& io, Is<Respondent> auto& v) {
  io.Key("name", v.name);
  io.Key("position", v.position);
  io.Key("organisation", v.organisation);
  io.Key("address", v.address);
  io.Key("kind", v.kind);
}

template <typename Io>
void Shape(Io& io, Is<DecisionRef> auto& v) {
  io.Key("number", v.number);
  io.Key("date", v.date, IsPartialDate);
  io.Key("issuer", v.issuer);
  io.Key("subject", v.subject);
  io.Key("kind", v.kind, IsCode);
}

template <typename Io>
void Shape(Io& io, Is<Fields> auto& v) {
  io.Key("title", v.title);
  io.Key("letter_date", v.letter_date, IsPartialDate);
  io.Key("letter_place", v.letter_place);
  io.Key("summary", v.summary);
  io.Key("recipients", v.recipients);
  io.Key("senders", v.senders);
  io.Key("signer_count", v.signer_count, kFromZero);
  io.Key("respondents", v.respondents);
  io.Key("decisions", v.decisions);
  io.Key("requests", v.requests);
  io.Key("attachments", v.attachments);
  io.Key("originals_enclosed", v.originals_enclosed);
  io.Key("incident_place", v.incident_place);
  io.Key("subject_field", v.subject_field, IsCode);
  io.Key("instance", v.instance, IsCode);
  io.Key("signed", v.signed_by_hand);
  io.Key("anonymous", v.anonymous);
  io.Key("collective", v.collective);
}

// ---- classification ---------------------------------------------------------
template <typename Io>
void Shape(Io& io, Is<Part> auto& v) {
  io.Key("label", v.label);
  io.Key("object", v.object);
  io.Key("confidence", v.confidence, kShare);
  io.Key("spans", v.spans);
  io.Key("request_indexes", v.request_indexes, kFromZero);
}

template <typename Io>
void Shape(Io& io, Is<Evidence> auto& v) {
  io.Key("label", v.label);
  io.Derived("quote", [&] { return io.Quote(v.span); });
  io.Key("start", v.span.start);
  io.Key("end", v.span.end);
  io.Require(io.Holds(v.span), "end");
  io.Key("places", v.places);
  io.Key("weight", v.weight, kShare);
}

inline std::vector<Label> DistinctLabels(const std::vector<Part>& parts) {
  std::vector<Label> labels;
  for (const Part& part : parts) {
    if (std::find(labels.begin(), labels.end(), part.label) == labels.end()) {
      labels.push_back(part.label);
    }
  }
  return labels;
}

template <typename Io>
void ShapeProbabilities(Io& io, auto& probabilities) {
  io.Object("probabilities", [&] {
    for (const Label label : kLabels) {
      io.Key(ToString(label), probabilities[static_cast<std::size_t>(label)],
             kShare);
    }
  });
  const double sum =
      std::accumulate(probabilities.begin(), probabilities.end(), 0.0);
  io.Require(std::abs(sum - 1.0) <= 0.001, "probabilities");
}

// `novel` has no key here: a record tells it by its review reason.
template <typename Io>
void Shape(Io& io, Is<Classification> auto& v) {
  io.Key("label", v.label);
  io.Derived("labels", [&] { return DistinctLabels(v.parts); });
  io.Derived("legal_class", [&] { return LegalClassOf(v.label); });
  ShapeProbabilities(io, v.probabilities);
  io.Key("confidence", v.confidence, kShare);
  io.Key("legal_confidence", v.legal_confidence, kShare);
  io.Key("decided", v.decided);
  io.Key("parts", v.parts);
  io.Key("title_label", v.title_label);
  io.Key("title_mismatch", v.title_mismatch);
  io.Key("evidence", v.evidence);
}

// ---- assessment -------------------------------------------------------------
template <typename Io>
void Shape(Io& io, Is<Check> auto& v) {
  io.Key("id", v.id, IsCode);
  io.Key("result", v.result);
  io.Key("law", v.law, IsNonEmpty);
  io.Key("evidence", v.evidence, IsNonEmpty);
}

template <typename Io>
void Shape(Io& io, Is<Eligibility> auto& v) {
  io.Key("part", v.part);
  io.Key("eligible", v.eligible);
  io.Key("checks", v.checks);
}

template <typename Io>
void Shape(Io& io, Is<Competence> auto& v) {
  io.Key("competent", v.competent);
  io.Key("hint", v.hint);
  io.Key("law", v.law);
}

template <typename Io>
void Shape(Io& io, Is<Routing> auto& v) {
  io.Key("part", v.part);
  io.Key("action", v.action, IsCode);
  io.Key("law", v.law, IsNonEmpty);
  io.Key("reason", v.reason, IsNonEmpty);
}

template <typename Io>
void Shape(Io& io, Is<Deadline> auto& v) {
  io.Key("id", v.id, IsNonEmpty);
  io.Key("part", v.part);
  io.Key("condition", v.condition);
  io.Key("law", v.law, IsNonEmpty);
  io.Key("start", v.start, IsDate);
  io.Key("start_event", v.start_event, IsCode);
  io.Key("due", v.due, IsDate);
  io.Key("days", v.days, kFromZero);
  io.Key("unit", v.unit);
  io.Key("rule_version", v.rule_version, IsNonEmpty);
  io.Key("assumptions", v.assumptions, IsCode);
}

// ---- the record -------------------------------------------------------------
template <typename Io>
void Shape(Io& io, Is<Review> auto& v) {
  io.Key("by", v.by, IsNonEmpty);
  io.Key("at", v.at, IsTimestamp);
  io.Key("reason", v.reason, IsNonEmpty);
  io.Key("changed", v.changed, IsNonEmpty);
}

template <typename Io>
void Shape(Io& io, Is<RecordError> auto& v) {
  io.Key("code", v.code);
  io.Key("stage", v.stage, IsCode);
  io.Key("page", v.page, kFromOne);
  io.Key("subject", v.subject);
  io.Key("detail", v.detail);
}

template <typename Io>
void Shape(Io& io, Is<SourceInfo> auto& v) {
  io.Key("file", v.file, IsNonEmpty);
  io.Key("copies", v.copies, IsNonEmpty);
  io.Key("sha256", v.sha256, IsSha256);
  io.KeyOrNull("media_type", v.media_type, IsNonEmpty);
  io.Key("page_numbers", v.page_numbers, kFromOne);
}

template <typename Io>
void Shape(Io& io, Is<Received> auto& v) {
  io.Key("date", v.date, IsDate);
  io.Key("number", v.number);
  io.Key("office", v.office);
  io.Key("source", v.source, IsReceiptSource);
}

template <typename Io>
void Shape(Io& io, Is<Similar> auto& v) {
  io.Key("record_id", v.record_id, IsRecordId);
  io.Key("score", v.score, kShare);
  io.Key("kind", v.kind, IsCode);
}

template <typename Io>
void Shape(Io& io, Is<Masked> auto& v) {
  io.Key("kind", v.kind, IsCode);
  io.Key("count", v.count, kFromZero);
}

template <typename Io>
void Shape(Io& io, Is<Provenance> auto& v) {
  io.Key("program", v.program, IsNonEmpty);
  io.KeyOrNull("tesseract", v.tesseract, IsNonEmpty);
  io.KeyOrNull("leptonica", v.leptonica, IsNonEmpty);
  io.KeyOrNull("icu", v.icu, IsNonEmpty);
  io.KeyOrNull("poppler", v.poppler, IsNonEmpty);
  io.KeyOrNull("qpdf", v.qpdf, IsNonEmpty);
  io.KeyOrNull("traineddata_sha256", v.traineddata_sha256, IsSha256);
  io.KeyOrNull("classifier_sha256", v.classifier_sha256, IsSha256);
  io.KeyOrNull("lexicon_version", v.lexicon_version, IsNonEmpty);
  io.KeyOrNull("rules_version", v.rules_version, IsNonEmpty);
  io.KeyOrNull("config_sha256", v.config_sha256, IsSha256);
  io.Key("as_of", v.as_of, IsDate);
}

template <typename Io>
void ShapeAssessment(Io& io, auto& v) {
  io.Key("eligibility", v.eligibility);
  io.Key("competence", v.competence);
  io.Key("routing", v.routing);
  io.Key("deadlines", v.deadlines);
  io.Key("flags", v.flags, IsCode);
}

template <typename Io>
void ShapeHandling(Io& io, auto& v) {
  io.Object("duplicates", [&] {
    io.Key("exact_of", v.exact_of, IsRecordId);
    io.Key("similar", v.similar);
  });
  io.Object("redaction", [&] {
    io.Key("profile", v.redaction_profile, IsCode);
    io.Key("masked", v.masked);
  });
  io.Key("provenance", v.provenance);
}

// A failed letter has an error and no content; a letter that did not fail
// has content and no error. A withdrawn one is free.
template <typename Io>
void RequireAgreement(Io& io, const Record& v) {
  const bool failed = v.status == RecordStatus::kFailed;
  const bool whole = v.status == RecordStatus::kComplete ||
                     v.status == RecordStatus::kNeedsReview;
  io.Require(failed == v.error.has_value(), "error");
  io.Require(!(failed && v.text) && !(whole && !v.text), "text");
  io.Require(!(failed && v.fields) && !(whole && !v.fields), "fields");
  io.Require(!(failed && v.classification) && !(whole && !v.classification),
             "classification");
}

template <typename Io>
void Shape(Io& io, Is<Record> auto& v) {
  io.Derived("schema_version", [] { return std::string(kSchemaVersion); });
  io.Key("record_id", v.record_id, IsRecordId);
  io.Key("revision", v.revision, kFromOne);
  io.Key("supersedes", v.supersedes, IsRecordId);
  io.Key("superseded_by", v.superseded_by, IsRecordId);
  io.Key("status", v.status);
  io.Key("review_reasons", v.review_reasons, IsCode);
  io.Key("review", v.review);
  io.Key("error", v.error);
  io.Key("source", v.source);
  io.Key("received", v.received);
  io.Key("pages", v.pages);
  io.Key("text", v.text, IsLetterText);
  io.Key("fields", v.fields);
  io.Key("classification", v.classification);
  ShapeAssessment(io, v.assessment);
  ShapeHandling(io, v);
  RequireAgreement(io, v);
}

}  // namespace donthu
