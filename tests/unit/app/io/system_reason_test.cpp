#include "app/io/system_reason.hpp"

#include <catch2/catch.hpp>
#include <cerrno>
#include <string>

#include "grammar/text/diagnostic.hpp"

namespace nilai::app {

namespace {

std::string said(int error_number, text::Language language) {
  text::Diagnostics diagnostics;
  diagnostics.add(text::Code::cannot_read, {}, {"a.csv", system_reason(error_number)});
  return message_text(diagnostics.all().front(), language);
}

}  // namespace

TEST_CASE("the usual reasons of the system are said in the language of the message", "[app]") {
  const auto [error, english, indonesian] = GENERATE(table<int, const char*, const char*>({
      {ENOENT, "there is no such file or folder", "berkas atau folder itu tidak ada"},
      {EACCES, "no permission", "tidak ada izin"},
      {EPERM, "no permission", "tidak ada izin"},
      {EISDIR, "it is a folder", "ini sebuah folder"},
      {ENOTDIR, "what should be a folder is a file", "yang seharusnya folder ternyata berkas"},
      {ENAMETOOLONG, "the name is too long", "namanya terlalu panjang"},
      {EFBIG, "it is too large", "ukurannya terlalu besar"},
      {ENOSPC, "no space is left", "tidak ada ruang tersisa"},
      {EROFS, "the file system can only be read", "sistem berkas ini hanya dapat dibaca"},
  }));
  CHECK(said(error, text::Language::en) == "`a.csv` cannot be read: " + std::string(english));
  CHECK(said(error, text::Language::id) == "`a.csv` tidak dapat dibaca: " + std::string(indonesian));
}

TEST_CASE("any other reason stays as the system says it", "[app]") {
  CHECK(said(EIO, text::Language::id) == "`a.csv` tidak dapat dibaca: Input/output error");
}

}  // namespace nilai::app
