#include "grammar/print/print.hpp"

#include "grammar/given_names.hpp"
#include "grammar/print/comments.hpp"
#include "grammar/print/print_native.hpp"
#include "grammar/print/print_yaml.hpp"

namespace nilai::grammar {

Surface surface_of(const syntax::Rulebook& book, const text::Source& source) {
  return {form_of(source.name()), book.language};
}

namespace {

std::vector<Comment> comments_of(const text::Source& source) {
  return form_of(source.name()) == Form::yaml ? comments_of_yaml(source) : comments_of_native(source.text());
}

}  // namespace

std::string print(const syntax::Rulebook& book, const text::Source& source, Surface surface) {
  syntax::Rulebook named = book;
  if (surface.language == KeywordLanguage::indonesian) name_as_in_indonesian(named);
  switch (surface.form) {
    case Form::native:
      return print_native(named, surface.language, comments_of(source));
    case Form::yaml:
      return print_yaml(named, surface.language, comments_of(source));
  }
  return {};
}

}  // namespace nilai::grammar
