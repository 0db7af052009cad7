#include "app/io/graphviz.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace nilai::app {

namespace {

/// A file without a name, gone when closed: unlike a pipe it never fills up while the other side waits.
class ScratchFile {
 public:
  ScratchFile() : file_(std::tmpfile(), std::fclose) {}

  [[nodiscard]] bool is_open() const { return file_ != nullptr; }
  [[nodiscard]] int descriptor() const { return fileno(file_.get()); }

  bool fill(const std::string& bytes) {
    const bool is_written = std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size();
    if (!is_written || std::fflush(file_.get()) != 0) return false;
    std::rewind(file_.get());
    return true;
  }

  std::string content() {
    std::rewind(file_.get());
    std::string bytes;
    char block[4096];
    while (const std::size_t count = std::fread(block, 1, sizeof block, file_.get())) bytes.append(block, count);
    return bytes;
  }

 private:
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
};

/// Runs `dot -Tsvg` to its end. What the system said where it could not be started, else zero.
int run_dot(const ScratchFile& in, const ScratchFile& out, const ScratchFile& err, int& status) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.descriptor(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out.descriptor(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err.descriptor(), STDERR_FILENO);
  std::string name = "dot", format = "-Tsvg";
  char* const words[] = {name.data(), format.data(), nullptr};
  pid_t process = 0;
  const int failure = posix_spawnp(&process, name.c_str(), &actions, nullptr, words, environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failure != 0) return failure;
  while (waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) return errno;
  }
  return 0;
}

}  // namespace

std::optional<std::string> draw_svg(const std::string& dot, std::string& problem) {
  ScratchFile in, out, err;
  if (!in.is_open() || !out.is_open() || !err.is_open() || !in.fill(dot)) {
    problem = std::strerror(errno);
    return std::nullopt;
  }
  int status = 0;
  const int failure = run_dot(in, out, err, status);
  if (failure == ENOENT) return std::nullopt;
  if (failure != 0) {
    problem = std::strerror(failure);
    return std::nullopt;
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    problem = err.content();
    while (problem.ends_with('\n')) problem.pop_back();
    if (problem.empty()) problem = "dot";
    return std::nullopt;
  }
  return out.content();
}

}  // namespace nilai::app
