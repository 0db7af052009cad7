#pragma once

#include <string_view>

namespace nilai::text {

/// A file that was compiled into the program: `nilai_embed` in cmake/NilaiEmbed.cmake says how.
struct EmbeddedFile {
  std::string_view name;  ///< its path below the folder that was embedded
  std::string_view content;
};

}  // namespace nilai::text
