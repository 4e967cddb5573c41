#include "pipeline/cli/command.h"

#include <array>
#include <exception>
#include <iostream>

#include "pipeline/privilege.h"
#include "pipeline/versions.h"

namespace donthu {
namespace {

constexpr int kWorkerSocket = 3;
constexpr int kWorkerStage = 4;

struct Command {
  std::string_view name;
  ExitCode (*run)(const Arguments& arguments, Streams io);
  std::string_view meaning;
};

constexpr std::array kCommands = {
    Command{"run", RunCommand, "read a folder of scans into records"},
    Command{"watch", WatchCommand, "read what comes into a scanner's folder"},
    Command{"quarantine", QuarantineCommand, "failed letters: ls, show, retry"},
    Command{"archive", ArchiveCommand, "PDF and ALTO copies of letters"},
    Command{"verify", VerifyCommand, "is everything there, and as it was"},
    Command{"backup", BackupCommand, "copy what cannot be made anew"},
    Command{"purge", PurgeCommand, "take letters off the disk for good"},
    Command{"separators", SeparatorsCommand,
            "sheets to print that part letters"},
    Command{"text", TextCommand, "recognized and normalized text of a file"},
    Command{"classify", ClassifyCommand, "class of a plain text"},
    Command{"explain", ExplainCommand,
            "what in a plain text decides its class"},
    Command{"reclassify", ReclassifyCommand,
            "make every letter again from the pages as read"},
    Command{"set", SetCommand, "a person's decision on a record"},
    Command{"schema", SchemaCommand, "the JSON Schema of a record"},
    Command{"config", ConfigCommand, "the configuration in force"},
    Command{"doctor", DoctorCommand, "versions, models, what is missing"},
    Command{"train", TrainCommand, "make the class model from a corpus"},
    Command{"eval", EvalCommand, "cross-validate the class model"},
};

void Usage(std::ostream& out) {
  out << "donthu " << ProgramVersion()
      << ": scanned Vietnamese petition letters to case records\n\n"
         "usage: donthu COMMAND …\n\n";
  for (const Command& command : kCommands) {
    out << "  " << command.name << std::string(11 - command.name.size(), ' ')
        << command.meaning << "\n";
  }
  out << "\n`donthu COMMAND --help` explains one.\n";
}

ExitCode Dispatch(const Arguments& arguments, Streams io) {
  if (arguments.empty()) {
    Usage(io.err);
    return ExitCode::kUsage;
  }
  if (arguments[0] == "--help" || arguments[0] == "-h") {
    Usage(io.out);
    return ExitCode::kOk;
  }
  if (arguments[0] == "--version") {
    io.out << "donthu " << ProgramVersion() << "\n";
    return ExitCode::kOk;
  }
  for (const Command& command : kCommands) {
    if (command.name == arguments[0]) {
      return command.run({arguments.begin() + 1, arguments.end()}, io);
    }
  }
  io.err << "error: no command is called " << arguments[0] << "\n";
  Usage(io.err);
  return ExitCode::kUsage;
}

}  // namespace

ExitCode ExitCodeFor(const Error& error) {
  switch (error.code) {
    case ErrorCode::kModelMissing:
      return ExitCode::kModelMissing;
    case ErrorCode::kOutputUnwritable:
    case ErrorCode::kStoreDamaged:
      return ExitCode::kOutputUnwritable;
    case ErrorCode::kConfigInvalid:
      return ExitCode::kConfigInvalid;
    case ErrorCode::kStoreFailed:
    case ErrorCode::kStoreBusy:
    case ErrorCode::kDiskFull:
    case ErrorCode::kWorkersLost:
    case ErrorCode::kTooManyFailures:
      return ExitCode::kTryAgain;
    case ErrorCode::kInternal:
      return ExitCode::kOurBug;
    default:
      return ExitCode::kSomeFailed;
  }
}

ExitCode Report(const Error& error, Streams io) {
  io.err << "error: " << error.subject << ": " << error.detail << "\n";
  return ExitCodeFor(error);
}

int Main(int argc, char** argv, Streams io, const EngineOpener& open_engine) {
  HardenProcess();
  const Arguments arguments(argv + 1, argv + argc);
  try {
    if (arguments.size() == 1 && arguments[0] == "worker") {
      return ServeTasks(kWorkerSocket, kWorkerStage, open_engine);
    }
    return static_cast<int>(Dispatch(arguments, io));
  } catch (const std::exception&) {
    // The text of a foreign exception can quote the letter.
    io.err << "error: a fault of the program itself; please report it\n";
    return static_cast<int>(ExitCode::kOurBug);
  }
}

}  // namespace donthu
