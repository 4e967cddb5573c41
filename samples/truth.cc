#include "samples/truth.h"

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

namespace donthu::samples {
namespace {

using Json = nlohmann::ordered_json;

BoxPx Around(const BoxPt& box) {
  const double scale = kSheetDpi / 72.0;
  return {static_cast<int>(std::floor(box.left * scale)),
          static_cast<int>(std::floor(box.top * scale)),
          static_cast<int>(std::ceil(box.right * scale)),
          static_cast<int>(std::ceil(box.bottom * scale))};
}

BoxPx Mapped(const BoxPx& box, const Scan& scan) {
  const BoxPx seen = scan.bend ? BoxAround(*scan.bend, box) : box;
  return Intersection(BoxAround(scan.from_sheet, seen),
                      {0, 0, scan.image.width_px, scan.image.height_px});
}

TruthPlace PlaceOf(const DrawnLetter& letter, std::size_t page,
                   const BoxPt& ink) {
  TruthPlace place;
  place.page = static_cast<int>(page) + 1;
  place.box = Around(ink);
  place.scan_box = Mapped(place.box, letter.pages[page].scan);
  return place;
}

Json Numbers(const BoxPx& box) {
  return Json::array({box.left_px, box.top_px, box.right_px, box.bottom_px});
}

Json BendJson(const Bend& bend) {
  Json section = Json::array();
  for (const PointPx& point : bend.section) {
    section.push_back({std::round(point.x_px * 100) / 100,
                       std::round(point.y_px * 100) / 100});
  }
  return {{"step_px", bend.step_px},
          {"section", section},
          {"eye", {bend.eye.x_px, bend.eye.y_px}},
          {"camera_px", bend.camera_px}};
}

Json FieldsOf(const DrawnLetter& letter) {
  Json fields = Json::array();
  for (std::size_t i = 0; i < letter.laid.fields.size(); ++i) {
    const MarkedField& field = letter.laid.fields[i];
    const auto places = PlacesOfField(letter, static_cast<int>(i));
    Json boxes = Json::array();
    Json scan_boxes = Json::array();
    Json pages = Json::array();
    for (const TruthPlace& place : places) {
      pages.push_back(place.page);
      boxes.push_back(Numbers(place.box));
      scan_boxes.push_back(Numbers(place.scan_box));
    }
    fields.push_back({{"key", field.key},
                      {"value", field.value},
                      {"raw", field.raw},
                      {"page", places.empty() ? 0 : places.front().page},
                      {"pages", pages},
                      {"boxes", boxes},
                      {"scan_boxes", scan_boxes}});
  }
  return fields;
}

Json PageOf(const DrawnLetter& letter, std::size_t index) {
  const DrawnPage& page = letter.pages[index];
  Json words = Json::array();
  for (const TruthWord& word : WordsOf(letter, index)) {
    words.push_back({{"text", word.text},
                     {"box", Numbers(word.place.box)},
                     {"scan_box", Numbers(word.place.scan_box)}});
  }
  Json json = {{"width_px", page.sheet_width_px},
               {"height_px", page.sheet_height_px},
               {"scan_width_px", page.scan.image.width_px},
               {"scan_height_px", page.scan.image.height_px},
               {"text", TextOf(letter.laid.pages[index])},
               {"rotation_deg", page.scan.rotation_deg},
               {"skew_deg", std::round(page.scan.skew_deg * 1e4) / 1e4},
               {"to_scan", page.scan.from_sheet.m},
               {"words", words}};
  if (page.scan.bend) json["bend"] = BendJson(*page.scan.bend);
  return json;
}

std::string_view NameOf(CheckResult result) {
  if (result == CheckResult::kPass) return "pass";
  return result == CheckResult::kFail ? "fail" : "not_applicable";
}

std::string_view NameOf(SignedBy signed_by) {
  if (signed_by == SignedBy::kInk) return "ink";
  return signed_by == SignedBy::kFingerprint ? "fingerprint" : "none";
}

void AddHeader(const SampleLetter& letter, Json& json) {
  json["label"] = ToString(letter.label);
  json["parts"] = Json::array();
  for (const Label part : letter.parts) json["parts"].push_back(ToString(part));
  json["signed"] = NameOf(letter.signed_by);
  json["anonymous"] = letter.anonymous;
  json["collective"] = letter.collective;
  json["checks"] = Json::object();
  for (const auto& [id, result] : letter.checks) {
    json["checks"][id] = NameOf(result);
  }
}

}  // namespace

std::vector<TruthWord> WordsOf(const DrawnLetter& letter, std::size_t page) {
  const LaidPage& laid = letter.laid.pages[page];
  std::vector<BoxPt> inks(laid.words.size());
  for (const PlacedGlyph& glyph : laid.glyphs) {
    if (glyph.word < 0) continue;
    BoxPt& ink = inks[static_cast<std::size_t>(glyph.word)];
    ink = Union(ink, glyph.ink);
  }
  std::vector<TruthWord> words;
  for (std::size_t i = 0; i < inks.size(); ++i) {
    if (inks[i].empty()) continue;
    words.push_back({laid.words[i].text, PlaceOf(letter, page, inks[i])});
  }
  return words;
}

std::vector<TruthPlace> PlacesOfField(const DrawnLetter& letter, int field) {
  std::vector<TruthPlace> places;
  for (std::size_t p = 0; p < letter.laid.pages.size(); ++p) {
    const LaidPage& page = letter.laid.pages[p];
    std::map<int, BoxPt> by_line;
    for (const PlacedGlyph& glyph : page.glyphs) {
      if (glyph.field != field || glyph.word < 0) continue;
      BoxPt& ink =
          by_line[page.words[static_cast<std::size_t>(glyph.word)].line];
      ink = Union(ink, glyph.ink);
    }
    for (const auto& [line, ink] : by_line) {
      places.push_back(PlaceOf(letter, p, ink));
    }
  }
  return places;
}

std::string TextOf(const LaidPage& page) {
  std::string text;
  for (const PlacedLine& line : page.lines) text += line.text + "\n";
  return text;
}

std::string TruthJson(const SampleLetter& letter, const DrawnLetter& drawn,
                      const TruthHead& head) {
  Json json = {{"id", letter.id},
               {"file", head.file},
               {"condition", head.condition},
               {"format", head.format},
               {"seed", head.seed}};
  AddHeader(letter, json);
  json["received"] = nullptr;
  if (drawn.received) {
    json["received"] = {{"date", drawn.received->date},
                        {"number", drawn.received->number}};
  }
  json["fields"] = FieldsOf(drawn);
  json["pages"] = Json::array();
  for (std::size_t i = 0; i < drawn.pages.size(); ++i) {
    json["pages"].push_back(PageOf(drawn, i));
  }
  return json.dump();
}

}  // namespace donthu::samples
