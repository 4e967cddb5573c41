#include "pipeline/run_report.h"

#include <nlohmann/json.hpp>

#include "pipeline/files.h"
#include "pipeline/text_forms.h"
#include "pipeline/versions.h"

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

Json LedgerJson(const Ledger& l) {
  return {{"pages_in", l.pages_in},
          {"pages_in_records", l.pages_in_records},
          {"of_them_failed", l.pages_failed},
          {"pages_blank", l.pages_blank},
          {"pages_separator", l.pages_separator},
          {"pages_quarantined", l.pages_quarantined},
          {"pages_purged", l.pages_purged},
          {"sources_unfinished", l.sources_unfinished},
          {"balances", l.Balances()}};
}

}  // namespace

Status WriteRunReport(const OutputPaths& paths, const Inbox& inbox,
                      const RunSummary& summary,
                      system_clock::time_point started) {
  const auto ended = system_clock::now();
  const Ledger& l = summary.ledger;
  Json report;
  report["program"] = "donthu " + ProgramVersion();
  report["started"] = UtcText(started);
  report["ended"] = UtcText(ended);
  report["seconds"] = std::chrono::duration<double>(ended - started).count();
  report["stopped"] = summary.stopped;
  report["gave_up"] = summary.gave_up.has_value();
  report["files"] = summary.files;
  report["copies"] = summary.copies;
  report["sources_worked_on"] = summary.read_again;
  report["files_purged"] = summary.purged;
  report["pages_read"] = summary.pages_read;
  report["pages_known_by_content"] = summary.pages_known;
  report["workers_replaced"] = summary.workers_replaced;
  report["diagnostic_bytes"] = summary.diagnostic_bytes;
  report["records"] = {{"letters", l.complete + l.needs_review + l.failed},
                       {"complete", l.complete},
                       {"needs_review", l.needs_review},
                       {"failed", l.failed},
                       {"withdrawn", l.withdrawn},
                       {"purged", l.purged}};
  report["archive_copies"] = {{"made", summary.archives.made},
                              {"up_to_date", summary.archives.kept},
                              {"without_scan", summary.archives.without_scan},
                              {"failed", summary.archives.failed}};
  report["ledger"] = LedgerJson(l);
  report["ignored"] = IgnoredJson(inbox);
  return WriteFileAtomically(
      paths.RunReport(),
      report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace donthu
