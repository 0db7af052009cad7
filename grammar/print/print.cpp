#include "grammar/print/print.hpp"

#include "grammar/given_names.hpp"
#include "grammar/print/comments.hpp"
#include "grammar/print/print_native.hpp"

namespace nilai::grammar {

Surface surface_of(const syntax::Rulebook& book, const text::Source& source) {
  return {form_of(source.name()), book.language};
}

std::string print(const syntax::Rulebook& book, const text::Source& source, Surface surface) {
  syntax::Rulebook named = book;
  if (surface.language == KeywordLanguage::indonesian) name_as_in_indonesian(named);
  return print_native(named, surface.language, comments_of_native(source.text()));
}

}  // namespace nilai::grammar
