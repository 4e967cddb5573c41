#include "stages/examine/letter_roles.h"

#include "stages/examine/page_kinds.h"
#include "stages/examine/plain_text.h"

namespace donthu {
namespace {

// What was seen of the letter so far.
struct Progress {
  bool letter = false;  // a page of it
  bool signature = false;
  bool attached = false;  // the page before was an attachment
};

PageStatus RoleAfter(const PageResult& page, Progress& progress) {
  const auto lines = PlainLines(page.text);
  const bool petition = IsPetitionPage(lines);
  const bool document = progress.letter && IsOfficeDocument(lines);
  const bool goes_on = progress.attached && progress.signature;
  progress.attached = !petition && (document || goes_on);
  if (progress.attached) return PageStatus::kAttachment;
  progress.letter = true;
  progress.signature = progress.signature || EndsPetition(lines);
  return PageStatus::kOk;
}

}  // namespace

std::vector<PageStatus> LetterRoles(std::span<const PageResult> pages) {
  std::vector<PageStatus> roles;
  Progress progress;
  for (const PageResult& page : pages) {
    const PageStatus status = page.page.status;
    if (status == PageStatus::kHandwritten) progress.letter = true;
    if (status == PageStatus::kAttachment) progress.attached = true;
    roles.push_back(status == PageStatus::kOk ? RoleAfter(page, progress)
                                              : status);
  }
  return roles;
}

}  // namespace donthu
