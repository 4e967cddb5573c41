// What supervisor and worker say to each other over a SOCK_SEQPACKET pair.
//
// A message is small: one packet of JSON, at most kMaxMessageBytes, with
// descriptors beside it. Whatever is large (a scan, a page image, pages as
// text, records) is behind a descriptor that the supervisor made, so that a
// worker opens nothing and a hostile answer costs no more than its limit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/result.h"
#include "pipeline/unique_fd.h"

namespace donthu {

inline constexpr std::size_t kMaxMessageBytes = std::size_t{16} * 1024;
inline constexpr std::int64_t kMaxAnswerBytes = 256LL * 1024 * 1024;

enum class TaskKind {
  kSetUp,    // in: configuration. The answer comes once the worker is warm
  kInspect,  // in: file. out: nothing; the message has type and page count
  kPage,     // in: file. out: a PageResult. image: the upright page as PNG
  kLetters,  // in: LettersTask() (tasks.h). out: one record a line
  // To a worker that asks whether the content of its page is known:
  kReadIt,  // it is not: read it
  kSkipIt,  // it is: answer without an output
  // In: file, words: an ArchiveTask. out: ALTO. image: the PDF.
  kArchive,
};

struct Request {
  TaskKind kind = TaskKind::kSetUp;
  std::int64_t id = 0;      // comes back in the answer
  int page = 0;             // kPage: 1-based; kArchive: number of pages
  std::int64_t source = 0;  // the same number: the same file as before

  friend bool operator==(const Request&, const Request&) = default;
};

// The descriptors of a request, in this order; absent ones are not sent.
struct RequestFiles {
  UniqueFd input;
  UniqueFd output;
  UniqueFd image;
  UniqueFd words{};  // kArchive alone
};

struct Answer {
  std::int64_t id = 0;
  std::optional<Error> error;
  std::string media_type;  // kInspect
  int page_count = 0;      // kInspect
  std::string info;        // kSetUp: versions, as JSON
  // kPage: of the scan's pixels and resolution; 64 hex digits, or empty where
  // they could not be decoded.
  std::string content_sha256;
  // kPage, not the last word: the worker waits to be told kReadIt or kSkipIt.
  bool asks = false;

  friend bool operator==(const Answer&, const Answer&) = default;
};

std::string Encode(const Request& request);
std::string Encode(const Answer& answer);
// Refuse with kAnswerInvalid whatever Encode() cannot have written: other
// keys, other types, values out of range.
Result<Request> DecodeRequest(std::string_view message);
Result<Answer> DecodeAnswer(std::string_view message);

struct Packet {
  std::string bytes;
  std::vector<UniqueFd> files;
  bool closed = false;  // the other side is gone
};

// Fails with kInternal where the other side is gone, or where there are more
// files than a request has.
Status SendPacket(int socket, std::string_view bytes,
                  const std::vector<int>& files);
// Waits for one packet. Fails with kAnswerInvalid where it was longer than
// kMaxMessageBytes or had more files than a request has.
Result<Packet> ReceivePacket(int socket);

}  // namespace donthu
