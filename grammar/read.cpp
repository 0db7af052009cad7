#include "grammar/read.hpp"

#include "grammar/form.hpp"
#include "grammar/read_native.hpp"
#include "grammar/read_yaml.hpp"

namespace nilai::grammar {

syntax::Rulebook read(const text::Source& source, text::Diagnostics& diagnostics) {
  switch (form_of(source.name())) {
    case Form::native:
      return read_native(source, diagnostics);
    case Form::yaml:
      return read_yaml(source, diagnostics);
  }
  return {};
}

}  // namespace nilai::grammar
