// What worker and supervisor say to each other.
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <string>
#include <vector>

#include "pipeline/process/protocol.h"
#include "pipeline/process/worker.h"
#include "tests/fuzz/law.h"

namespace donthu {
namespace {

constexpr std::size_t kMostFiles = 4;

void CheckRequest(std::string_view message) {
  const auto request = DecodeRequest(message);
  if (!request) {
    return Law(request.error().code == ErrorCode::kAnswerInvalid,
               "a request is refused as invalid");
  }
  const auto again = DecodeRequest(Encode(*request));
  Law(again && *again == *request, "a request reads back as it was");
}

void CheckAnswer(std::string_view message) {
  const auto answer = DecodeAnswer(message);
  if (!answer) {
    return Law(answer.error().code == ErrorCode::kAnswerInvalid,
               "an answer is refused as invalid");
  }
  const auto again = DecodeAnswer(Encode(*answer));
  Law(again && *again == *answer, "an answer reads back as it was");
}

void CheckFacts(std::string_view text) {
  const auto facts = WorkerFactsFromJson(text);
  if (!facts) return;
  const auto again = WorkerFactsFromJson(ToJson(*facts));
  Law(again && *again == *facts, "facts read back as they were");
}

// Texts of a foreign library may be any bytes.
void CheckMadeAnswer(std::string_view bytes) {
  const std::size_t third = bytes.size() / 3;
  Answer answer;
  answer.id = static_cast<std::int64_t>(bytes.size());
  answer.media_type = bytes.substr(0, third);
  answer.info = bytes.substr(third, third);
  answer.error = Error{ErrorCode::kImageUnreadable, std::string(),
                       std::string(bytes.substr(2 * third))};
  const std::string message = Encode(answer);
  const auto read = DecodeAnswer(message);
  Law(read.has_value() == (message.size() <= kMaxMessageBytes),
      "whatever is said in time is understood");
  Law(!read || Encode(*read) == message, "what is understood was said");
}

struct Pair {
  Pair() {
    std::array<int, 2> ends{};
    Law(::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) ==
            0,
        "there are sockets");
    a = UniqueFd(ends[0]);
    b = UniqueFd(ends[1]);
  }
  UniqueFd a;
  UniqueFd b;
};

int LowestFree() {
  const UniqueFd probe(::dup(0));
  return probe.get();
}

void CheckPacket(std::string_view bytes) {
  const Pair pair;
  const std::size_t files = bytes.size() % (kMostFiles + 2);
  const int before = LowestFree();
  const auto sent =
      SendPacket(pair.a.get(), bytes, std::vector<int>(files, pair.a.get()));
  Law(sent.has_value() == (files <= kMostFiles), "only few files go along");
  if (!sent) return;
  {
    const auto packet = ReceivePacket(pair.b.get());
    Law(packet.has_value() == (bytes.size() <= kMaxMessageBytes),
        "a packet that is not too long arrives");
    Law(!packet || packet->bytes == bytes, "a packet arrives as it was");
    Law(!packet || packet->closed == bytes.empty(), "nothing said is the end");
    Law(!packet || packet->closed || packet->files.size() == files,
        "all files arrive");
  }
  Law(LowestFree() == before, "no file stays open");
}

}  // namespace
}  // namespace donthu

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view text = donthu::TextOf(data, size);
  donthu::CheckRequest(text);
  donthu::CheckAnswer(text);
  donthu::CheckFacts(text);
  donthu::CheckMadeAnswer(text);
  donthu::CheckPacket(text);
  return 0;
}
