// Every row of models/legal/ answers at least one letter: no article stands in
// a table without a letter that calls it.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "stages/assess/eligibility.h"
#include "tests/stages/assess/sample_letter.h"

namespace donthu {
namespace {

// What spoils or fills a sound letter.
using Change = void (*)(SampleLetter&);

SampleLetter Changed(Label label, Change change) {
  SampleLetter sample = SampleOf(label);
  change(sample);
  return sample;
}

void Say(SampleLetter& sample, const std::string& words) {
  sample.letter.text += " " + words;
}

// ---- checks -----------------------------------------------------------------

const std::map<std::string, Change>& Faults() {
  static const std::map<std::string, Change> kFaults = {
      {"tieng_viet",
       [](SampleLetter& sample) {
         sample.letter.text =
             "This letter was written in another language and nobody put a "
             "translation of it into the envelope, which the law asks for.";
       }},
      {"ngay_viet",
       [](SampleLetter& sample) { sample.fields.letter_date.reset(); }},
      {"ho_ten_dia_chi",
       [](SampleLetter& sample) { sample.fields.senders[0].address.reset(); }},
      {"ky_ten",
       [](SampleLetter& sample) {
         sample.fields.signed_by_hand.value = false;
       }},
      {"nguoi_bi_khieu_nai",
       [](SampleLetter& sample) { sample.fields.respondents.clear(); }},
      {"noi_dung_khieu_nai",
       [](SampleLetter& sample) { sample.fields.requests.clear(); }},
      {"nguoi_bi_to_cao",
       [](SampleLetter& sample) { sample.fields.respondents.clear(); }},
      {"lien_he", [](SampleLetter& sample) { sample.fields.senders.clear(); }},
      {"noi_dung_kien_nghi",
       [](SampleLetter& sample) { sample.letter.text = "Tôi kiến nghị."; }},
      {"gui_nhieu_noi",
       [](SampleLetter& sample) {
         sample.office = Ward();
         sample.fields.recipients.push_back(
             {Text("UBND phường Thử"), RecipientKind::kTo});
       }},
  };
  return kFaults;
}

Check CheckOf(const SampleLetter& sample, const std::string& id) {
  const Assessment assessment = sample.Assessed();
  for (const Check& check : assessment.eligibility.front().checks) {
    if (check.id == id) return check;
  }
  return {};
}

TEST(RowsTest, EveryCheckCanFailAndNamesItsArticle) {
  for (const CheckRow& row : Tables()->checks) {
    const auto fault = Faults().find(row.id);
    ASSERT_NE(fault, Faults().end()) << row.id;
    bool fails = false;
    for (const Label label : row.applies) {
      const Check sound = CheckOf(SampleOf(label), row.id);
      const Check found = CheckOf(Changed(label, fault->second), row.id);
      EXPECT_NE(sound.result, CheckResult::kFail) << row.id;
      EXPECT_EQ(found.law, row.law);
      fails = fails || found.result == CheckResult::kFail;
    }
    EXPECT_TRUE(fails) << row.id;
  }
}

// ---- deadlines --------------------------------------------------------------

TEST(RowsTest, EveryClockStartsWithinItsYearsAndNotBefore) {
  for (const DeadlineRow& row : Tables()->deadlines) {
    for (const Label label : row.applies) {
      SampleLetter sample = SampleOf(label);
      if (!row.levels.empty()) sample.office.level = row.levels.front();
      if (!row.instances.empty()) {
        sample.fields.instance.value = row.instances.back();
      }
      const auto runs_on = [&](const std::string& day) {
        sample.received = day;
        const auto clocks = sample.Assessed().deadlines;
        return std::any_of(
            clocks.begin(), clocks.end(), [&](const Deadline& clock) {
              return clock.id == row.id && clock.law == row.law &&
                     clock.days == row.days;
            });
      };
      EXPECT_TRUE(runs_on(row.effective_from)) << row.id;
      EXPECT_FALSE(runs_on("2009-12-31")) << row.id;
      if (!row.effective_to.empty()) {
        EXPECT_TRUE(runs_on(row.effective_to)) << row.id;
        EXPECT_FALSE(runs_on("2026-12-01")) << row.id;
      }
    }
  }
}

// The worked examples of the domain brief §3.3: by the letter's clocks where
// they start at receipt (TC-2, KN-1', TC-1, TCD-1), by the calendar else.
TEST(RowsTest, TheWorkedExamplesComeOut) {
  SampleLetter sample = SampleOf(Label::kToCao);
  sample.received = "2026-07-06";
  EXPECT_EQ(ClocksOf(sample),
            "TCD-1=2026-07-20 XLD-2=2026-08-20 TC-1=2026-07-15 "
            "TC-2=2026-07-13");
  sample = SampleOf(Label::kKhieuNai);
  sample.received = "2026-07-06";
  EXPECT_EQ(ClocksOf(sample),
            "TCD-1=2026-07-20 XLD-2=2026-08-20 KN-1'=2026-07-15");
  sample.received = "2026-08-27";
  EXPECT_EQ(ClocksOf(sample),
            "TCD-1=2026-09-14 XLD-2=2026-10-12 KN-1'=2026-09-09");
}

// ---- flags ------------------------------------------------------------------

const std::map<std::string, Change>& Raisers() {
  static const std::map<std::string, Change> kRaisers = {
      {"nac_danh",
       [](SampleLetter& sample) { sample.fields.anonymous.value = true; }},
      {"dong_nguoi",
       [](SampleLetter& sample) { sample.fields.senders.resize(5); }},
      {"gui_nhieu_noi",
       [](SampleLetter& sample) {
         sample.fields.recipients.push_back(
             {Text("Báo Mẫu"), RecipientKind::kCc});
       }},
      {"phuc_tap_nhieu_dia_diem",
       [](SampleLetter& sample) { Say(sample, "Ở xã Một và xã Hai."); }},
      {"phuc_tap_nhieu_noi_dung",
       [](SampleLetter& sample) {
         Part part;
         part.label = Label::kToCao;
         sample.classification.parts = {part, part};
       }},
      {"phuc_tap_nhieu_nguoi",
       [](SampleLetter& sample) { sample.fields.senders.resize(2); }},
      {"phuc_tap_nhieu_co_quan",
       [](SampleLetter& sample) {
         auto& respondents = sample.fields.respondents;
         respondents.push_back(respondents[0]);
         respondents[1].organisation = Text("Sở Mẫu");
       }},
  };
  return kRaisers;
}

bool Raises(const SampleLetter& sample, const std::string& id) {
  const auto flags = sample.Assessed().flags;
  return std::find(flags.begin(), flags.end(), id) != flags.end();
}

TEST(RowsTest, EveryFlagIsRaisedByWhatItNamesAndByNothingElse) {
  for (const FlagRow& row : Tables()->flags) {
    EXPECT_FALSE(Raises(SampleOf(Label::kToCao), row.id)) << row.id;
    for (const std::string& phrase : row.words.phrases) {
      SampleLetter sample = SampleOf(Label::kToCao);
      Say(sample, phrase + ".");
      EXPECT_TRUE(Raises(sample, row.id)) << row.id;
    }
    for (const std::string& phrase : row.words.unless) {
      SampleLetter sample = SampleOf(Label::kToCao);
      Say(sample, phrase + ".");
      EXPECT_FALSE(Raises(sample, row.id)) << row.id;
    }
    if (!row.words.phrases.empty()) continue;
    const auto raiser = Raisers().find(row.id);
    ASSERT_NE(raiser, Raisers().end()) << row.id;
    EXPECT_TRUE(Raises(Changed(Label::kToCao, raiser->second), row.id))
        << row.id;
  }
}

// ---- hints ------------------------------------------------------------------

const std::map<std::string, Change>& Grounds() {
  static const std::map<std::string, Change> kGrounds = {
      {"van_ban_quy_pham",
       [](SampleLetter& sample) {
         sample.fields.decisions.emplace_back().number =
             Text("12/2026/QĐ-UBND");
       }},
      {"chua_du_18_tuoi",
       [](SampleLetter& sample) {
         sample.fields.senders[0].birth_date = Text("2012");
       }},
      {"thieu_uy_quyen",
       [](SampleLetter& sample) {
         sample.fields.senders[0].role = SenderRole::kLawyer;
       }},
      {"khong_ky_ten",
       [](SampleLetter& sample) {
         sample.fields.signed_by_hand.value = false;
       }},
      {"het_thoi_hieu",
       [](SampleLetter& sample) {
         sample.fields.decisions.emplace_back().date = Text("2020-01-02");
       }},
      {"gui_nhieu_noi",
       [](SampleLetter& sample) {
         sample.fields.recipients.push_back(
             {Text("Báo Mẫu"), RecipientKind::kCc});
       }},
      {"nac_danh_co_can_cu",
       [](SampleLetter& sample) {
         sample.fields.anonymous.value = true;
         sample.fields.attachments = {Text("ảnh chụp")};
       }},
      {"khong_ro_nguoi_vi_pham",
       [](SampleLetter& sample) { sample.fields.respondents.clear(); }},
  };
  return kGrounds;
}

SampleLetter ForHint(const HintRow& row, Label label) {
  SampleLetter sample = SampleOf(label);
  if (!row.instances.empty()) {
    sample.fields.instance.value = row.instances.back();
  }
  if (!row.competent.empty()) {  // a head is not for the own office
    sample.office = Ward();
    sample.fields.respondents[0].position = Text("Chủ tịch");
  }
  return sample;
}

bool Suggests(const SampleLetter& sample, Label part, const HintRow& row) {
  const Routing wanted = {part, row.action, row.law, row.reason};
  const auto routes = sample.Assessed().routing;
  return std::find(routes.begin(), routes.end(), wanted) != routes.end();
}

TEST(RowsTest, EveryHintIsGivenForItsGroundAndForNothingElse) {
  for (const HintRow& row : Tables()->hints) {
    for (const Label label : row.applies) {
      const SampleLetter sound = ForHint(row, label);
      EXPECT_FALSE(Suggests(sound, label, row)) << row.law;
      for (const std::string& phrase : row.words.phrases) {
        SampleLetter sample = sound;
        Say(sample, phrase + ".");
        EXPECT_TRUE(Suggests(sample, label, row)) << phrase;
      }
      for (const std::string& phrase : row.words.unless) {
        SampleLetter sample = sound;
        Say(sample, phrase + ".");
        EXPECT_FALSE(Suggests(sample, label, row)) << phrase;
      }
      if (!row.words.phrases.empty()) continue;
      const auto ground = Grounds().find(row.id);
      ASSERT_NE(ground, Grounds().end()) << row.id;
      SampleLetter sample = sound;
      ground->second(sample);
      EXPECT_TRUE(Suggests(sample, label, row)) << row.law;
    }
  }
}

// ---- routes -----------------------------------------------------------------

// Letters of a part that differ in eligibility, competence and flags.
std::vector<SampleLetter> Letters(Label label) {
  std::vector<SampleLetter> letters = {SampleOf(label)};
  const auto double_with = [&](Change change) {
    const std::vector<SampleLetter> before = letters;
    for (SampleLetter sample : before) {
      change(sample);
      letters.push_back(std::move(sample));
    }
  };
  double_with([](SampleLetter& sample) { sample.office = Ward(); });
  double_with([](SampleLetter& sample) { sample.fields.letter_date.reset(); });
  double_with([](SampleLetter& sample) {
    sample.fields.respondents[0].position = Text("Chủ tịch");
  });
  double_with([](SampleLetter& sample) {
    sample.office = {"UBND tỉnh Mẫu", {}, OfficeLevel::kTinh, ""};
  });
  for (const FlagRow& row : Tables()->flags) {
    SampleLetter sample = SampleOf(label);
    if (row.words.phrases.empty()) {
      Raisers().at(row.id)(sample);
    } else {
      Say(sample, row.words.phrases.front() + ".");
    }
    letters.push_back(std::move(sample));
  }
  return letters;
}

TEST(RowsTest, EveryRouteIsTakenBySomeLetterAndNotByAll) {
  for (const RoutingRow& row : Tables()->routes) {
    for (const Label label : row.applies) {
      const Routing wanted = {label, row.action, row.law, row.reason};
      const auto letters = Letters(label);
      const auto takes = [&](const SampleLetter& sample) {
        const auto routes = sample.Assessed().routing;
        return std::find(routes.begin(), routes.end(), wanted) != routes.end();
      };
      const auto taken = std::count_if(letters.begin(), letters.end(), takes);
      EXPECT_GT(taken, 0) << row.law << " " << row.action;
      const bool always = row.eligible.empty() && row.competent.empty() &&
                          row.flag.empty() && row.without_flag.empty();
      if (!always) {
        EXPECT_LT(taken, static_cast<long>(letters.size()))
            << row.law << " " << row.action;
      }
    }
  }
}

}  // namespace
}  // namespace donthu
