#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

#include "app/cli/console.hpp"
#include "app/io/dataset.hpp"

namespace nilai::app {

/// A bar on a terminal for work longer than a second: how much of the files has been read, rows, rows a second.
class Progress {
 public:
  Progress(const Console& console, const Dataset& dataset, bool is_quiet);
  ~Progress();  ///< wipes the bar away
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Called now and then, on any thread, with the rows read so far.
  void show(std::uint64_t rows);

 private:
  [[nodiscard]] std::string bar(std::uint64_t rows, std::int64_t elapsed_ms) const;

  const Console& console_;
  const Dataset& dataset_;
  std::uint64_t total_bytes_ = 0;
  std::mutex mutex_;
  std::chrono::steady_clock::time_point begin_, shown_;
  bool is_on_;
  bool is_shown_ = false;
};

}  // namespace nilai::app
