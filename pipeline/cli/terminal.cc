#include "pipeline/cli/terminal.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace donthu {
namespace {

using Seconds = std::chrono::duration<double>;

constexpr Seconds kBarEvery(0.2);
constexpr Seconds kLineEvery(10.0);
constexpr int kBarWidth = 24;

std::string Clock(double seconds) {
  char text[32];
  const int whole = static_cast<int>(std::lround(seconds));
  std::snprintf(text, sizeof text, "%d:%02d", whole / 60, whole % 60);
  return text;
}

}  // namespace

ProgressForm ProgressFormFor(bool quiet) {
  if (quiet) return ProgressForm::kSilent;
  return ::isatty(STDERR_FILENO) ? ProgressForm::kBar : ProgressForm::kLines;
}

TerminalObserver::TerminalObserver(std::ostream& err, ProgressForm form,
                                   Reasons reasons, Naming naming)
    : err_(err),
      form_(form),
      reasons_(reasons),
      naming_(naming),
      started_(std::chrono::steady_clock::now()),
      shown_(started_) {}

void TerminalObserver::OnProgress(const RunProgress& progress) {
  if (pages_before_ < 0) pages_before_ = progress.pages_done;
  if (form_ == ProgressForm::kSilent || progress == last_) return;
  const auto now = std::chrono::steady_clock::now();
  const Seconds every = form_ == ProgressForm::kBar ? kBarEvery : kLineEvery;
  const bool last = progress.files_done == progress.files;
  if (now - shown_ < every && !last) return;
  last_ = progress;
  shown_ = now;
  if (form_ == ProgressForm::kBar) {
    err_ << "\r\033[K" << Line(progress) << std::flush;
    bar_open_ = true;
  } else {
    err_ << Line(progress) << "\n";
  }
}

std::string TerminalObserver::Line(const RunProgress& progress) const {
  const double elapsed_s =
      Seconds(std::chrono::steady_clock::now() - started_).count();
  const int pages = progress.pages_done - pages_before_;
  const double rate = elapsed_s > 0 ? pages / elapsed_s : 0;
  const double done =
      progress.files > 0 ? double(progress.files_done) / progress.files : 1;
  std::string line;
  if (form_ == ProgressForm::kBar) {
    const auto filled = static_cast<std::size_t>(done * kBarWidth);
    line = "[" + std::string(filled, '#') +
           std::string(kBarWidth - filled, '.') + "] ";
  }
  char text[160];
  std::snprintf(text, sizeof text,
                "%d of %d files, %d of %d pages so far, %.1f pages/s",
                progress.files_done, progress.files, progress.pages_done,
                std::max(progress.pages, progress.pages_done), rate);
  line += text;
  if (done > 0.02 && done < 1) {
    line += ", " + Clock(elapsed_s / done - elapsed_s) + " left";
  }
  return line;
}

std::string TerminalObserver::NameOf(const NamedSource& file) const {
  constexpr std::size_t kHashDigits = 12;
  return naming_ == Naming::kByName
             ? Printable(file.name)
             : std::string(file.sha256.substr(0, kHashDigits));
}

void TerminalObserver::OnFailure(const NamedSource& file, int page,
                                 const Error& error) {
  Close();
  err_ << NameOf(file);
  if (page > 0) err_ << ", page " << page;
  err_ << ": " << Printable(error.subject) << ": " << Printable(error.detail)
       << "\n";
}

void TerminalObserver::OnReason(const NamedSource& file,
                                std::string_view reason) {
  if (reasons_ == Reasons::kTold)
    err_ << NameOf(file) << ": " << reason << "\n";
}

std::string Printable(std::string_view text) {
  std::string printable(text);
  for (char& c : printable) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) c = '?';
  }
  return printable;
}

void TerminalObserver::Close() {
  if (bar_open_) err_ << "\n";
  bar_open_ = false;
}

}  // namespace donthu
