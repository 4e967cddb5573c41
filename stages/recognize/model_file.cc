#include "stages/recognize/model_file.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

#include "models/sha256.h"

namespace donthu {
namespace {

constexpr const char* kDebianFolder = "/usr/share/tesseract-ocr/5/tessdata";

std::string FolderOf(const std::string& folder) {
  if (!folder.empty()) return folder;
  const char* prefix = std::getenv("TESSDATA_PREFIX");
  return prefix != nullptr && *prefix != '\0' ? prefix : kDebianFolder;
}

// Debian's packages write chi_sim as chi-sim.
std::string PackageOf(std::string language) {
  for (char& c : language) {
    if (c == '_') c = '-';
  }
  return "tesseract-ocr-" + language;
}

}  // namespace

Result<ModelFile> ReadModelFile(const std::string& folder,
                                const std::string& language) {
  const std::string name = language + ".traineddata";
  std::ifstream file(FolderOf(folder) + "/" + name, std::ios::binary);
  ModelFile model;
  model.bytes.assign(std::istreambuf_iterator<char>(file), {});
  if (model.bytes.empty()) {
    return Fail(ErrorCode::kModelMissing, name,
                "The model is missing or unreadable; install the package " +
                    PackageOf(language) + ".");
  }
  model.sha256 = Sha256Hex(model.bytes);
  return model;
}

}  // namespace donthu
