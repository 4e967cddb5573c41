#include "pipeline/process/protocol.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>

namespace donthu {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 7> kKindNames = {
    "set_up", "inspect", "page", "letters", "read_it", "skip_it", "archive"};
constexpr std::size_t kHashDigits = 64;
constexpr std::size_t kMaxFiles = 4;

Failure Invalid(const std::string& detail) {
  return Fail(ErrorCode::kAnswerInvalid, "message", detail);
}

Result<Json> Parse(std::string_view message, std::size_t keys) {
  if (message.size() > kMaxMessageBytes) return Invalid("too long");
  Json json = Json::parse(message, nullptr, false);
  if (!json.is_object() || json.size() != keys) return Invalid("not ours");
  return json;
}

bool TakeInt(const Json& json, const char* key, std::int64_t most,
             std::int64_t& value) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_number_unsigned()) return false;
  const auto number = found->get<std::uint64_t>();
  if (number > static_cast<std::uint64_t>(most)) return false;
  value = static_cast<std::int64_t>(number);
  return true;
}

bool TakeText(const Json& json, const char* key, std::string& value) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_string()) return false;
  value = found->get<std::string>();
  return true;
}

bool TakeFlag(const Json& json, const char* key, bool& value) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_boolean()) return false;
  value = found->get<bool>();
  return true;
}

bool TakeHash(const Json& json, const char* key, std::string& value) {
  return TakeText(json, key, value) &&
         (value.empty() || value.size() == kHashDigits) &&
         value.find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool TakeError(const Json& json, std::optional<Error>& error) {
  const auto found = json.find("error");
  if (found == json.end()) return false;
  if (found->is_null()) return true;
  std::string code;
  Error taken;
  if (!found->is_object() || found->size() != 3 ||
      !TakeText(*found, "code", code) ||
      !TakeText(*found, "subject", taken.subject) ||
      !TakeText(*found, "detail", taken.detail)) {
    return false;
  }
  const auto known = ErrorCodeFromString(code);
  if (!known) return false;
  taken.code = *known;
  error = taken;
  return true;
}

Json ErrorJson(const std::optional<Error>& error) {
  if (!error) return nullptr;
  return {{"code", ToString(error->code)},
          {"subject", error->subject},
          {"detail", error->detail}};
}

// Bytes that are no UTF-8 must not bring a sender down.
std::string Dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<UniqueFd> FilesOf(msghdr& header) {
  std::vector<UniqueFd> files;
  for (cmsghdr* part = CMSG_FIRSTHDR(&header); part != nullptr;
       part = CMSG_NXTHDR(&header, part)) {
    if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) {
      continue;
    }
    const std::size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (std::size_t i = 0; i < count; ++i) {
      int fd = -1;
      std::memcpy(&fd, CMSG_DATA(part) + i * sizeof(int), sizeof(int));
      files.emplace_back(fd);
    }
  }
  return files;
}

}  // namespace

std::string Encode(const Request& request) {
  return Dump({{"kind", kKindNames[static_cast<std::size_t>(request.kind)]},
               {"id", request.id},
               {"page", request.page},
               {"source", request.source}});
}

std::string Encode(const Answer& answer) {
  return Dump({{"id", answer.id},
               {"error", ErrorJson(answer.error)},
               {"media_type", answer.media_type},
               {"page_count", answer.page_count},
               {"info", answer.info},
               {"content_sha256", answer.content_sha256},
               {"asks", answer.asks}});
}

Result<Request> DecodeRequest(std::string_view message) {
  const auto json = Parse(message, 4);
  if (!json) return Fail(json.error());
  Request request;
  std::string kind;
  std::int64_t page = 0;
  if (!TakeText(*json, "kind", kind) ||
      !TakeInt(*json, "id", INT64_MAX, request.id) ||
      !TakeInt(*json, "source", INT64_MAX, request.source) ||
      !TakeInt(*json, "page", INT32_MAX, page)) {
    return Invalid("a request lacks a key");
  }
  request.page = static_cast<int>(page);
  for (std::size_t i = 0; i < kKindNames.size(); ++i) {
    if (kKindNames[i] != kind) continue;
    request.kind = static_cast<TaskKind>(i);
    return request;
  }
  return Invalid("unknown kind of request");
}

Result<Answer> DecodeAnswer(std::string_view message) {
  const auto json = Parse(message, 7);
  if (!json) return Fail(json.error());
  Answer answer;
  std::int64_t pages = 0;
  if (!TakeInt(*json, "id", INT64_MAX, answer.id) ||
      !TakeError(*json, answer.error) ||
      !TakeText(*json, "media_type", answer.media_type) ||
      !TakeInt(*json, "page_count", INT32_MAX, pages) ||
      !TakeText(*json, "info", answer.info) ||
      !TakeHash(*json, "content_sha256", answer.content_sha256) ||
      !TakeFlag(*json, "asks", answer.asks)) {
    return Invalid("an answer lacks a key");
  }
  answer.page_count = static_cast<int>(pages);
  return answer;
}

Status SendPacket(int socket, std::string_view bytes,
                  const std::vector<int>& files) {
  if (files.size() > kMaxFiles) {
    return Fail(ErrorCode::kInternal, "message", "has too many files");
  }
  iovec part = {const_cast<char*>(bytes.data()), bytes.size()};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(kMaxFiles * sizeof(int))>
      control{};
  msghdr header = {};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  if (!files.empty()) {
    const std::size_t size = files.size() * sizeof(int);
    header.msg_control = control.data();
    header.msg_controllen = CMSG_SPACE(size);
    cmsghdr* rights = CMSG_FIRSTHDR(&header);
    rights->cmsg_level = SOL_SOCKET;
    rights->cmsg_type = SCM_RIGHTS;
    rights->cmsg_len = CMSG_LEN(size);
    std::memcpy(CMSG_DATA(rights), files.data(), size);
  }
  while (::sendmsg(socket, &header, MSG_NOSIGNAL) < 0) {
    if (errno == EINTR) continue;
    return Fail(ErrorCode::kInternal, "message", std::strerror(errno));
  }
  return Done{};
}

Result<Packet> ReceivePacket(int socket) {
  Packet packet;
  packet.bytes.resize(kMaxMessageBytes);
  iovec part = {packet.bytes.data(), packet.bytes.size()};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(kMaxFiles * sizeof(int))>
      control{};
  msghdr header = {};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  header.msg_control = control.data();
  header.msg_controllen = control.size();
  ssize_t got = -1;
  do {
    got = ::recvmsg(socket, &header, MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  if (got > 0) packet.files = FilesOf(header);
  if ((header.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0) {
    return Invalid("too long");
  }
  packet.closed = got <= 0;
  packet.bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return packet;
}

}  // namespace donthu
