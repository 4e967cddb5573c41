#include "models/json_value.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "models/json_io.h"
#include "models/record_json.h"
#include "tests/models/random_record.h"

namespace donthu {
namespace {

using Json = nlohmann::ordered_json;

// What AppendJsonString() takes from the library for rare strings.
std::string ByTheLibrary(const std::string& text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string Appended(const std::string& text) {
  std::string out = "[";
  AppendJsonString(text, out);
  return out.substr(1);
}

TEST(JsonValueTest, StringsAreWrittenAsTheLibraryWritesThem) {
  for (const std::string& text :
       {std::string(), std::string("đơn thư"), std::string("a\nb\n"),
        std::string("\"\\/\b\f\r\t\x01\x1f\x7f"), std::string("\0", 1),
        std::string("\xF0\x9F\x98\x80"), std::string("\xED\xA0\x80"),
        std::string("\xC0\x80"), std::string("\xE1\xBB"),
        std::string("\xF4\x90\x80\x80"), std::string("\xF5"),
        std::string("\xE0\x9F\xBF"), std::string("\xEF\xBF\xBD")}) {
    EXPECT_EQ(Appended(text), ByTheLibrary(text));
  }
}

TEST(JsonValueTest, AnyBytesAreWrittenAsTheLibraryWritesThem) {
  std::mt19937 random(7);
  constexpr std::string_view kBytes =
      "a\"\\\n\t\x80\xBF\xC2\xC3\xE0\xE1\xED\xF0\xF4\xF5\xA0\x9F\x90\x8F";
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (auto size = random() % 6; size > 0; --size) {
      text += kBytes[random() % kBytes.size()];
    }
    ASSERT_EQ(Appended(text), ByTheLibrary(text));
  }
}

TEST(JsonValueTest, SharesAreWrittenAsTheLibraryWritesThem) {
  std::vector<double> values = {-0.5, -0.0, 1.0001, 2.0, 1e9, 12345.678};
  for (int steps = 0; steps <= 10000; ++steps) values.push_back(steps / 1e4);
  for (const double value : values) {
    JsonWriter writer(JsonWriter::Numbers::kRounded, nullptr);
    writer.Put(value);
    std::string expected;
    AppendJsonNumber(Rounded(value), expected);
    ASSERT_EQ(writer.out(), expected);
  }
}

TEST(JsonValueTest, CompactJsonIsIndentedAsTheLibraryIndentsIt) {
  for (const std::string json :
       {"[]", "{}", "[[],{}]", R"({"a":[1,{"b":"c,:{}[]\"\\"},[]],"d":null})",
        R"("\\")", "3"}) {
    EXPECT_EQ(PrettyJson(json), Json::parse(json).dump(2) + "\n");
  }
  std::mt19937 random(3);
  for (int i = 0; i < 50; ++i) {
    const std::string line = ToJsonLine(RandomRecord(random));
    EXPECT_EQ(PrettyJson(line), PrettyJson(*ParseJson(line)));
  }
}

}  // namespace
}  // namespace donthu
