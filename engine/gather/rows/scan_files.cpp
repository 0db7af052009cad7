#include "engine/gather/rows/scan_files.hpp"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "engine/gather/workers.hpp"
#include "engine/scan/table_file.hpp"

namespace nilai::engine {
namespace {

struct Files {
  const TablePlan& table;
  const std::vector<ChoicePlan>& choices;
  const std::vector<FileInput>& inputs;
  const WorkOnBatch& work;
};

/// A block to be scanned, or the end of a file. Tickets are numbers without gaps: those of the blocks.
struct Task {
  std::uint32_t ticket = 0;
  std::uint32_t file = 0;
  std::shared_ptr<const TableFile> opened;
  bool is_end = false;
};

/// Gives out the blocks of files, one file after another, to any number of threads.
class BlocksInTurn {
 public:
  BlocksInTurn(const Files& files, std::uint32_t first_ticket) : files_(files), next_ticket_(first_ticket) {}

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
  std::uint32_t next_ticket_;
};

/// What came of a task: what was read is worked on, and no longer there.
struct Done {
  Task task;
  ScannedRows rows;  // but for its batches
  std::vector<FinishBatch> finish;
};

/// What is done, on its way to the one that consumes it, in the order of tickets. Who is far ahead waits: memory does
/// not grow with the files.
class DoneQueue {
 public:
  DoneQueue(std::uint32_t first_ticket, std::size_t capacity, std::size_t readers)
      : next_ticket_(first_ticket), capacity_(capacity), reader_count_(readers) {}

  void push(Done&& done) {
    std::unique_lock lock(mutex_);
    const std::uint32_t ticket = done.task.ticket;
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
  std::map<std::uint32_t, Done> waiting_;
  std::uint32_t next_ticket_;
  std::size_t capacity_;
  std::size_t reader_count_;
};

/// Scans blocks and works on their batches as long as there are any.
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
      for (Batch& batch : std::exchange(done.rows.batches, {})) {
        batch.file = done.task.ticket;
        done.finish.push_back(files.work(std::move(batch)));
      }
    }
    take(std::move(done));
  }
}

/// Adds what came of a task to the report of its file. Requires: that of all tasks before it was added.
void settle(Done&& done, ScannedFiles& scanned) {
  ScanReport& report = scanned.reports[done.task.file];
  const BlockStart start{done.task.file, report.lines_read()};
  scanned.blocks.push_back(start);
  if (report.fault) return;
  if (done.task.is_end) {
    report.fault = done.task.opened->fault(report.row_count);
  } else {
    add_rows(std::move(done.rows), report, [](Batch&&) {});
    for (const FinishBatch& finish : done.finish) {
      if (!report.fault) finish(start);
    }
  }
  if (report.fault) report.fault->file = done.task.file;
}

/// Rows that are in memory already are a block of their own.
void work_in_memory(const Files& files, std::uint32_t file, ScannedFiles& scanned) {
  const Batch& rows = *files.inputs[file].rows;
  const BlockStart start{file, 0};
  scanned.reports[file].row_count = rows.size();
  if (rows.size() > 0) files.work({static_cast<std::uint32_t>(scanned.blocks.size()), rows.rows, rows.columns})(start);
  scanned.blocks.push_back(start);
}

}  // namespace

void number_in_file(const BlockStart& block, Refusal& refusal) {
  refusal.file = block.file;
  refusal.row += block.rows_before;
}

ScannedFiles scan_files(const TablePlan& table, const std::vector<ChoicePlan>& choices,
                        const std::vector<FileInput>& inputs, unsigned threads, const WorkOnBatch& work) {
  ScannedFiles scanned;
  scanned.reports.resize(inputs.size());
  const Files files{table, choices, inputs, work};
  for (std::uint32_t file = 0; file < inputs.size(); ++file) {
    if (inputs[file].rows) work_in_memory(files, file, scanned);
  }
  if (scanned.blocks.size() == inputs.size()) return scanned;

  const auto first_ticket = static_cast<std::uint32_t>(scanned.blocks.size());
  BlocksInTurn blocks(files, first_ticket);
  const auto settle_one = [&scanned](Done&& done) { settle(std::move(done), scanned); };
  const std::size_t wanted = threads <= 1 ? 0 : threads;
  constexpr std::size_t blocks_per_reader = 4;
  DoneQueue queue(first_ticket, blocks_per_reader * (wanted + 1), wanted);
  const std::function<void()> read = [&] {
    scan_blocks(files, blocks, [&queue](Done&& done) { queue.push(std::move(done)); });
    queue.reader_is_done();
  };
  Workers readers;
  for (std::size_t i = 0; i < wanted; ++i) {
    if (!readers.start(read)) queue.reader_is_done();
  }
  while (auto done = queue.pop()) settle_one(*std::move(done));
  readers.join();
  scan_blocks(files, blocks, settle_one);  // what no other thread has taken: everything, where there is none
  return scanned;
}

}  // namespace nilai::engine
