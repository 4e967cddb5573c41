// Files of the class model, and what a letter gets from one that was taken.
#include <array>
#include <cmath>
#include <string>

#include "stages/classify/class_model.h"
#include "stages/classify/classify.h"
#include "stages/extract/extract.h"
#include "stages/normalize/normalize.h"
#include "tests/fuzz/law.h"

namespace donthu {
namespace {

constexpr std::array kLetters = {
    "",
    "1 2 3",
    "ĐƠN KHIẾU NẠI\nKính gửi: UBND phường Mẫu\nTôi khiếu nại quyết định thu "
    "hồi đất của tôi.\nTôi đề nghị hủy quyết định.",
    "Đơn tố cáo\nTôi tố cáo ông Lê Văn Thử nhận tiền.\nĐề nghị xử lý.",
};

bool IsShare(double value) { return value >= 0.0 && value <= 1.0; }

void CheckClassified(const Classify& classify, const char* text) {
  const auto letter = Normalize().FromPlainText(text);
  const auto fields = Extract().Run(*letter);
  const auto found = classify.Run({*letter, *fields});
  Law(static_cast<bool>(found), "every letter can be classified");
  double sum = 0.0;
  for (const double probability : found->probabilities) {
    Law(IsShare(probability), "a probability is a share");
    sum += probability;
  }
  Law(std::abs(sum - 1.0) <= 0.001, "probabilities sum to 1");
  Law(IsShare(found->confidence) && IsShare(found->legal_confidence),
      "confidence is a share");
  for (const Evidence& evidence : found->evidence) {
    Law(IsShare(evidence.weight), "a weight is a share");
  }
}

}  // namespace
}  // namespace donthu

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const auto model = donthu::ClassModel::Parse(donthu::TextOf(data, size));
  if (!model) return 0;
  // Numbers are rounded once, when they are written.
  const std::string text = donthu::ModelText((*model)->parts());
  const auto again = donthu::ClassModel::Parse(text);
  donthu::Law(again && donthu::ModelText((*again)->parts()) == text,
              "a model reads back as it was written");
  const donthu::Classify classify(*model);
  for (const char* letter : donthu::kLetters) {
    donthu::CheckClassified(classify, letter);
  }
  return 0;
}
