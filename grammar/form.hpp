#pragma once

#include <cstdint>
#include <string_view>

namespace nilai::grammar {

/// The forms in which rulebooks are written.
enum class Form : std::uint8_t { native, yaml };

/// By the ending of the file's name: `.yaml` and `.yml` are YAML, all else is native.
Form form_of(std::string_view file_name);

}  // namespace nilai::grammar
