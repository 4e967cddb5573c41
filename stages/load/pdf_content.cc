#include "stages/load/pdf_content.h"

#include <algorithm>
#include <exception>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "stages/load/pdf_checks.h"
#include "stages/load/pdf_colour.h"
#include "stages/load/pdf_state.h"

namespace donthu {
namespace {

constexpr int kMaxFormDepth = 12;
constexpr std::size_t kMaxStates = 1'000;
constexpr std::size_t kMaxOperands = 1'000;
constexpr int kInvisible = 3;

using Operands = std::vector<QPDFObjectHandle>;

// What one page may cost. Forms that paint each other twice, twelve deep, are
// read four thousand times.
struct Budget {
  int objects = 3'000'000;
  int operators = 300'000;
  int forms = 1'000;
};

double Number(const Operands& operands, std::size_t at) {
  if (at >= operands.size()) return 0.0;
  QPDFObjectHandle operand = operands[at];
  return operand.isNumber() ? operand.getNumericValue() : 0.0;
}

Matrix MatrixOf(const Operands& operands) {
  return {Number(operands, 0), Number(operands, 1), Number(operands, 2),
          Number(operands, 3), Number(operands, 4), Number(operands, 5)};
}

std::string NameOf(const Operands& operands) {
  if (operands.empty()) return {};
  QPDFObjectHandle last = operands.back();
  return last.isName() ? last.getName() : std::string();
}

QPDFObjectHandle Resource(QPDFObjectHandle resources, const std::string& kind,
                          const std::string& name) {
  if (!resources.isDictionary()) return QPDFObjectHandle::newNull();
  QPDFObjectHandle group = resources.getKey(kind);
  if (!group.isDictionary()) return QPDFObjectHandle::newNull();
  return group.getKey(name);
}

bool IsOneOf(const std::set<std::string_view>& set, std::string_view op) {
  return set.count(op) != 0;
}

// Whether an ExtGState changes nothing that images and text look like.
bool IsPlainState(QPDFObjectHandle state) {
  if (!state.isDictionary()) return false;
  const auto is_one = [&](const char* key) {
    QPDFObjectHandle value = state.getKey(key);
    return value.isNull() ||
           (value.isNumber() && value.getNumericValue() == 1.0);
  };
  const auto is_named = [&](const char* key, const char* name) {
    QPDFObjectHandle value = state.getKey(key);
    return value.isNull() || (value.isName() && value.getName() == name);
  };
  const auto is_default = [&](const char* key) {
    return is_named(key, "/Default") || is_named(key, "/Identity");
  };
  return is_one("/ca") && is_one("/CA") && is_named("/BM", "/Normal") &&
         is_named("/SMask", "/None") && is_default("/TR") && is_default("/TR2");
}

class ContentReader : public QPDFObjectHandle::ParserCallbacks {
 public:
  ContentReader(PageContent* content, Budget* budget, const LoadLimits& limits,
                PdfState state, QPDFObjectHandle resources, int depth)
      : content_(content),
        budget_(budget),
        limits_(limits),
        state_(state),
        resources_(std::move(resources)),
        depth_(depth) {}

  void handleObject(QPDFObjectHandle object, std::size_t,
                    std::size_t) override {
    const bool is_operator = object.isOperator();
    if (is_operator) --budget_->operators;
    if (--budget_->objects < 0 || budget_->operators < 0) {
      GiveUp();
      terminateParsing();
    }
    if (is_operator) {
      Apply(object.getOperatorValue());
      operands_.clear();
    } else if (operands_.size() < kMaxOperands) {
      operands_.push_back(std::move(object));
    }
  }
  void handleEOF() override {}

 private:
  void Apply(const std::string& op) {
    static const std::set<std::string_view> kShape = {"m", "l", "c",
                                                      "v", "y", "h"};
    static const std::set<std::string_view> kPaint = {
        "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh"};
    static const std::set<std::string_view> kShow = {"Tj", "TJ", "'", "\""};
    if (op == "Do") return Paint(NameOf(operands_));
    if (op == "ID") return AddInlineImage();
    if (IsOneOf(kShow, op)) return ShowText();
    if (IsOneOf(kShape, op)) return static_cast<void>(odd_path_ = true);
    if (op == "re") return AddRectangle();
    if (op == "W" || op == "W*") return static_cast<void>(clips_ = true);
    if (op == "n") return EndPath();
    if (IsOneOf(kPaint, op)) {
      content_->other_marks = true;
      content_->colour = content_->colour || op == "sh";
      return EndPath();
    }
    if (!ApplyState(op)) ApplyColour(op);
  }

  bool ApplyState(const std::string& op) {
    if (op == "q") {
      if (saved_.size() >= kMaxStates)
        GiveUp();
      else
        saved_.push_back(state_);
    } else if (op == "Q") {
      if (saved_.empty()) return true;
      state_ = saved_.back();
      saved_.pop_back();
    } else if (op == "cm") {
      state_.matrix = Concat(MatrixOf(operands_), state_.matrix);
    } else if (op == "Tr") {
      state_.text_mode =
          static_cast<int>(std::clamp(Number(operands_, 0), 0.0, 7.0));
    } else if (op == "Tf") {
      SelectFont();
    } else if (op == "gs") {
      const std::string name = NameOf(operands_);
      if (!IsPlainState(Resource(resources_, "/ExtGState", name))) GiveUp();
    } else if (op == "BDC") {
      if (IsOptionalContent()) GiveUp();
    } else {
      return false;
    }
    return true;
  }

  void ApplyColour(const std::string& op) {
    if (op == "g" || op == "G") {
      SetColour(op == "g", Number(operands_, 0) == 0.0, true);
    } else if (op == "rg" || op == "RG") {
      SetColour(op == "rg", IsZero(0, 3), IsNeutral());
    } else if (op == "k" || op == "K") {
      SetColour(op == "k", IsZero(0, 3) && Number(operands_, 3) == 1.0,
                IsZero(0, 3));
    } else if (op == "cs" || op == "CS") {
      const auto map = ReadColourSpace(SpaceNamed(NameOf(operands_)));
      state_.gray_space = map && map->model == ColourModel::kGray;
      if (op == "cs") state_.black_fill = state_.gray_space;
    } else if (op == "sc" || op == "scn" || op == "SC" || op == "SCN") {
      SetColour(op.front() == 's',
                state_.gray_space && Number(operands_, 0) == 0.0,
                state_.gray_space);
    }
  }

  void SetColour(bool fill, bool black, bool neutral) {
    if (fill) state_.black_fill = black;
    content_->colour = content_->colour || !neutral;
  }
  bool IsZero(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
      if (Number(operands_, i) != 0.0) return false;
    }
    return true;
  }
  bool IsNeutral() const {
    return Number(operands_, 0) == Number(operands_, 1) &&
           Number(operands_, 0) == Number(operands_, 2);
  }

  QPDFObjectHandle SpaceNamed(const std::string& name) const {
    QPDFObjectHandle named = Resource(resources_, "/ColorSpace", name);
    if (!named.isNull() || name.empty()) return named;
    return QPDFObjectHandle::newName(name);
  }

  void AddRectangle() {
    const double x = Number(operands_, 0);
    const double y = Number(operands_, 1);
    const double width = Number(operands_, 2);
    const double height = Number(operands_, 3);
    odd_path_ = odd_path_ || has_rectangle_;
    has_rectangle_ = true;
    rectangle_ = Bounds({std::min(x, x + width), std::min(y, y + height),
                         std::max(x, x + width), std::max(y, y + height)},
                        state_.matrix);
    const Matrix& m = state_.matrix;
    const bool level = (m.b == 0.0 && m.c == 0.0) || (m.a == 0.0 && m.d == 0.0);
    if (!level) odd_path_ = true;
  }

  void EndPath() {
    if (clips_ && (odd_path_ || !has_rectangle_)) GiveUp();
    if (clips_) state_.clip = Intersection(state_.clip, rectangle_);
    clips_ = odd_path_ = has_rectangle_ = false;
  }

  void SelectFont() {
    if (operands_.empty() || !operands_.front().isName()) return;
    QPDFObjectHandle font =
        Resource(resources_, "/Font", operands_.front().getName());
    state_.type3_font = font.isDictionary() &&
                        font.getKey("/Subtype").isNameAndEquals("/Type3");
  }

  // Glyphs of Type 3 fonts are painted in every mode.
  void ShowText() {
    if (state_.text_mode == kInvisible && !state_.type3_font) return;
    content_->other_marks = content_->visible_text = true;
    content_->colour = content_->colour || state_.type3_font;
  }

  bool IsOptionalContent() const {
    if (operands_.empty()) return false;
    QPDFObjectHandle tag = operands_.front();
    return tag.isNameAndEquals("/OC");
  }

  void Paint(const std::string& name) {
    QPDFObjectHandle object = Resource(resources_, "/XObject", name);
    if (!object.isStream()) return;
    QPDFObjectHandle dict = object.getDict();
    if (dict.hasKey("/OC")) GiveUp();
    QPDFObjectHandle subtype = dict.getKey("/Subtype");
    if (subtype.isNameAndEquals("/Image")) return AddImage(object);
    if (subtype.isNameAndEquals("/Form")) return PaintForm(object);
    content_->other_marks = true;
  }

  void AddImage(QPDFObjectHandle image) {
    QPDFObjectHandle dict = image.getDict();
    PlacedImage placed;
    placed.object = image.getObjectID();
    placed.generation = image.getGeneration();
    placed.width_px = IntegerOf(dict.getKey("/Width"));
    placed.height_px = IntegerOf(dict.getKey("/Height"));
    const auto space = ReadColourSpace(dict.getKey("/ColorSpace"));
    const bool is_mask = IsTrue(dict.getKey("/ImageMask"));
    if (!is_mask && !(space && space->model == ColourModel::kGray)) {
      content_->colour = true;
    }
    Add(placed);
  }

  void AddInlineImage() {
    PlacedImage placed;
    for (std::size_t i = 0; i + 1 < operands_.size(); i += 2) {
      QPDFObjectHandle key = operands_[i];
      const std::string name = key.isName() ? key.getName() : std::string();
      if (name == "/W" || name == "/Width") {
        placed.width_px = IntegerOf(operands_[i + 1]);
      } else if (name == "/H" || name == "/Height") {
        placed.height_px = IntegerOf(operands_[i + 1]);
      }
    }
    content_->other_marks = content_->colour = true;
    Add(placed);
  }

  void Add(PlacedImage placed) {
    placed.placement = state_.matrix;
    placed.clip = state_.clip;
    placed.black_fill = state_.black_fill;
    content_->images.push_back(placed);
  }

  void PaintForm(QPDFObjectHandle form) {
    if (depth_ >= kMaxFormDepth || --budget_->forms < 0 ||
        !CheckContents(form, limits_)) {
      return GiveUp();
    }
    QPDFObjectHandle dict = form.getDict();
    QPDFObjectHandle own = dict.getKey("/Resources");
    PdfState state = state_;
    QPDFObjectHandle matrix = dict.getKey("/Matrix");
    if (matrix.isArray()) {
      state.matrix = Concat(MatrixOf(matrix.getArrayAsVector()), state.matrix);
    }
    QPDFObjectHandle box = dict.getKey("/BBox");
    if (box.isRectangle()) {
      const auto r = box.getArrayAsRectangle();
      state.clip = Intersection(
          state.clip, Bounds({r.llx, r.lly, r.urx, r.ury}, state.matrix));
    }
    ContentReader reader(content_, budget_, limits_, state,
                         own.isDictionary() ? own : resources_, depth_ + 1);
    QPDFObjectHandle::parseContentStream(form, &reader);
  }

  void GiveUp() { content_->other_marks = content_->colour = true; }

  PageContent* content_;
  Budget* budget_;
  const LoadLimits& limits_;
  PdfState state_;
  QPDFObjectHandle resources_;
  int depth_;
  Operands operands_;
  std::vector<PdfState> saved_;
  Rect rectangle_;
  bool has_rectangle_ = false;
  bool odd_path_ = false;
  bool clips_ = false;
};

}  // namespace

PageContent ReadPageContent(const QPDFObjectHandle& page,
                            const LoadLimits& limits) {
  PageContent content;
  Budget budget;
  try {
    QPDFPageObjectHelper helper(page);
    ContentReader reader(&content, &budget, limits, PdfState{},
                         helper.getAttribute("/Resources", false), 0);
    const bool short_enough = static_cast<bool>(
        CheckContents(helper.getObjectHandle().getKey("/Contents"), limits));
    if (short_enough) helper.parseContents(&reader);
    if (!short_enough) content.other_marks = content.colour = true;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    // poppler may still see something.
    content.other_marks = content.colour = true;
  }
  return content;
}

}  // namespace donthu
