// Things that are no petition, written for measuring and never looked at:
// prints how many are taken for a complaint or a denunciation, and holds it.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <set>

#include "tests/stages/classify/corpus_letters.h"

namespace donthu {
namespace {

TEST(NotLettersTest, AtMostOneInAHundredIsTakenForAComplaintOrADenunciation) {
  int all = 0;
  int called = 0;    // khieu_nai, to_cao or both, whether decided or not
  int accepted = 0;  // the same, and decided without a person
  int novel = 0;
  const std::string folder =
      std::string(DONTHU_SOURCE_DIR) + "/samples/not_letters";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    const std::string file = FileText(entry.path());
    const std::size_t rule = file.find("\n---\n");
    ASSERT_NE(rule, std::string::npos) << entry.path().filename();
    const Classification said = Classified(file.substr(rule + 5));
    const bool grave = said.label == Label::kKhieuNai ||
                       said.label == Label::kToCao ||
                       said.label == Label::kHonHop;
    ++all;
    called += grave;
    accepted += grave && said.decided;
    novel += said.novel;
  }
  std::cout << "no petitions " << all
            << ": called khieu_nai, to_cao or hon_hop " << called
            << ", accepted as such " << accepted << ", novel " << novel << "\n";
  ASSERT_GE(all, 100);
  EXPECT_LE(accepted * 100, all);
}

}  // namespace
}  // namespace donthu
