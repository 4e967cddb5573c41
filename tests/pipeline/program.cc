#include "tests/pipeline/program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

namespace donthu {

pid_t StartProgram(const TemporaryFolder& folder,
                   const std::vector<std::string>& arguments,
                   const std::string& in) {
  folder.Put("stdin", in);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addchdir_np(&actions, folder.path().c_str());
  posix_spawn_file_actions_addopen(&actions, 0, "stdin", O_RDONLY, 0);
  constexpr int kWrite = O_WRONLY | O_CREAT | O_TRUNC;
  posix_spawn_file_actions_addopen(&actions, 1, "stdout", kWrite, 0600);
  posix_spawn_file_actions_addopen(&actions, 2, "stderr", kWrite, 0600);
  std::vector<std::string> words = {DONTHU_FAKE};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawnattr_t group_of_its_own;
  posix_spawnattr_init(&group_of_its_own);
  posix_spawnattr_setflags(&group_of_its_own, POSIX_SPAWN_SETPGROUP);
  pid_t program = -1;
  const int failed = posix_spawn(&program, DONTHU_FAKE, &actions,
                                 &group_of_its_own, argv.data(), environ);
  posix_spawnattr_destroy(&group_of_its_own);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot start " DONTHU_FAKE);
  return program;
}

ProgramEnd EndOf(const TemporaryFolder& folder, pid_t program) {
  int status = 0;
  ::waitpid(program, &status, 0);
  const int code =
      WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return {code, folder.Read("stdout"), folder.Read("stderr")};
}

ProgramEnd RunProgram(const TemporaryFolder& folder,
                      const std::vector<std::string>& arguments,
                      const std::string& in) {
  return EndOf(folder, StartProgram(folder, arguments, in));
}

}  // namespace donthu
