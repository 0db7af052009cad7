#pragma once

#include <csignal>

namespace nilai::app {

/// Makes SIGINT, SIGTERM and SIGHUP wait while this lives; then they do what they always do.
///
/// It holds them for this thread and those started from it, so it works where no other thread is running.
class SignalHold {
 public:
  SignalHold();
  ~SignalHold();
  SignalHold(const SignalHold&) = delete;
  SignalHold& operator=(const SignalHold&) = delete;

  [[nodiscard]] bool is_one_waiting() const;

 private:
  sigset_t before_;
};

}  // namespace nilai::app
