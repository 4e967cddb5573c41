// What a person sees while a run goes on.
#pragma once

#include <chrono>
#include <ostream>
#include <string>
#include <string_view>

#include "pipeline/batch.h"

namespace donthu {

enum class ProgressForm {
  kBar,     // a terminal: one line, written over
  kLines,   // a file: a line now and then
  kSilent,  // -q: failures only
};

// For the error stream of this process.
ProgressForm ProgressFormFor(bool quiet);

enum class Reasons { kUntold, kTold };

enum class Naming {
  kByName,  // for the operator's eyes
  kByHash,  // for a log, which others read: 12 digits
};

class TerminalObserver final : public RunObserver {
 public:
  TerminalObserver(std::ostream& err, ProgressForm form,
                   Reasons reasons = Reasons::kUntold,
                   Naming naming = Naming::kByName);

  void OnProgress(const RunProgress& progress) override;
  void OnFailure(const NamedSource& file, int page,
                 const Error& error) override;
  void OnReason(const NamedSource& file, std::string_view reason) override;
  // Ends the bar's line.
  void Close();

 private:
  std::string Line(const RunProgress& progress) const;
  std::string NameOf(const NamedSource& file) const;

  std::ostream& err_;
  ProgressForm form_;
  Reasons reasons_;
  Naming naming_;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point shown_;
  RunProgress last_;
  int pages_before_ = -1;  // already done when the run began
  bool bar_open_ = false;
};

// `text` without bytes that a terminal would obey: each control character a
// question mark.
std::string Printable(std::string_view text);

}  // namespace donthu
