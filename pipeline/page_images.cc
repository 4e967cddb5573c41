#include "pipeline/page_images.h"

#include <unistd.h>

#include <utility>

#include "models/page_json.h"
#include "pipeline/files.h"

namespace donthu {

Result<std::string> FindPageImage(const OutputPaths& paths, Store& store,
                                  const std::string& sha256, int number) {
  std::string work = paths.WorkImage(sha256, number);
  if (::access(work.c_str(), F_OK) == 0) return work;
  const auto letter = store.LetterWithPage(sha256, number);
  if (!letter) return Fail(letter.error());
  return letter->empty() ? work : paths.LetterImage(*letter, number);
}

Result<bool> ForgetPageWithoutImage(const OutputPaths& paths, Store& store,
                                    const std::string& sha256, int number) {
  const auto key = store.FindPageKey(sha256, number);
  if (!key) return Fail(key.error());
  if (!*key) return true;  // read with a fault: it never had one
  const auto page = store.FindPage(sha256, number, **key);
  if (!page) return Fail(page.error());
  const auto path = FindPageImage(paths, store, sha256, number);
  if (!path) return Fail(path.error());
  const std::string& expected = (*page)->image_sha256;
  const bool whole = expected.empty() ? ::access(path->c_str(), R_OK) == 0
                                      : FileSha256(*path) == expected;
  if (whole) return true;
  if (auto forgot = store.ForgetPage(sha256, number); !forgot) {
    return Fail(forgot.error());
  }
  return false;
}

Result<bool> TakeOverReading(const OutputPaths& paths, Store& store,
                             const std::string& content_sha256,
                             const std::string& page_key,
                             const std::string& sha256, int number) {
  auto twin = store.FindContent(content_sha256, page_key);
  if (!twin) return Fail(twin.error());
  if (!*twin) return false;
  const auto image =
      FindPageImage(paths, store, (*twin)->sha256, (*twin)->number);
  if (!image) return Fail(image.error());
  if (FileSha256(*image) != (*twin)->image_sha256) return false;
  auto result = PageResultFromJson((*twin)->result_json);
  if (!result) return false;
  if (auto copied = CopyFile(*image, paths.WorkImage(sha256, number));
      !copied) {
    return Fail(copied.error());
  }
  result->page.number = number;
  StoredPage page = std::move(**twin);
  page.sha256 = sha256;
  page.number = number;
  page.result_json = ToJson(*result);
  if (auto put = store.PutPage(page); !put) return Fail(put.error());
  return true;
}

}  // namespace donthu
