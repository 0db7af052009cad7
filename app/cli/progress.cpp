#include "app/cli/progress.hpp"

#include <algorithm>

#include "app/words.hpp"

namespace nilai::app {

namespace {

using std::chrono::milliseconds;

constexpr auto first_after = milliseconds(1000);
constexpr auto again_after = milliseconds(100);
constexpr std::uint64_t bar_width = 24;

}  // namespace

Progress::Progress(const Console& console, const Dataset& dataset, bool is_quiet)
    : console_(console),
      dataset_(dataset),
      begin_(std::chrono::steady_clock::now()),
      shown_(begin_),
      is_on_(console.shows_progress && !is_quiet) {
  for (const auto& files : dataset.files) {
    for (const auto& file : files) {
      std::error_code error;
      const auto size = std::filesystem::file_size(file->path(), error);
      if (!error) total_bytes_ += size;
    }
  }
}

Progress::~Progress() {
  if (is_shown_) console_.err << "\r\x1b[K" << std::flush;
}

void Progress::show(std::uint64_t rows) {
  if (!is_on_) return;
  const std::lock_guard lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (now - begin_ < first_after || now - shown_ < again_after) return;
  shown_ = now;
  is_shown_ = true;
  const auto elapsed = std::chrono::duration_cast<milliseconds>(now - begin_).count();
  console_.err << "\r\x1b[K" << bar(rows, elapsed) << std::flush;
}

std::string Progress::bar(std::uint64_t rows, std::int64_t elapsed_ms) const {
  std::uint64_t bytes = 0;
  for (const auto& files : dataset_.files) {
    for (const auto& file : files) bytes += file->bytes_read();
  }
  const std::uint64_t done = total_bytes_ == 0 ? 0 : std::min(bar_width, bar_width * bytes / total_bytes_);
  std::string text = "[" + std::string(done, '#') + std::string(bar_width - done, ' ') + "] ";
  const std::uint64_t rate = rows * 1000 / static_cast<std::uint64_t>(std::max<std::int64_t>(elapsed_ms, 1));
  return text + say(Word::progress, console_.language,
                    {count_text(rows, console_.language), count_text(rate, console_.language)});
}

}  // namespace nilai::app
