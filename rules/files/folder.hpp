#pragma once

#include <string>
#include <vector>

#include "grammar/text/diagnostic.hpp"
#include "rules/files/read_files.hpp"

namespace nilai::rules {

/// The files below a rulebook's folder, read when they are asked for and once each.
class Folder {
 public:
  /// Requires: both outlive it.
  Folder(text::Source& source, const ReadFile& read_file) : source_(source), read_file_(read_file) {}

  /// The file that `path`, written in another file of the source, names: a path from that file's own folder. Null where
  /// there is none to be had; that is reported at the path.
  const text::Source::File* open(const syntax::Text& path, text::Diagnostics& diagnostics);

 private:
  text::Source& source_;
  const ReadFile& read_file_;
  std::size_t unread_count_ = 0;  ///< of files that could not be read: they count among those that may be asked for
};

/// `path` as seen from the folder of `from`, without `.` and `..`. Empty where it is absolute or leaves the folder of
/// `top`.
std::string path_below(const std::string& top, const std::string& from, const std::string& path);

}  // namespace nilai::rules
