#include "app/io/input_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

#include "app/io/sha256.hpp"
#include "app/io/system_reason.hpp"

namespace nilai::app {

namespace {

constexpr std::size_t block_bytes = 256u << 10;

/// An open file that is closed with this. Standard input stays open.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ > STDIN_FILENO) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] bool is_open() const { return number_ >= 0; }

  /// As `read`, but for a signal that came meanwhile.
  ssize_t read_into(char* buffer, std::size_t capacity) const {
    for (;;) {
      const ssize_t count = read(number_, buffer, capacity);
      if (count >= 0 || errno != EINTR) return count;
    }
  }

 private:
  int number_;
};

int open_for_reading(const std::filesystem::path& path) {
  return open(path.c_str(), O_RDONLY | O_CLOEXEC);
}

/// A folder can be opened, but there is nothing in it to read.
bool is_folder(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

/// Reads one file in blocks, and tells its `InputFile` what came of it.
class FileSource : public engine::ByteSource {
 public:
  FileSource(std::shared_ptr<InputFile> file, int descriptor)
      : file_(std::move(file)), descriptor_(descriptor), block_(block_bytes) {}

  std::optional<std::size_t> read(char* buffer, std::size_t capacity) override {
    if (at_ == filled_ && !fill()) return std::nullopt;
    const std::size_t count = std::min(capacity, filled_ - at_);
    std::memcpy(buffer, block_.data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  bool fill() {
    at_ = filled_ = 0;
    if (is_at_end_) return true;
    const ssize_t count = descriptor_.read_into(block_.data(), block_.size());
    if (count < 0) return false;
    filled_ = static_cast<std::size_t>(count);
    is_at_end_ = filled_ == 0;
    hash_.add({block_.data(), filled_});
    file_->bytes_read_ += filled_;
    if (is_at_end_) file_->read_to_end(hash_.finish());
    return true;
  }

  std::shared_ptr<InputFile> file_;
  Descriptor descriptor_;
  std::vector<char> block_;
  Sha256 hash_;
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
  bool is_at_end_ = false;
};

std::optional<std::string> InputFile::sha256() const {
  const std::lock_guard lock(mutex_);
  return sha256_;
}

bool InputFile::has_changed() const {
  const std::lock_guard lock(mutex_);
  return has_changed_;
}

void InputFile::read_to_end(std::string sha256) {
  const std::lock_guard lock(mutex_);
  if (sha256_ && *sha256_ != sha256) has_changed_ = true;
  sha256_ = std::move(sha256);
}

std::unique_ptr<engine::ByteSource> open_input(const std::shared_ptr<InputFile>& file) {
  const int descriptor = open_for_reading(file->path());
  if (descriptor < 0) return nullptr;
  if (is_folder(descriptor)) {
    close(descriptor);
    return nullptr;
  }
  return std::make_unique<FileSource>(file, descriptor);
}

std::optional<std::string> read_whole(const std::filesystem::path& path, std::size_t max_bytes, std::string& reason) {
  const Descriptor descriptor(path == "-" ? STDIN_FILENO : open_for_reading(path));
  std::string text;
  std::array<char, 64u << 10> block{};
  while (descriptor.is_open() && text.size() <= max_bytes) {
    const ssize_t count = descriptor.read_into(block.data(), std::min(block.size(), max_bytes + 1 - text.size()));
    if (count == 0) return text;
    if (count < 0) break;
    text.append(block.data(), static_cast<std::size_t>(count));
  }
  if (text.size() > max_bytes) return text;
  reason = system_reason(errno);
  return std::nullopt;
}

}  // namespace nilai::app
