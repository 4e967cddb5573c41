// The small subcommands: exit codes, and what goes to which stream.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/record_json.h"
#include "pipeline/config.h"
#include "tests/models/record_checks.h"
#include "tests/pipeline/made_scans.h"
#include "tests/pipeline/program.h"
#include "tests/pipeline/records.h"

namespace donthu {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class CommandsTest : public ::testing::Test {
 protected:
  ProgramEnd Run(const std::vector<std::string>& arguments,
                 const std::string& in = "") {
    return RunProgram(folder_, arguments, in);
  }
  TemporaryFolder folder_;
};

TEST_F(CommandsTest, WithoutACommandUsageGoesToStandardError) {
  for (const auto& arguments :
       {std::vector<std::string>{}, std::vector<std::string>{"no-such"}}) {
    const ProgramEnd end = Run(arguments);
    EXPECT_EQ(end.code, 2);
    EXPECT_EQ(end.out, "");
    EXPECT_THAT(end.err, HasSubstr("usage: donthu"));
  }
}

TEST_F(CommandsTest, HelpIsAnAnswerAndGoesToStandardOutput) {
  for (const char* command :
       {"run", "text", "classify", "set", "schema", "config", "doctor"}) {
    const ProgramEnd end = Run({command, "--help"});
    EXPECT_EQ(end.code, 0) << command;
    EXPECT_THAT(end.out, HasSubstr(command));
    EXPECT_EQ(end.err, "");
  }
  EXPECT_EQ(Run({"--help"}).code, 0);
  EXPECT_THAT(Run({"--version"}).out, StartsWith("donthu "));
}

TEST_F(CommandsTest, SchemaPrintsBothForms) {
  EXPECT_EQ(Run({"schema"}).out, SchemaText(SchemaForm::kPublished));
  EXPECT_EQ(Run({"schema", "--strict"}).out, SchemaText(SchemaForm::kStrict));
  EXPECT_EQ(Run({"schema", "--no-such"}).code, 2);
}

TEST_F(CommandsTest, ConfigPrintsWhatReadsBackTheSame) {
  const ProgramEnd defaults = Run({"config"});
  EXPECT_EQ(defaults.code, 0);
  EXPECT_EQ(*ConfigFromToml(defaults.out), Config());
  folder_.Put("donthu.toml", "[limits]\nmax_pages = 7\n");
  EXPECT_THAT(Run({"config"}).out, HasSubstr("max_pages = 7  # file\n"));
}

TEST_F(CommandsTest, ConfigRefusesAnUnknownKey) {
  folder_.Put("my.toml", "[limits]\nmax_page = 7\n");
  const ProgramEnd end = Run({"config", "--config", "my.toml"});
  EXPECT_EQ(end.code, 9);
  EXPECT_EQ(end.out, "");
  EXPECT_THAT(end.err, HasSubstr("limits.max_page"));
}

TEST_F(CommandsTest, DoctorNamesWhatItFound) {
  const ProgramEnd end = Run({"doctor"});
  EXPECT_EQ(end.code, 0) << end.err;
  EXPECT_THAT(end.out, HasSubstr("fake 1"));
  EXPECT_THAT(end.out, HasSubstr("class model"));
  EXPECT_THAT(end.out, HasSubstr("\nsystem calls   "));
  EXPECT_THAT(end.out, HasSubstr("\nworker files   "));
  folder_.Put("donthu.toml", "[paths]\nmodels = \"/no/such/folder\"\n");
  EXPECT_EQ(Run({"doctor"}).code, 7);
}

TEST_F(CommandsTest, DoctorSaysThatTheSandboxIsOff) {
  folder_.Put("donthu.toml", "[limits]\nsandbox = \"off\"\n");
  EXPECT_THAT(Run({"doctor"}).out, HasSubstr("system calls   OFF: "));
}

TEST_F(CommandsTest, TextPrintsTheTextAndNothingElse) {
  folder_.Put("a.png", PngScan(1));
  const ProgramEnd end = Run({"text", "a.png"});
  EXPECT_EQ(end.code, 0) << end.err;
  EXPECT_EQ(end.err, "");
  EXPECT_THAT(end.out, HasSubstr("ĐƠN KHIẾU NẠI"));
}

TEST_F(CommandsTest, TextOfWhatIsNoScanEndsWithThree) {
  folder_.Put("a.png", "no scan");
  const ProgramEnd end = Run({"text", "a.png"});
  EXPECT_EQ(end.code, 3);
  EXPECT_EQ(end.out, "");
  EXPECT_THAT(end.err, HasSubstr("a.png"));
  EXPECT_EQ(Run({"text", "nowhere"}).code, 5);
  EXPECT_EQ(Run({"text"}).code, 2);
}

TEST_F(CommandsTest, ClassifyPrintsOneLineOfJson) {
  const std::string text = "Tôi khiếu nại Quyết định số 12/QĐ-UBND.\n";
  const ProgramEnd end = Run({"classify"}, text);
  EXPECT_EQ(end.code, 0) << end.err;
  EXPECT_THAT(end.out, StartsWith("{\"label\":"));
  EXPECT_EQ(end.out.find('\n'), end.out.size() - 1);
  folder_.Put("a.txt", text);
  EXPECT_EQ(Run({"classify", "a.txt"}).out, end.out);
}

TEST_F(CommandsTest, ClassifyRefusesWhatItCannotRead) {
  EXPECT_EQ(Run({"classify", "nowhere"}).code, 5);
  const ProgramEnd end = Run({"classify"}, "\xff");
  EXPECT_EQ(end.code, 3);
  EXPECT_EQ(end.out, "");
}

// What stands in the text once is quoted, and what weighs is named.
TEST_F(CommandsTest, ExplainNamesWhatDecides) {
  folder_.Put("a.txt",
              "ĐƠN KIẾN NGHỊ\nKính gửi: Chủ tịch UBND huyện Mẫu\n"
              "Tôi tên là Trần Thị Mẫu, ở thôn Đông, xã Mẫu, huyện Mẫu.\n"
              "Ngày 05/5/2026 Chủ tịch UBND huyện ban hành Quyết định số "
              "12/QĐ-UBND thu hồi 300 m2 đất của gia đình tôi mà bồi thường "
              "không đúng giá, không xét nguồn gốc đất của tôi.\n"
              "Tôi không đồng ý với quyết định nói trên. Tôi yêu cầu Chủ tịch "
              "UBND huyện xem xét lại, hủy bỏ Quyết định số 12/QĐ-UBND và bồi "
              "thường cho gia đình tôi theo đúng quy định của pháp luật.\n"
              "Người làm đơn\nTrần Thị Mẫu\n");
  const ProgramEnd end = Run({"explain", "a.txt"});
  EXPECT_EQ(end.code, 0) << end.err;
  EXPECT_THAT(end.out, StartsWith("class     khieu_nai"));
  EXPECT_THAT(end.out, HasSubstr("says kien_nghi, which the content does not"));
  EXPECT_THAT(end.out, HasSubstr("hủy bỏ Quyết định số 12/QĐ-UBND"));
  EXPECT_THAT(end.out, HasSubstr("  +"));
  EXPECT_EQ(Run({"explain", "nowhere"}).code, 5);
}

}  // namespace
}  // namespace donthu
