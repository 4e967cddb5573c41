#include "stages/recognize/model_file.h"

#include <openssl/evp.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

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

std::string Hex(const unsigned char* digest, unsigned size) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (unsigned i = 0; i < size; ++i) {
    hex += kDigits[digest[i] >> 4U];
    hex += kDigits[digest[i] & 15U];
  }
  return hex;
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
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_Digest(model.bytes.data(), model.bytes.size(), digest.data(), &size,
                 EVP_sha256(), nullptr) != 1) {
    return Fail(ErrorCode::kInternal, name, "SHA-256 is not available.");
  }
  model.sha256 = Hex(digest.data(), size);
  return model;
}

}  // namespace donthu
