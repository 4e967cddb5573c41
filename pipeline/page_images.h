// The images of pages: where they lie, and whether they are whole.
#pragma once

#include <string>

#include "models/result.h"
#include "pipeline/output.h"
#include "pipeline/store/store.h"

namespace donthu {

// Path of the image of a page that was read: with its letter, or in work/
// where it has none yet.
Result<std::string> FindPageImage(const OutputPaths& paths, Store& store,
                                  const std::string& sha256, int number);

// True where the image is there, whole. Otherwise the page is forgotten and
// its source's letters are to be made anew; false.
Result<bool> ForgetPageWithoutImage(const OutputPaths& paths, Store& store,
                                    const std::string& sha256, int number);

// Gives page `number` of source `sha256` the reading and a copy of the image
// of a page with the same content, and stores it. False where there is none.
Result<bool> TakeOverReading(const OutputPaths& paths, Store& store,
                             const std::string& content_sha256,
                             const std::string& page_key,
                             const std::string& sha256, int number);

}  // namespace donthu
