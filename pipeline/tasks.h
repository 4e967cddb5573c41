// Tasks with the descriptors that go with them.
#pragma once

#include <string>
#include <vector>

#include "models/result.h"
#include "pipeline/process/worker_pool.h"

namespace donthu {

// `source_fd` stays the caller's. All fail with kInternal or
// kOutputUnwritable.
Result<Task> InspectTask(const Request& request, int source_fd);

// The page image is written to `image_path`.
Result<Task> PageTask(const Request& request, int source_fd,
                      const std::string& image_path);

// `facts_json`: an UnreadRecord(); `pages_json`: its PageResults;
// `former_json`: Records of the same pages whose fields still stand; each one
// line without its end.
Result<Task> LettersTask(const Request& request, const std::string& facts_json,
                         const std::vector<std::string>& pages_json,
                         const std::vector<std::string>& former_json);

// `lines`: ArchiveTaskLines(). The PDF is written to `pdf_path`. `source_fd`
// -1: no PDF is asked for, and the scan is not needed.
Result<Task> ArchivingTask(const Request& request, int source_fd,
                           const std::string& lines,
                           const std::string& pdf_path);

}  // namespace donthu
