#include "app/io/system_reason.hpp"

#include <cerrno>
#include <system_error>

#include "grammar/text/diagnostic.hpp"

namespace nilai::app {

std::string system_reason(int error_number) {
  using text::Phrase;
  switch (error_number) {
    case ENOENT:
      return text::translated(Phrase::no_such_file);
    case EACCES:
    case EPERM:
      return text::translated(Phrase::no_permission);
    case EISDIR:
      return text::translated(Phrase::is_folder);
    case ENOTDIR:
      return text::translated(Phrase::is_no_folder);
    case ENAMETOOLONG:
      return text::translated(Phrase::name_too_long);
    case EFBIG:
      return text::translated(Phrase::larger_than_may_be);
    case ENOSPC:
      return text::translated(Phrase::no_space_left);
    case EROFS:
      return text::translated(Phrase::may_only_be_read);
    default:
      return std::generic_category().message(error_number);
  }
}

}  // namespace nilai::app
