#include "rules/resolve/resolve.hpp"

namespace nilai::rules {

Model resolve(const syntax::Rulebook& book, const text::Source& source, text::Diagnostics& diagnostics) {
  Model model;
  model.book = &book;
  model.source = &source;
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
