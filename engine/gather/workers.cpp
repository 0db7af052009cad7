#include "engine/gather/workers.hpp"

#include <algorithm>
#include <atomic>
#include <system_error>

namespace nilai::engine {

bool Workers::start(const std::function<void()>& work) {
  try {
    threads_.emplace_back(std::ref(work));
    return true;
  } catch (const std::system_error&) {
    return false;
  }
}

void Workers::join() {
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void share_out(unsigned threads, std::size_t pieces, const std::function<void(std::size_t piece)>& work) {
  std::atomic<std::size_t> next = 0;
  const std::function<void()> take_pieces = [&] {
    for (std::size_t piece = next++; piece < pieces; piece = next++) work(piece);
  };
  Workers others;
  for (std::size_t wanted = std::min<std::size_t>(threads, pieces); wanted > 1; --wanted) {
    if (!others.start(take_pieces)) break;
  }
  take_pieces();
}

}  // namespace nilai::engine
