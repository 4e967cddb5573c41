// The program with the letter engine, run as a person would.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "tests/pipeline/temporary_folder.h"

namespace donthu {

struct ProgramEnd {
  int code = -1;  // 128 + N where signal N ended it
  std::string out;
  std::string err;
};

// Runs `donthu_fake` in `folder`, with `in` on its standard input.
ProgramEnd RunProgram(const TemporaryFolder& folder,
                      const std::vector<std::string>& arguments,
                      const std::string& in = "");

// The same in two steps, for a signal between them. The program leads a
// process group of its own.
pid_t StartProgram(const TemporaryFolder& folder,
                   const std::vector<std::string>& arguments,
                   const std::string& in = "");
ProgramEnd EndOf(const TemporaryFolder& folder, pid_t program);

}  // namespace donthu
