#include "app/io/signal_hold.hpp"

namespace nilai::app {

namespace {

constexpr int held[] = {SIGINT, SIGTERM, SIGHUP};

}  // namespace

SignalHold::SignalHold() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : held) sigaddset(&set, signal);
  pthread_sigmask(SIG_BLOCK, &set, &before_);
}

SignalHold::~SignalHold() {
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool SignalHold::is_one_waiting() const {
  sigset_t waiting;
  sigpending(&waiting);
  for (const int signal : held) {
    if (sigismember(&waiting, signal) == 1) return true;
  }
  return false;
}

}  // namespace nilai::app
