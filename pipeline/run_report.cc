#include "pipeline/run_report.h"

#include <nlohmann/json.hpp>

#include "pipeline/files.h"
#include "pipeline/text_forms.h"

namespace donthu {
namespace {

using Json = nlohmann::ordered_json;
using std::chrono::system_clock;

Json IgnoredJson(const Inbox& inbox) {
  Json ignored = Json::array();
  for (const IgnoredFile& file : inbox.ignored) {
    ignored.push_back({{"file", file.name}, {"reason", file.reason}});
  }
  return ignored;
}

}  // namespace

Status WriteRunReport(const OutputPaths& paths, const Inbox& inbox,
                      const RunSummary& summary,
                      system_clock::time_point started) {
  const auto ended = system_clock::now();
  const OutputCounts& c = summary.output;
  Json report;
  report["program"] = std::string("donthu ") + DONTHU_VERSION;
  report["started"] = UtcText(started);
  report["ended"] = UtcText(ended);
  report["seconds"] = std::chrono::duration<double>(ended - started).count();
  report["stopped"] = summary.stopped;
  report["files"] = summary.files;
  report["copies"] = summary.copies;
  report["sources_worked_on"] = summary.read_again;
  report["pages_read"] = summary.pages_read;
  report["workers_replaced"] = summary.workers_replaced;
  report["diagnostic_bytes"] = summary.diagnostic_bytes;
  report["records"] = {{"letters", c.letters - c.withdrawn},
                       {"complete", c.complete},
                       {"needs_review", c.needs_review},
                       {"failed", c.failed},
                       {"withdrawn", c.withdrawn}};
  report["ledger"] = {{"pages_in_records", c.pages},
                      {"of_them_failed", c.pages_failed}};
  report["ignored"] = IgnoredJson(inbox);
  return WriteFileAtomically(
      paths.RunReport(),
      report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace donthu
