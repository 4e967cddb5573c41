// A trained model as bytes, read once and hashed as read.
#pragma once

#include <string>

#include "models/result.h"

namespace donthu {

struct ModelFile {
  std::string bytes;
  std::string sha256;  // of `bytes`, 64 hex digits
};

// `language`.traineddata from `folder`; an empty folder means TESSDATA_PREFIX
// where set, else where Debian puts the models. Fails with kModelMissing,
// naming the package to install.
Result<ModelFile> ReadModelFile(const std::string& folder,
                                const std::string& language);

}  // namespace donthu
