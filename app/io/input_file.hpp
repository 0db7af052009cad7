#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "engine/scan/byte_source.hpp"

namespace nilai::app {

/// A file that feeds a table, and what reading it showed. Shared by those who read it, on any number of threads.
class InputFile {
 public:
  InputFile(std::string name, std::filesystem::path path) : name_(std::move(name)), path_(std::move(path)) {}

  [[nodiscard]] const std::string& name() const { return name_; }  ///< relative to the dataset, as shown to people
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

  /// The digest of its bytes; empty until it has been read to its end.
  [[nodiscard]] std::optional<std::string> sha256() const;

  /// Says what its bytes hash to, where that is known without reading it.
  void is_known_to_have(const std::string& sha256) { read_to_end(sha256); }

  /// Whether two readings gave different bytes: somebody changed the file meanwhile.
  [[nodiscard]] bool has_changed() const;

 private:
  friend class FileSource;
  void read_to_end(std::string sha256);

  std::string name_;
  std::filesystem::path path_;
  std::atomic<std::uint64_t> bytes_read_ = 0;
  mutable std::mutex mutex_;
  std::optional<std::string> sha256_;
  bool has_changed_ = false;
};

/// Opens the file from its first byte; null when it cannot be opened. Its bytes are hashed as they are read.
std::unique_ptr<engine::ByteSource> open_input(const std::shared_ptr<InputFile>& file);

/// All of a file, at most `max_bytes` and one more, so that the caller can tell that there is more; of `-` standard
/// input is read. Empty when it cannot be read, with the reason (`system_reason`) in `reason`.
std::optional<std::string> read_whole(const std::filesystem::path& path, std::size_t max_bytes, std::string& reason);

}  // namespace nilai::app
