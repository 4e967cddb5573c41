#include "pipeline/purge.h"

#include <unistd.h>

#include "pipeline/config.h"
#include "pipeline/publisher.h"

namespace donthu {
namespace {

Result<std::vector<LetterRow>> LettersNamed(
    Store& store, const std::vector<std::string>& record_ids) {
  std::vector<LetterRow> letters;
  for (const std::string& id : record_ids) {
    auto letter = store.FindLetter(id);
    if (!letter) return Fail(letter.error());
    if (!*letter) {
      return Fail(ErrorCode::kTextInvalid, id, "is no record of this folder");
    }
    if ((*letter)->status != kPurged) letters.push_back(std::move(**letter));
  }
  return letters;
}

// Files of the source that lie outside its letters' folders.
void RemoveSourceFiles(const OutputPaths& paths, const LetterRow& letter) {
  for (const std::string_view format : {kPdfFormat, kAltoFormat}) {
    ::unlink(paths.WorkArchive(letter.record_id, format).c_str());
  }
  ::unlink(paths.QuarantinedSource(letter.sha256).c_str());
  for (int i = 0; i < letter.pages; ++i) {
    ::unlink(paths.WorkImage(letter.sha256, letter.first_page + i).c_str());
  }
}

}  // namespace

Status PurgeLetters(const OutputPaths& paths, Store& store,
                    const std::vector<std::string>& record_ids) {
  const auto letters = LettersNamed(store, record_ids);
  if (!letters) return Fail(letters.error());
  if (auto durable = store.CommitsAreDurable(); !durable) return durable;
  for (const LetterRow& letter : *letters) {
    if (auto purged = store.Purge(letter); !purged) return purged;
    RemoveSourceFiles(paths, letter);
  }
  if (auto done = Publisher(paths, store).CatchUp(); !done) return done;
  if (auto done = WriteLists(paths, store); !done) return done;
  // Freed pages are overwritten (secure_delete); the log still has them.
  return store.Checkpoint();
}

}  // namespace donthu
