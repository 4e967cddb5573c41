#include "pipeline/tasks.h"

#include <fcntl.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "pipeline/files.h"

namespace donthu {
namespace {

Result<UniqueFd> Duplicate(int fd) {
  UniqueFd copy(::fcntl(fd, F_DUPFD_CLOEXEC, 0));
  if (!copy) {
    return Fail(ErrorCode::kInternal, "descriptor", std::strerror(errno));
  }
  return copy;
}

}  // namespace

Result<Task> InspectTask(const Request& request, int source_fd) {
  auto input = Duplicate(source_fd);
  if (!input) return Fail(input.error());
  Task task;
  task.request = request;
  task.files.input = std::move(*input);
  return task;
}

Result<Task> PageTask(const Request& request, int source_fd,
                      const std::string& image_path) {
  auto task = InspectTask(request, source_fd);
  if (!task) return task;
  auto output = MemoryFile();
  if (!output) return Fail(output.error());
  task->files.output = std::move(*output);
  task->files.image = UniqueFd(
      ::open(image_path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (!task->files.image) return Unwritable("page image");
  return task;
}

Result<Task> LettersTask(const Request& request, const std::string& facts_json,
                         const std::vector<std::string>& pages_json,
                         const std::vector<std::string>& former_json) {
  std::string lines = facts_json + "\n";
  for (const std::string& page : pages_json) lines += page + "\n";
  lines += "\n";
  for (const std::string& record : former_json) lines += record + "\n";
  auto input = MemoryFileOf(lines);
  if (!input) return Fail(input.error());
  auto output = MemoryFile();
  if (!output) return Fail(output.error());
  Task task;
  task.request = request;
  task.files.input = std::move(*input);
  task.files.output = std::move(*output);
  return task;
}

Result<Task> ArchivingTask(const Request& request, int source_fd,
                           const std::string& lines,
                           const std::string& pdf_path) {
  auto nothing = MemoryFile();
  if (!nothing) return Fail(nothing.error());
  auto task =
      PageTask(request, source_fd >= 0 ? source_fd : nothing->get(), pdf_path);
  if (!task) return task;
  auto words = MemoryFileOf(lines);
  if (!words) return Fail(words.error());
  task->files.words = std::move(*words);
  return task;
}

}  // namespace donthu
