#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/io/signal_hold.hpp"

namespace nilai::app {

/// A system call that failed: on what, and why.
struct FileProblem {
  std::string path;
  std::string reason;
};

/// A file that grows piece by piece.
class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view bytes);

  /// Closes it; what went wrong since it was opened, if anything.
  std::optional<FileProblem> close();

 private:
  void note_problem();

  std::filesystem::path path_;
  int descriptor_ = -1;
  std::optional<FileProblem> problem_;
};

/// The files of one run, written into a folder beside the one they are meant for and brought there all at once.
///
/// Until `commit` nothing in the target is touched, and after the destructor nothing else is left of a run that was not
/// committed. SIGINT, SIGTERM and SIGHUP wait while this lives, so that they cannot come between two files.
class AtomicFolder {
 public:
  explicit AtomicFolder(std::filesystem::path target);
  ~AtomicFolder();
  AtomicFolder(const AtomicFolder&) = delete;
  AtomicFolder& operator=(const AtomicFolder&) = delete;

  /// Adds a file that `fill` writes. Errors: kept, and reported by `commit`.
  void add(const std::string& name, const std::function<void(OutputFile&)>& fill);
  void add(const std::string& name, std::string_view content);

  /// Brings the files into the target, in the order they were added. Files of an earlier run that this one did not
  /// write are removed first: those for whose name `is_ours` holds.
  ///
  /// Errors: what went wrong, here or earlier; nothing is brought over then. Empty too when a signal waits: it ends the
  /// program when this is destroyed.
  std::optional<FileProblem> commit(const std::function<bool(const std::string& name)>& is_ours);

 private:
  void create();
  void remove_stale(const std::function<bool(const std::string& name)>& is_ours);
  void note(const std::filesystem::path& path, const std::string& reason);

  SignalHold signals_;  ///< first, so that it is the last to go
  std::filesystem::path target_;
  std::filesystem::path temporary_;             ///< empty when it could not be created
  std::vector<std::filesystem::path> created_;  ///< folders above the target that were not there, outermost first
  std::vector<std::string> names_;
  std::optional<FileProblem> problem_;
  bool is_committed_ = false;
};

}  // namespace nilai::app
