#pragma once

#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

namespace nilai::engine {

/// Threads of one piece of work; those that the machine does not give are done without.
class Workers {
 public:
  Workers() = default;
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  ~Workers() { join(); }

  /// Whether another thread has begun `work`, which must outlive it.
  bool start(const std::function<void()>& work);

  void join();

 private:
  std::vector<std::thread> threads_;
};

/// Calls `work` with 0, 1, … `pieces` - 1, each once, in several threads where `threads` is above one; returns when all
/// are done.
void share_out(unsigned threads, std::size_t pieces, const std::function<void(std::size_t piece)>& work);

}  // namespace nilai::engine
