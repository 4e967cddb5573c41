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

struct SessionRequest {
  std::string out;
  std::string state;  // empty: the output folder
  LoadedConfig loaded;
};

// Holds the folders open and the lock as long as it lives.
class Session {
 public:
  // Makes the folders, leaves root, takes the lock, catches SIGINT and
  // SIGTERM. Empty where another run holds the folder. Fails with
  // kOutputUnwritable, kModelMissing.
  static Result<std::unique_ptr<Session>> Open(const SessionRequest& request);

  // Paths, configuration, worker and stop descriptor are set.
  RunOptions Options() const;
  // The signal that came, or 0.
  int Signal() const;
  // The user that root became; empty where nothing changed.
  const std::string& user() const { return user_; }

 private:
  Session() = default;

  UniqueFd out_;
  UniqueFd state_;
  UniqueFd models_;
  UniqueFd lock_;
  UniqueFd signals_;
  std::string user_;
  RunOptions options_;
  mutable int signal_ = 0;
};

}  // namespace donthu
