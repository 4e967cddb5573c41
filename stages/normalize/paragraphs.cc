#include "stages/normalize/paragraphs.h"

#include <algorithm>
#include <cstdlib>

#include "stages/normalize/line_shape.h"

namespace donthu {
namespace {

// Shares of the page's usual line height. Set by eye on drawn letters of 12
// to 14 pt with 1.0 to 1.5 lines' leading.
constexpr double kIndent = 1.0;       // a first line's at least
constexpr double kHanging = 2.0;      // of an item's further lines, at most
constexpr double kTolerance = 0.6;    // of an edge
constexpr double kGap = 1.4;          // blank height that parts paragraphs
constexpr double kTaller = 1.7;       // times the height: another typeface
constexpr double kFirstIndent = 4.0;  // a full line's at most
constexpr std::size_t kFewWords = 2;  // "áo." says nothing of the typeface
constexpr std::size_t kFullLine = 5;  // words, at least

struct Frame {
  double height_px = 0.0;  // median of the lines
  double left_px = 0.0;    // the text's left margin
  double right_px = 0.0;   // the text's right margin

  double middle_px() const { return (left_px + right_px) / 2.0; }
};

double Median(std::vector<int> values) {
  if (values.empty()) return 0.0;
  const auto middle =
      values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// The outermost edge that a second line shares; the outermost where none
// does. `edges`: from the outermost in.
double SharedEdge(const std::vector<int>& edges, double height_px) {
  if (edges.empty()) return 0.0;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    if (std::abs(edges[i] - edges[i + 1]) <= height_px) return edges[i];
  }
  return edges.front();
}

Frame FrameOf(const std::vector<CleanLine>& lines) {
  std::vector<int> heights;
  std::vector<int> lefts;
  std::vector<int> rights;
  for (const CleanLine& line : lines) {
    if (line.box.empty()) continue;
    heights.push_back(line.box.height_px());
    lefts.push_back(line.box.left_px);
    rights.push_back(line.box.right_px);
  }
  std::sort(lefts.begin(), lefts.end());
  std::sort(rights.rbegin(), rights.rend());
  Frame frame;
  frame.height_px = Median(heights);
  frame.left_px = SharedEdge(lefts, frame.height_px);
  frame.right_px = SharedEdge(rights, frame.height_px);
  return frame;
}

// The next line's first word would have fitted: the line ended on purpose.
bool EndsEarly(const CleanLine& line, const CleanLine& next,
               const Frame& frame) {
  const double needed = next.first_word.width_px() + frame.height_px;
  return line.box.right_px + needed <= frame.right_px;
}

bool IsIndented(const CleanLine& line, const CleanLine& next,
                const Frame& frame) {
  const double indent = next.box.left_px - line.box.left_px;
  if (BeginsLowerCase(next.words)) return false;
  const bool hangs = BeginsWithListMark(line.words);
  if (hangs && !EndsSentence(line.words)) return false;
  return indent > (hangs ? kHanging : kIndent) * frame.height_px;
}

bool StandsApart(const CleanLine& line, const CleanLine& next,
                 const Frame& frame) {
  const double gap = next.box.top_px - line.box.bottom_px;
  // A paragraph's last word may lie left of its indented first line.
  const bool same_row = gap < -0.5 * frame.height_px;
  const bool beside = same_row || next.box.left_px >= line.box.right_px;
  return beside || gap > kGap * frame.height_px;
}

bool ChangesTypeface(const CleanLine& line, const CleanLine& next) {
  if (IsAllCapitals(line.words) != IsAllCapitals(next.words)) {
    return line.words.size() > 1 && next.words.size() > 1;
  }
  if (std::min(line.words.size(), next.words.size()) <= kFewWords) return false;
  const double a = line.box.height_px();
  const double b = next.box.height_px();
  return std::max(a, b) > kTaller * std::min(a, b);
}

// From the date's or the signature's place to the text's, or back.
bool MovesAcross(const CleanLine& line, const CleanLine& next,
                 const Frame& frame) {
  return (line.box.left_px > frame.middle_px()) !=
         (next.box.left_px > frame.middle_px());
}

// From margin to margin without an end: the sentence goes on at the left.
bool IsUnfinished(const CleanLine& line, const CleanLine& next,
                  const Frame& frame) {
  const double left = line.box.left_px - frame.left_px;
  const double right = frame.right_px - line.box.right_px;
  const double next_left = next.box.left_px - frame.left_px;
  return line.words.size() >= kFullLine && !EndsSentence(line.words) &&
         left < kFirstIndent * frame.height_px &&
         right < kTolerance * frame.height_px &&
         next_left < kTolerance * frame.height_px;
}

// Text that runs on from one of the engine's blocks into the next.
bool RunsOn(const CleanLine& line, const CleanLine& next, const Frame& frame) {
  if (line.block == next.block || IsUnfinished(line, next, frame)) return true;
  const double outdent = line.box.left_px - next.box.left_px;
  return BeginsLowerCase(next.words) && outdent > -kTolerance * frame.height_px;
}

bool Starts(const CleanLine& line, const CleanLine& next, const Frame& frame) {
  const bool in_table = line.in_table || next.in_table;
  if (in_table || line.box.empty() || next.box.empty()) {
    return line.engine_paragraph != next.engine_paragraph;
  }
  return BeginsWithListMark(next.words) || BeginsWithLabel(next.words) ||
         OpensPart(next.words) || IsDayOfWriting(line.words) ||
         MovesAcross(line, next, frame) || EndsEarly(line, next, frame) ||
         IsIndented(line, next, frame) || StandsApart(line, next, frame) ||
         ChangesTypeface(line, next) || !RunsOn(line, next, frame);
}

// `first` of the next page as if it stood below `last`.
CleanLine MovedBelow(const CleanLine& last, CleanLine first, double right_px,
                     double scale) {
  const double down_px = last.box.bottom_px - first.box.top_px * scale;
  const Homography move = {{scale, 0, right_px, 0, scale, down_px, 0, 0, 1}};
  first.box = BoxAround(move, first.box);
  first.first_word = BoxAround(move, first.first_word);
  return first;
}

}  // namespace

std::vector<bool> ParagraphStarts(const std::vector<CleanLine>& lines) {
  const Frame frame = FrameOf(lines);
  std::vector<bool> starts(lines.size(), true);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    starts[i] = Starts(lines[i - 1], lines[i], frame);
  }
  return starts;
}

bool RunsOnOverPage(const std::vector<CleanLine>& page,
                    const std::vector<CleanLine>& next, double scale) {
  if (page.empty() || next.empty()) return false;
  const CleanLine& last = page.back();
  const CleanLine& first = next.front();
  if (last.box.empty() || first.box.empty()) return false;
  if (EndsSentence(last.words)) return false;
  const Frame frame = FrameOf(page);
  const double right_px = frame.left_px - FrameOf(next).left_px * scale;
  return !Starts(last, MovedBelow(last, first, right_px, scale), frame);
}

}  // namespace donthu
