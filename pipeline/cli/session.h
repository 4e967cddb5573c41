// Folders, user, signals: what must be in place before a run reads a byte.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "models/result.h"
#include "pipeline/batch.h"
#include "pipeline/cli/options.h"
#include "pipeline/unique_fd.h"

namespace donthu {

// Whether others are kept from the folders for the session's life.
enum class Hold {
  kAlone,
  kWithOthers,  // for what only reads, or locks for a while by itself
};

struct SessionRequest {
  std::string out;
  std::string state;  // empty: the output folder
  LoadedConfig loaded;
  Hold hold = Hold::kAlone;
  std::string other;  // one more folder to write into; empty: none
};

// From now on SIGINT and SIGTERM wait for a session to take them: a run that
// is told to stop while it starts stops as one that works.
void HoldStopSignals();

// Holds the folders open and the lock as long as it lives.
class Session {
 public:
  // Makes the folders, leaves root, takes the lock, catches SIGINT and
  // SIGTERM. Empty where another run holds the folder. Fails with
  // kOutputUnwritable, kModelMissing.
  static Result<std::unique_ptr<Session>> Open(const SessionRequest& request);

  // Takes the locks that Hold::kAlone holds. False where another run has
  // them after `wait_s` seconds.
  Result<bool> Lock(int wait_s);
  void Unlock();
  // SessionRequest::other, as it is reached now.
  std::string OtherFolder() const;
  // Waits; returns early, and true, where a signal came.
  bool WaitForSignal(int milliseconds) const;

  // Paths, configuration, worker and stop descriptor are set.
  RunOptions Options() const;
  // The signal that came, or 0.
  int Signal() const;
  // The user that root became; empty where nothing changed.
  const std::string& user() const { return user_; }

 private:
  Session() = default;
  Result<bool> TryLock();

  UniqueFd out_;
  UniqueFd state_;
  UniqueFd models_;
  UniqueFd other_;
  UniqueFd lock_;
  UniqueFd state_lock_;  // where the state has a folder of its own
  UniqueFd signals_;
  std::string user_;
  RunOptions options_;
  mutable int signal_ = 0;
};

}  // namespace donthu
