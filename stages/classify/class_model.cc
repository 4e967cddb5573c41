#include "stages/classify/class_model.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

#include "models/sha256.h"
#include "stages/classify/classify.h"

namespace donthu {
namespace {

constexpr std::string_view kMagic = "donthu-class-model ";
constexpr double kLeastTemperature = 0.001;

Failure Unusable(std::string detail) {
  return Fail(ErrorCode::kModelMissing, "class model", std::move(detail));
}

// The value of the line "key value"; empty where another line stands there.
std::string TakeValue(std::string_view& text, std::string_view key) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  if (line.substr(0, key.size()) != key) return {};
  text.remove_prefix(std::min(end + 1, text.size()));
  return std::string(line.substr(key.size()));
}

bool TakeCalibration(std::string_view& text, Calibration& out) {
  std::istringstream in(TakeValue(text, "calibration "));
  const auto is_share = [](double value) {
    return value >= 0.0 && value <= 1.0;
  };
  return (in >> out.temperature >> out.threshold >> out.least_coverage) &&
         out.temperature >= kLeastTemperature && is_share(out.threshold) &&
         is_share(out.least_coverage);
}

bool TakeLexicon(std::string_view& text, Lexicon& out) {
  std::istringstream in(TakeValue(text, "lexicon "));
  std::size_t size = 0;
  if (!(in >> size) || size > text.size()) return false;
  auto lexicon = Lexicon::Parse(std::string_view(text).substr(0, size));
  if (!lexicon) return false;
  out = std::move(*lexicon);
  text.remove_prefix(size);
  return true;
}

bool TakeHead(std::string_view& text, int questions, LinearHead& out) {
  auto head = LinearHead::FromText(text);
  if (!head || head->questions() != questions) return false;
  out = std::move(*head);
  return true;
}

bool TakeParts(std::string_view text, ModelParts& parts) {
  parts.data_sha256 = TakeValue(text, "data ");
  parts.figures = TakeValue(text, "figures ");
  if (!TakeCalibration(text, parts.calibration)) return false;
  if (!TakeLexicon(text, parts.lexicon)) return false;
  auto softmax = Softmax::FromText(text);
  if (!softmax || softmax->width() != kSummarySize) return false;
  parts.softmax = std::move(*softmax);
  const auto take_views = [&] {
    return std::all_of(
        parts.heads.views.begin(), parts.heads.views.end(),
        [&](LinearHead& view) { return TakeHead(text, kClassCount, view); });
  };
  return TakeHead(text, kClassCount, parts.heads.letter) && take_views() &&
         TakeHead(text, kPassageQuestions, parts.heads.passage) &&
         text == "end\n";
}

}  // namespace

std::string ModelText(const ModelParts& parts) {
  char line[128];
  std::snprintf(line, sizeof(line), "calibration %.6f %.6f %.6f\n",
                parts.calibration.temperature, parts.calibration.threshold,
                parts.calibration.least_coverage);
  std::string out(kMagic);
  out += std::to_string(ClassModel::kVersion) + "\n";
  out += "data " + parts.data_sha256 + "\n";
  out += "figures " + parts.figures + "\n";
  out += line;
  out += "lexicon " + std::to_string(parts.lexicon.text().size()) + "\n";
  out += parts.lexicon.text();
  out += parts.softmax.ToText();
  out += parts.heads.letter.ToText();
  for (const LinearHead& view : parts.heads.views) out += view.ToText();
  out += parts.heads.passage.ToText();
  return out + "end\n";
}

Result<std::shared_ptr<const ClassModel>> ClassModel::Parse(
    std::string_view text) {
  const std::string_view whole = text;
  const std::string version = TakeValue(text, kMagic);
  if (version != std::to_string(kVersion)) {
    return Unusable(
        "The file is no class model of this version; train it again.");
  }
  auto model = std::make_shared<ClassModel>();
  if (!TakeParts(text, model->parts_)) {
    return Unusable("The file of the class model is damaged; train it again.");
  }
  model->sha256_ = Sha256Hex(whole);
  return std::shared_ptr<const ClassModel>(std::move(model));
}

Result<std::shared_ptr<const ClassModel>> LoadClassModel(
    const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Unusable("The file of the class model cannot be read.");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return ClassModel::Parse(text);
}

std::string ClassModelSha256(const ClassModel& model) { return model.sha256(); }

}  // namespace donthu
