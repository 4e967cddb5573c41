#include "pipeline/process/protocol.h"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <array>
#include <random>

#include "pipeline/files.h"

namespace donthu {
namespace {

struct Pair {
  Pair() {
    std::array<int, 2> ends{};
    ::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data());
    a = UniqueFd(ends[0]);
    b = UniqueFd(ends[1]);
  }
  UniqueFd a;
  UniqueFd b;
};

Answer FullAnswer() {
  return {7,
          Error{ErrorCode::kEncrypted, "page 3", "asks for a \"password\""},
          "application/pdf",
          12,
          "{\"icu\":\"72\"}",
          std::string(64, 'a'),
          true};
}

TEST(ProtocolTest, ARequestReadsBackAsItWasWritten) {
  const Request request{TaskKind::kPage, 12, 3, 45};
  const auto read = DecodeRequest(Encode(request));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, request);
}

TEST(ProtocolTest, AnAnswerReadsBackAsItWasWritten) {
  for (const Answer& answer : {Answer{}, FullAnswer()}) {
    const auto read = DecodeAnswer(Encode(answer));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, answer);
  }
}

TEST(ProtocolTest, BytesThatAreNotUtf8AreReplacedNotThrown) {
  Answer answer;
  answer.info = "a\xff";
  const auto read = DecodeAnswer(Encode(answer));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->info, "a\uFFFD");
}

class HostileAnswer : public ::testing::TestWithParam<const char*> {};

TEST_P(HostileAnswer, IsRefused) {
  const auto read = DecodeAnswer(GetParam());
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kAnswerInvalid);
}

INSTANTIATE_TEST_SUITE_P(
    Protocol, HostileAnswer,
    ::testing::Values(
        "", "null", "[]", "{}", "{\"id\":", "\xff\xfe",
        // a negative number, a fraction, one that no int holds
        R"({"id":-1,"error":null,"media_type":"","page_count":1,"info":"",)"
        R"("content_sha256":"","asks":false})",
        R"({"id":1,"error":null,"media_type":"","page_count":1.5,"info":"",)"
        R"("content_sha256":"","asks":false})",
        R"({"id":1,"error":null,"media_type":"","page_count":2147483648,)"
        R"("info":"","content_sha256":"","asks":false})",
        // a wrong type, an unknown code, a key too few, a key too many
        R"({"id":1,"error":null,"media_type":[],"page_count":1,"info":"",)"
        R"("content_sha256":"","asks":false})",
        R"({"id":1,"error":{"code":"no_such","subject":"","detail":""},)"
        R"("media_type":"","page_count":1,"info":"","content_sha256":"",)"
        R"("asks":false})",
        R"({"id":1,"error":{"code":"encrypted"},"media_type":"",)"
        R"("page_count":1,"info":"","content_sha256":"","asks":false})",
        R"({"id":1,"media_type":"","page_count":1,"info":"",)"
        R"("content_sha256":"","asks":false})",
        R"({"id":1,"error":null,"media_type":"","page_count":1,"info":"",)"
        R"("content_sha256":"","asks":false,"more":1})",
        // what is no hash, and no answer to a question
        R"({"id":1,"error":null,"media_type":"","page_count":1,"info":"",)"
        R"("content_sha256":"abc","asks":false})",
        R"({"id":1,"error":null,"media_type":"","page_count":1,"info":"",)"
        R"("content_sha256":"","asks":0})"));

TEST(ProtocolTest, TheTemplateOfHostileAnswersIsAnAnswer) {
  EXPECT_TRUE(DecodeAnswer(
      R"({"id":1,"error":null,"media_type":"","page_count":1,"info":"",)"
      R"("content_sha256":"","asks":false})"));
}

TEST(ProtocolTest, AnUnknownKindOfRequestIsRefused) {
  EXPECT_FALSE(
      DecodeRequest(R"({"kind":"delete","id":1,"page":1,"source":1})"));
}

TEST(ProtocolTest, RandomDamageNeverPassesForAnotherType) {
  std::mt19937 random(20260706);
  const std::string sound = Encode(FullAnswer());
  for (int i = 0; i < 2000; ++i) {
    std::string damaged = sound;
    damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
    const auto read = DecodeAnswer(damaged);
    if (!read) continue;
    EXPECT_GE(read->page_count, 0);
    EXPECT_GE(read->id, 0);
  }
}

TEST(ProtocolTest, AMessageLongerThanTheLimitIsRefused) {
  const std::string longest = "{" + std::string(kMaxMessageBytes, ' ') + "}";
  EXPECT_FALSE(DecodeAnswer(longest));
  const Pair pair;
  ASSERT_TRUE(SendPacket(pair.a.get(), longest, {}));
  const auto packet = ReceivePacket(pair.b.get());
  ASSERT_FALSE(packet);
  EXPECT_EQ(packet.error().code, ErrorCode::kAnswerInvalid);
}

TEST(ProtocolTest, DescriptorsArriveInTheirOrder) {
  const Pair pair;
  const auto first = MemoryFileOf("first");
  const auto second = MemoryFileOf("second");
  ASSERT_TRUE(SendPacket(pair.a.get(), "{}", {first->get(), second->get()}));
  const auto packet = ReceivePacket(pair.b.get());
  ASSERT_TRUE(packet);
  EXPECT_EQ(packet->bytes, "{}");
  ASSERT_EQ(packet->files.size(), 2U);
  EXPECT_EQ(*ReadAll(packet->files[0].get(), 100), "first");
  EXPECT_EQ(*ReadAll(packet->files[1].get(), 100), "second");
}

TEST(ProtocolTest, MoreDescriptorsThanARequestHasAreRefused) {
  const Pair pair;
  const auto file = MemoryFileOf("");
  const std::vector<int> five(5, file->get());
  EXPECT_FALSE(SendPacket(pair.a.get(), "{}", five));
}

TEST(ProtocolTest, TheEndOfTheOtherSideIsToldAndSendingToItFails) {
  Pair pair;
  pair.a.Reset();
  const auto packet = ReceivePacket(pair.b.get());
  ASSERT_TRUE(packet);
  EXPECT_TRUE(packet->closed);
  EXPECT_FALSE(SendPacket(pair.b.get(), "{}", {}));
}

}  // namespace
}  // namespace donthu
