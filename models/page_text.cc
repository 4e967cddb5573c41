#include "models/page_text.h"

#include "models/text_offsets.h"

namespace donthu {

double MeanConfidence(const PageText& page) {
  double sum = 0.0;
  double weight = 0.0;
  EachWord(page, [&](const Word& word) {
    const double length = CodePointCount(word.text);
    sum += word.confidence * length;
    weight += length;
  });
  return weight > 0.0 ? sum / weight : 0.0;
}

}  // namespace donthu
