#include "engine/gather/rows/scan_files.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace nilai::engine {
namespace {

/// Batches on their way from the readers to the one that consumes them. A full queue makes the readers wait: memory
/// does not grow with the files.
class BatchQueue {
 public:
  BatchQueue(std::size_t capacity, std::size_t readers) : capacity_(capacity), reader_count_(readers) {}

  void push(Batch&& batch) {
    std::unique_lock lock(mutex_);
    has_room_.wait(lock, [this] { return batches_.size() < capacity_; });
    batches_.push_back(std::move(batch));
    has_news_.notify_one();
  }

  void reader_is_done() {
    const std::lock_guard lock(mutex_);
    --reader_count_;
    has_news_.notify_one();
  }

  /// The next batch, or empty when all readers are done.
  std::optional<Batch> pop() {
    std::unique_lock lock(mutex_);
    has_news_.wait(lock, [this] { return !batches_.empty() || reader_count_ == 0; });
    if (batches_.empty()) return std::nullopt;
    Batch batch = std::move(batches_.front());
    batches_.pop_front();
    has_room_.notify_one();
    return batch;
  }

 private:
  std::mutex mutex_;
  std::condition_variable has_room_;
  std::condition_variable has_news_;
  std::deque<Batch> batches_;
  std::size_t capacity_;
  std::size_t reader_count_;
};

/// Starts `work` on another thread; false where the machine gives no more.
bool start(std::vector<std::thread>& threads, const std::function<void()>& work) {
  try {
    threads.emplace_back(work);
    return true;
  } catch (const std::system_error&) {
    return false;
  }
}

}  // namespace

std::vector<ScanReport> scan_files(const TablePlan& table, const std::vector<ChoicePlan>& choices,
                                   const std::vector<FileInput>& files, unsigned threads,
                                   const std::function<void(Batch&&)>& consume) {
  std::vector<ScanReport> reports(files.size());
  std::atomic<std::size_t> next_file{0};
  const auto read_files = [&](const std::function<void(Batch &&)>& take) {
    for (std::size_t file = next_file++; file < files.size(); file = next_file++) {
      reports[file] = scan_table(table, choices, files[file], static_cast<std::uint32_t>(file), take);
    }
  };

  std::vector<std::thread> readers;
  const std::size_t wanted = threads <= 1 ? 0 : std::min<std::size_t>(threads, files.size());
  constexpr std::size_t batches_per_reader = 4;
  BatchQueue queue(batches_per_reader * std::max<std::size_t>(wanted, 1), wanted);
  for (std::size_t i = 0; i < wanted; ++i) {
    const bool is_started = start(readers, [&] {
      read_files([&queue](Batch&& batch) { queue.push(std::move(batch)); });
      queue.reader_is_done();
    });
    if (!is_started) queue.reader_is_done();
  }
  while (auto batch = queue.pop()) consume(std::move(*batch));
  for (std::thread& reader : readers) reader.join();
  read_files(consume);  // what no other thread has taken: everything, where there is none
  return reports;
}

}  // namespace nilai::engine
