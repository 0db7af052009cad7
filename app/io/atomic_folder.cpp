#include "app/io/atomic_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "app/io/system_reason.hpp"

namespace nilai::app {

namespace fs = std::filesystem;

// --- one file -----------------------------------------------------------------------------------------------------

OutputFile::OutputFile(fs::path path) : path_(std::move(path)) {
  descriptor_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor_ < 0) note_problem();
}

OutputFile::~OutputFile() {
  close();
}

void OutputFile::write(std::string_view bytes) {
  while (!bytes.empty() && !problem_) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      note_problem();
    }
  }
}

std::optional<FileProblem> OutputFile::close() {
  // A file system that writes late says only now that the disk is full.
  if (descriptor_ >= 0 && ::close(descriptor_) != 0) note_problem();
  descriptor_ = -1;
  return problem_;
}

void OutputFile::note_problem() {
  if (!problem_) problem_ = FileProblem{path_.string(), system_reason(errno)};
}

// --- a folder of them ---------------------------------------------------------------------------------------------

AtomicFolder::AtomicFolder(fs::path target) : target_(std::move(target)) {
  target_ = target_.lexically_normal();
  if (!target_.has_filename()) target_ = target_.parent_path();  // `out/` is `out`
  create();
}

AtomicFolder::~AtomicFolder() {
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
  if (is_committed_) return;
  for (auto folder = created_.rbegin(); folder != created_.rend(); ++folder) fs::remove(*folder, ignored);
}

void AtomicFolder::create() {
  const fs::path parent = target_.has_parent_path() ? target_.parent_path() : fs::path(".");
  std::vector<fs::path> lacking;
  std::error_code error;
  for (fs::path folder = parent; !folder.empty() && !fs::exists(folder, error); folder = folder.parent_path()) {
    lacking.push_back(folder);
  }
  for (auto folder = lacking.rbegin(); folder != lacking.rend(); ++folder) {
    if (!fs::create_directory(*folder, error) && error) return note(*folder, system_reason(error.value()));
    created_.push_back(*folder);
  }
  if (fs::exists(target_, error) && !fs::is_directory(target_, error)) {
    return note(target_, system_reason(ENOTDIR));
  }
  std::string pattern = (parent / ("." + target_.filename().string() + ".XXXXXX")).string();
  if (mkdtemp(pattern.data()) == nullptr) return note(target_, system_reason(errno));
  temporary_ = pattern;
  // mkdtemp gives a folder to its owner alone; this one becomes the folder of the results.
  const mode_t mask = umask(0);
  umask(mask);
  chmod(temporary_.c_str(), 0777 & ~mask);
}

void AtomicFolder::note(const fs::path& path, const std::string& reason) {
  if (!problem_) problem_ = FileProblem{path.string(), reason};
}

void AtomicFolder::add(const std::string& name, const std::function<void(OutputFile&)>& fill) {
  if (problem_) return;
  names_.push_back(name);
  OutputFile file(temporary_ / name);
  fill(file);
  if (const auto problem = file.close()) note(target_ / name, problem->reason);
}

void AtomicFolder::add(const std::string& name, std::string_view content) {
  add(name, [&](OutputFile& file) { file.write(content); });
}

void AtomicFolder::remove_stale(const std::function<bool(const std::string& name)>& is_ours) {
  std::error_code error;
  std::vector<fs::path> stale;
  for (fs::directory_iterator entry(target_, error), end; !error && entry != end; entry.increment(error)) {
    if (is_ours(entry->path().filename().string())) stale.push_back(entry->path());
  }
  if (error) return note(target_, system_reason(error.value()));
  for (const fs::path& path : stale) {
    if (!fs::remove(path, error) && error) return note(path, system_reason(error.value()));
  }
}

std::optional<FileProblem> AtomicFolder::commit(const std::function<bool(const std::string& name)>& is_ours) {
  if (problem_ || signals_.is_one_waiting()) return problem_;
  std::error_code error;
  if (!fs::exists(target_, error)) {
    // The usual case, and the best one: all files appear in one step.
    fs::rename(temporary_, target_, error);
    if (!error) temporary_.clear();
    is_committed_ = !error;
    if (error) note(target_, system_reason(error.value()));
    return problem_;
  }
  remove_stale(is_ours);
  for (const std::string& name : names_) {
    if (problem_) break;
    fs::rename(temporary_ / name, target_ / name, error);
    if (error) note(target_ / name, system_reason(error.value()));
  }
  is_committed_ = !problem_;
  return problem_;
}

}  // namespace nilai::app
