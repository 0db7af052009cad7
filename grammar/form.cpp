#include "grammar/form.hpp"

namespace nilai::grammar {

Form form_of(std::string_view file_name) {
  return file_name.ends_with(".yaml") || file_name.ends_with(".yml") ? Form::yaml : Form::native;
}

}  // namespace nilai::grammar
