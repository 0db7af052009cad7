#pragma once

#include "grammar/yaml/reader.hpp"

namespace nilai::grammar::yaml {

/// What the keys of the document say of the rulebook as a whole.
void read_head(Reader& reader, const Keys& keys);

// Each reads the value of one key of the document into the book.

void read_uses(Reader& reader, Value value);
void read_choices(Reader& reader, Value value);
void read_tables(Reader& reader, Value value);
void read_parameters(Reader& reader, Value value);
void read_measures(Reader& reader, Value value);
void read_criteria(Reader& reader, Value value);
void read_score(Reader& reader, Value value);
void read_scores(Reader& reader, Value value);
void read_outcomes(Reader& reader, Value value);
void read_decide(Reader& reader, Value value);
void read_guarantees(Reader& reader, Value value);
void read_tests(Reader& reader, Value value);

}  // namespace nilai::grammar::yaml
