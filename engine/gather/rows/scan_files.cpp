#include "engine/gather/rows/scan_files.hpp"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "engine/scan/table_file.hpp"

namespace nilai::engine {
namespace {

struct Files {
  const TablePlan& table;
  const std::vector<ChoicePlan>& choices;
  const std::vector<FileInput>& inputs;
  const FindPlaces& find_places;
};

/// A block to be scanned, or the end of a file. Tickets are numbers from 0 without gaps.
struct Task {
  std::uint64_t ticket = 0;
  std::uint32_t file = 0;
  std::shared_ptr<const TableFile> opened;
  bool is_end = false;
};

/// Gives out the blocks of files, one file after another, to any number of threads.
class BlocksInTurn {
 public:
  explicit BlocksInTurn(const Files& files) : files_(files) {}

  /// The next task, with its bytes in `block`; empty when there is none left.
  std::optional<Task> take(RecordBlock& block) {
    const std::lock_guard lock(mutex_);
    while (file_ < files_.inputs.size() && files_.inputs[file_].rows) ++file_;  // in memory: they have no blocks
    if (file_ == files_.inputs.size()) return std::nullopt;
    if (!opened_) opened_ = std::make_shared<TableFile>(files_.table, files_.inputs[file_]);
    Task task{next_ticket_++, static_cast<std::uint32_t>(file_), opened_, !opened_->next(block)};
    if (task.is_end) {
      opened_.reset();
      ++file_;
    }
    return task;
  }

 private:
  const Files& files_;
  std::mutex mutex_;
  std::size_t file_ = 0;
  std::shared_ptr<TableFile> opened_;
  std::uint64_t next_ticket_ = 0;
};

/// What came of a task.
struct Done {
  Task task;
  ScannedRows rows;
  std::vector<BatchPlaces> places;  // per batch
};

/// What is done, on its way to the one that consumes it, in the order of tickets. Who is far ahead waits: memory does
/// not grow with the files.
class DoneQueue {
 public:
  DoneQueue(std::size_t capacity, std::size_t readers) : capacity_(capacity), reader_count_(readers) {}

  void push(Done&& done) {
    std::unique_lock lock(mutex_);
    const std::uint64_t ticket = done.task.ticket;
    has_room_.wait(lock, [&] { return ticket < next_ticket_ + capacity_; });
    waiting_.emplace(ticket, std::move(done));
    if (ticket == next_ticket_) has_news_.notify_one();
  }

  void reader_is_done() {
    const std::lock_guard lock(mutex_);
    --reader_count_;
    has_news_.notify_one();
  }

  /// The next in order, or empty when all readers are done.
  std::optional<Done> pop() {
    std::unique_lock lock(mutex_);
    has_news_.wait(lock, [this] { return waiting_.contains(next_ticket_) || reader_count_ == 0; });
    const auto first = waiting_.find(next_ticket_);
    if (first == waiting_.end()) return std::nullopt;
    Done done = std::move(first->second);
    waiting_.erase(first);
    ++next_ticket_;
    has_room_.notify_all();
    return done;
  }

 private:
  std::mutex mutex_;
  std::condition_variable has_room_;
  std::condition_variable has_news_;
  std::map<std::uint64_t, Done> waiting_;
  std::uint64_t next_ticket_ = 0;
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

/// Scans blocks as long as there are any.
void scan_blocks(const Files& files, BlocksInTurn& blocks, const std::function<void(Done&&)>& take) {
  RecordBlock block;
  std::shared_ptr<const TableFile> opened;
  std::optional<BlockScan> scan;
  while (auto task = blocks.take(block)) {
    Done done{*std::move(task), {}, {}};
    if (!done.task.is_end) {
      const std::uint32_t file = done.task.file;
      if (std::exchange(opened, done.task.opened) != done.task.opened) {
        scan.emplace(files.table, files.choices, files.inputs[file], opened->layout(), file, max_batch_rows);
      }
      done.rows = scan->scan(block.bytes());
      for (const Batch& batch : done.rows.batches) {
        done.places.push_back(files.find_places ? files.find_places(batch) : BatchPlaces());
      }
    }
    take(std::move(done));
  }
}

/// Adds what came of a task to the report of its file.
void settle(Done&& done, ScanReport& report, const ConsumePlaced& consume) {
  if (report.fault) return;
  if (done.task.is_end) {
    report.fault = done.task.opened->fault(report.row_count);
  } else {
    auto places = done.places.begin();
    add_rows(std::move(done.rows), report, [&](Batch&& batch) { consume(std::move(batch), std::move(*places++)); });
  }
  if (report.fault) report.fault->file = done.task.file;
}

}  // namespace

std::vector<ScanReport> scan_files(const TablePlan& table, const std::vector<ChoicePlan>& choices,
                                   const std::vector<FileInput>& inputs, unsigned threads,
                                   const FindPlaces& find_places, const ConsumePlaced& consume) {
  std::vector<ScanReport> reports(inputs.size());
  const auto take_unplaced = [&consume](Batch&& batch) { consume(std::move(batch), {}); };
  bool are_in_memory = true;
  for (std::uint32_t file = 0; file < inputs.size(); ++file) {
    if (!inputs[file].rows) are_in_memory = false;
    if (inputs[file].rows) reports[file] = scan_table(table, choices, inputs[file], file, take_unplaced);
  }
  if (are_in_memory) return reports;

  const Files files{table, choices, inputs, find_places};
  BlocksInTurn blocks(files);
  const auto settle_one = [&](Done&& done) {
    ScanReport& report = reports[done.task.file];
    settle(std::move(done), report, consume);
  };

  std::vector<std::thread> readers;
  const std::size_t wanted = threads <= 1 ? 0 : threads;
  constexpr std::size_t blocks_per_reader = 4;
  DoneQueue queue(blocks_per_reader * (wanted + 1), wanted);
  for (std::size_t i = 0; i < wanted; ++i) {
    const bool is_started = start(readers, [&] {
      scan_blocks(files, blocks, [&queue](Done&& done) { queue.push(std::move(done)); });
      queue.reader_is_done();
    });
    if (!is_started) queue.reader_is_done();
  }
  while (auto done = queue.pop()) settle_one(*std::move(done));
  for (std::thread& reader : readers) reader.join();
  scan_blocks(files, blocks, settle_one);  // what no other thread has taken: everything, where there is none
  return reports;
}

}  // namespace nilai::engine
