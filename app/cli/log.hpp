#pragma once

#include <chrono>
#include <memory>
#include <ostream>
#include <string>

namespace nilai::app {

/// How much is said beside the results, and how.
struct LogOptions {
  enum class Format { text, json };
  bool is_quiet = false;    ///< errors only
  bool is_verbose = false;  ///< durations too
  Format format = Format::text;
};

/// What goes to standard error: a line a message, or a JSON object a line (`time`, `level`, `message`).
class Log {
 public:
  Log(std::ostream& target, const LogOptions& options);
  ~Log();

  void detail(const std::string& message);  ///< shown when verbose
  void warning(const std::string& message);
  void error(const std::string& message);

 private:
  struct Logger;
  std::unique_ptr<Logger> logger_;
};

/// Says how long a step took, when it is over.
class Stopwatch {
 public:
  Stopwatch(Log& log, std::string step) : log_(log), step_(std::move(step)), begin_(std::chrono::steady_clock::now()) {}
  ~Stopwatch();
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;

 private:
  Log& log_;
  std::string step_;
  std::chrono::steady_clock::time_point begin_;
};

}  // namespace nilai::app
