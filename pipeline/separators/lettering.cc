#include "pipeline/separators/lettering.h"

#include <array>
#include <cstddef>
#include <cstdio>

namespace donthu {
namespace {

// A capital is 10 high on its baseline at 0; operators of PDF paths.
struct Shape {
  std::string_view name;  // UTF-8
  double width = 0.0;
  std::string_view path;
};

constexpr std::array kLetters = {
    Shape{"A", 7.0, "0 0 m 3.5 10 l 7 0 l 1.2 3.4 m 5.8 3.4 l"},
    Shape{
        "B", 6.3,
        "0 5.3 m 0 10 l 3.2 10 l 6.2 10 6.2 5.3 3.2 5.3 c 0 5.3 l 0 0 l 3.5 0 "
        "l 7.2 0 7.2 5.3 3.5 5.3 c"},
    Shape{"C", 6.8,
          "6.8 8 m 5.9 9.3 4.8 10 3.7 10 c 1.5 10 0 8 0 5 c 0 2 1.5 0 3.7 0 c "
          "4.8 0 5.9 0.7 6.8 2 c"},
    Shape{"D", 7.0,
          "0 0 m 0 10 l 2.8 10 l 5.4 10 7 8 7 5 c 7 2 5.4 0 2.8 0 c h"},
    Shape{"Đ", 7.0,
          "0 0 m 0 10 l 2.8 10 l 5.4 10 7 8 7 5 c 7 2 5.4 0 2.8 0 c h -1.3 5.1 "
          "m 2.6 5.1 l"},
    Shape{"E", 5.4, "5.4 10 m 0 10 l 0 0 l 5.4 0 l 0 5.2 m 4.6 5.2 l"},
    Shape{"G", 7.0,
          "6.8 8 m 5.9 9.3 4.8 10 3.7 10 c 1.5 10 0 8 0 5 c 0 2 1.5 0 3.7 0 c "
          "4.9 0 6 0.6 7 1.8 c 7 4.7 l 4.3 4.7 l"},
    Shape{"H", 6.4, "0 0 m 0 10 l 6.4 0 m 6.4 10 l 0 5.2 m 6.4 5.2 l"},
    Shape{"I", 0.0, "0 0 m 0 10 l"},
    Shape{"K", 6.0, "0 0 m 0 10 l 5.8 10 m 0 3.8 l 1.9 5.6 m 6 0 l"},
    Shape{"L", 5.0, "0 10 m 0 0 l 5 0 l"},
    Shape{"M", 8.0, "0 0 m 0 10 l 4 2.8 l 8 10 l 8 0 l"},
    Shape{"N", 6.6, "0 0 m 0 10 l 6.6 0 l 6.6 10 l"},
    Shape{
        "O", 8.0,
        "4 10 m 6.4 10 8 8 8 5 c 8 2 6.4 0 4 0 c 1.6 0 0 2 0 5 c 0 8 1.6 10 4 "
        "10 c h"},
    Shape{"P", 6.0, "0 0 m 0 10 l 3.2 10 l 7 10 7 4.5 3.2 4.5 c 0 4.5 l"},
    Shape{
        "Q", 8.0,
        "4 10 m 6.4 10 8 8 8 5 c 8 2 6.4 0 4 0 c 1.6 0 0 2 0 5 c 0 8 1.6 10 4 "
        "10 c h 5 2.4 m 8 -0.8 l"},
    Shape{"R", 6.2,
          "0 0 m 0 10 l 3.2 10 l 7 10 7 4.5 3.2 4.5 c 0 4.5 l 3.2 4.5 m 6.2 0 "
          "l"},
    Shape{
        "S", 6.0,
        "5.8 8.5 m 5.2 9.5 4.2 10 3 10 c 1.3 10 0.3 9 0.3 7.6 c 0.3 4.4 6 6 6 "
        "2.6 c 6 1 4.8 0 3.1 0 c 1.8 0 0.7 0.6 0 1.8 c"},
    Shape{"T", 7.0, "0 10 m 7 10 l 3.5 10 m 3.5 0 l"},
    Shape{"U", 6.6,
          "0 10 m 0 3.4 l 0 1.2 1.4 0 3.3 0 c 5.2 0 6.6 1.2 6.6 3.4 c 6.6 10 "
          "l"},
    Shape{"V", 6.8, "0 10 m 3.4 0 l 6.8 10 l"},
    Shape{"X", 6.4, "0 0 m 6.4 10 l 0 10 m 6.4 0 l"},
    Shape{"Y", 6.6, "0 10 m 3.3 4.8 l 6.6 10 l 3.3 4.8 m 3.3 0 l"},
    Shape{"1", 2.4, "0 8.2 m 2.4 10 l 2.4 0 l"},
    Shape{" ", 2.0, ""},
    Shape{".", 0.0, "0 0 m 0 0.1 l"},
    Shape{",", 0.0, "0.3 0.2 m -0.5 -1.8 l"},
    Shape{":", 0.0, "0 1 m 0 1.1 l 0 6 m 0 6.1 l"},
    Shape{"-", 3.0, "0 4.4 m 3 4.4 l"}};

// Combining marks, about the middle of their letter; width: how high the next
// one above goes. The horn begins at the letter's right shoulder.
constexpr std::array kMarks = {
    Shape{"\u0302", 2.2, "-1.8 11.3 m 0 12.9 l 1.8 11.3 l"},
    Shape{"\u0306", 2.2, "-1.8 13 m -1.3 11 1.3 11 1.8 13 c"},
    Shape{"\u0301", 0.0, "-0.7 11.3 m 0.9 13.2 l"},
    Shape{"\u0300", 0.0, "0.7 11.3 m -0.9 13.2 l"},
    Shape{"\u0309", 0.0,
          "-0.9 13 m -0.4 14 1.3 13.8 1 12.7 c 0.8 12.1 0 12.2 0 11.3 c"},
    Shape{"\u0303", 0.0,
          "-2 11.6 m -1.3 13.2 -0.5 12.7 0 12.3 c 0.5 11.9 1.3 11.4 2 13 c"},
    Shape{"\u0323", 0.0, "0 -2.2 m 0 -2.1 l"}};
constexpr std::string_view kHorn = "\u031B";
constexpr std::string_view kHornPath = "-1.2 9.1 m 0.6 9.2 1 10.4 0.4 11.4 c";

constexpr double kGap = 2.4;     // between letters
constexpr double kStroke = 1.3;  // both of a capital's height of 10

std::string Number(double value) {
  std::array<char, 32> text = {};
  const int length = std::snprintf(text.data(), text.size(), "%.3f", value);
  return std::string(text.data(), static_cast<std::size_t>(length));
}

std::string At(double x, double y, std::string_view path) {
  if (path.empty()) return "";
  return "q 1 0 0 1 " + Number(x) + " " + Number(y) + " cm " +
         std::string(path) + " S Q\n";
}

template <std::size_t kCount>
const Shape* TakeShape(const std::array<Shape, kCount>& shapes,
                       std::string_view& text) {
  for (const Shape& shape : shapes) {
    if (text.substr(0, shape.name.size()) != shape.name) continue;
    text.remove_prefix(shape.name.size());
    return &shape;
  }
  return nullptr;
}

// Lays one line from the left, its origin at 0.
class Setter {
 public:
  void Set(std::string_view text) {
    while (!text.empty()) {
      if (const Shape* letter = TakeShape(kLetters, text)) {
        PutLetter(*letter);
      } else if (const Shape* mark = TakeShape(kMarks, text)) {
        PutMark(*mark);
      } else if (text.substr(0, kHorn.size()) == kHorn) {
        text.remove_prefix(kHorn.size());
        drawn_ += At(right_, 0.0, kHornPath);
      } else {
        text.remove_prefix(1);
      }
    }
  }

  double width() const { return right_; }
  const std::string& drawn() const { return drawn_; }

 private:
  void PutLetter(const Shape& letter) {
    const double left = drawn_.empty() ? 0.0 : right_ + kGap;
    drawn_ += At(left, 0.0, letter.path);
    right_ = left + letter.width;
    middle_ = left + letter.width / 2.0;
    above_ = 0.0;
  }
  void PutMark(const Shape& mark) {
    drawn_ += At(middle_, above_, mark.path);
    above_ += mark.width;
  }

  std::string drawn_;
  double right_ = 0.0;
  double middle_ = 0.0;
  double above_ = 0.0;
};

}  // namespace

std::string Lettering(std::string_view text, const LineOfType& line) {
  Setter setter;
  setter.Set(text);
  const double scale = line.cap_pt / 10.0;
  const double left = line.x_pt - setter.width() * scale / 2.0;
  return "q 1 J 1 j " + Number(scale) + " 0 0 " + Number(scale) + " " +
         Number(left) + " " + Number(line.y_pt) + " cm " + Number(kStroke) +
         " w\n" + setter.drawn() + "Q\n";
}

}  // namespace donthu
