#include <CLI/CLI.hpp>
#include <iostream>

#include "pipeline/cli/command.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/records_folder.h"
#include "pipeline/verify.h"

namespace donthu {
namespace {

void Print(const VerifyReport& report, Streams io) {
  const Ledger& l = report.ledger;
  io.out << "pages in      " << l.pages_in << "\n"
         << "  in records  " << l.pages_in_records << " (" << l.pages_failed
         << " of them failed)\n"
         << "  blank       " << l.pages_blank << "\n"
         << "  separators  " << l.pages_separator << "\n"
         << "  quarantined " << l.pages_quarantined << "\n"
         << "  purged      " << l.pages_purged << "\n"
         << "ledger        " << (l.Balances() ? "balances" : "DOES NOT BALANCE")
         << "\n"
         << "unfinished    " << l.sources_unfinished << " files\n"
         << "records       " << report.records << " checked\n"
         << "images        " << report.images << " checked\n"
         << "audit         " << report.audit.links << " links, "
         << (report.audit.broken_at == 0 ? "unbroken" : "BROKEN") << "\n";
  for (const Finding& finding : report.findings) {
    io.out << (finding.mended ? "mended  " : "DAMAGED ") << finding.subject
           << ": " << finding.what << "\n";
  }
  io.out << (report.IsWhole() ? "whole\n" : "not whole\n");
}

}  // namespace

ExitCode VerifyCommand(const Arguments& arguments, Streams io) {
  FolderArguments a;
  bool look_only = false;
  CLI::App app(
      "Check store, ledger, audit and files; make anew what is made from the "
      "store",
      "donthu verify");
  app.add_option("OUT,--out", a.out, "folder of the records")->required();
  app.add_option("--state", a.state, "folder of the store (default: OUT)");
  app.add_option("--config", a.config, "configuration (default: donthu.toml)");
  app.add_flag("--look-only", look_only, "change nothing");
  if (auto code = ParseArguments(app, arguments, io)) return *code;
  RecordsFolder folder;
  if (auto code = OpenRecords(a, io, folder)) return *code;
  const auto report = Verify(folder.options.paths, *folder.store,
                             look_only ? Mend::kLookOnly : Mend::kRebuild);
  if (!report) return Report(report.error(), io);
  Print(*report, io);
  return report->IsWhole() ? ExitCode::kOk : ExitCode::kSomeFailed;
}

}  // namespace donthu
