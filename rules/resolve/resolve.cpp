#include "rules/resolve/resolve.hpp"

#include <algorithm>
#include <utility>

#include "grammar/given_names.hpp"

namespace nilai::rules {

namespace {

bool has_formula_with_inputs(const syntax::Rulebook& book) {
  return std::any_of(book.measures.begin(), book.measures.end(), [](const auto& one) { return !one.inputs.empty(); }) ||
         std::any_of(book.parameters.begin(), book.parameters.end(), [](const auto& one) { return !one.by.empty(); });
}

}  // namespace

Model resolve(const syntax::Rulebook& book, const text::Source& source, text::Diagnostics& diagnostics) {
  Model model;
  model.book = &book;
  model.source = &source;
  if (book.language == grammar::KeywordLanguage::indonesian && has_formula_with_inputs(book)) {
    auto named = std::make_shared<syntax::Rulebook>(book);
    grammar::name_as_in_indonesian(*named);
    model.named = std::move(named);
  }
  const std::size_t count = book.expressions.size();
  model.facts.reference.resize(count);
  model.facts.aggregate.resize(count);
  model.facts.in_same.resize(count);
  model.facts.place.resize(count);
  model.facts.type.resize(count);

  resolve_schema(model, diagnostics);
  if (diagnostics.has_errors()) return model;  // a name cannot be found in tables that are wrong themselves
  resolve_definitions(model, diagnostics);
  resolve_expressions(model, diagnostics);
  resolve_promises(model, diagnostics);
  return model;
}

}  // namespace nilai::rules
