#include "stages/load/mapped_file.h"

#include <sys/mman.h>
#include <sys/stat.h>

#include <cstddef>

namespace donthu {

Result<std::unique_ptr<MappedFile>> MappedFile::Map(int descriptor) {
  struct stat status {};
  if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    return Fail(ErrorCode::kFileUnreadable, "file",
                "it is not a regular file; copy it to a local disk");
  }
  if (status.st_size == 0) {
    return Fail(ErrorCode::kFileEmpty, "file",
                "it holds zero bytes; scan or copy it again");
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  void* mapping = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (mapping == MAP_FAILED) {
    return Fail(ErrorCode::kFileUnreadable, "file",
                "the system refuses to map it into memory");
  }
  const Bytes bytes(static_cast<const std::uint8_t*>(mapping), size);
  return std::unique_ptr<MappedFile>(new MappedFile(bytes));
}

MappedFile::~MappedFile() {
  munmap(const_cast<std::uint8_t*>(bytes_.data()), bytes_.size());
}

}  // namespace donthu
