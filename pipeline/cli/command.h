// What every subcommand is: a row of kCommands, a file of its own.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/result.h"
#include "pipeline/process/worker.h"

namespace donthu {

// Exit codes are API (docs/record.md).
enum class ExitCode {
  kOk = 0,
  kUsage = 2,
  kSomeFailed = 3,
  kNothingToRead = 5,
  kOutputUnwritable = 6,
  kModelMissing = 7,
  kConfigInvalid = 9,
  kLocked = 10,
  kOurBug = 15,
  kTryAgain = 75,
  kInterrupted = 130,
  kTerminated = 143,
};

// The code for a fault of the system.
ExitCode ExitCodeFor(const Error& error);

// stdout carries answers only, stderr the rest.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
};

using Arguments = std::vector<std::string>;

ExitCode RunCommand(const Arguments& arguments, Streams io);
ExitCode TextCommand(const Arguments& arguments, Streams io);
ExitCode ClassifyCommand(const Arguments& arguments, Streams io);
ExitCode ExplainCommand(const Arguments& arguments, Streams io);
ExitCode ReclassifyCommand(const Arguments& arguments, Streams io);
ExitCode SetCommand(const Arguments& arguments, Streams io);
ExitCode SchemaCommand(const Arguments& arguments, Streams io);
ExitCode ConfigCommand(const Arguments& arguments, Streams io);
ExitCode DoctorCommand(const Arguments& arguments, Streams io);
ExitCode TrainCommand(const Arguments& arguments, Streams io);
ExitCode EvalCommand(const Arguments& arguments, Streams io);
ExitCode WatchCommand(const Arguments& arguments, Streams io);
ExitCode VerifyCommand(const Arguments& arguments, Streams io);
ExitCode QuarantineCommand(const Arguments& arguments, Streams io);
ExitCode PurgeCommand(const Arguments& arguments, Streams io);
ExitCode ArchiveCommand(const Arguments& arguments, Streams io);
ExitCode SeparatorsCommand(const Arguments& arguments, Streams io);
ExitCode BackupCommand(const Arguments& arguments, Streams io);

// The whole program. `open_engine` is what `donthu worker`, the program's
// other half, warms up.
int Main(int argc, char** argv, Streams io, const EngineOpener& open_engine);

// "error: SUBJECT: DETAIL", and the code for it.
ExitCode Report(const Error& error, Streams io);

}  // namespace donthu
