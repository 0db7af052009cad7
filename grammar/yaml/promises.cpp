#include <utility>

#include "grammar/native/clauses.hpp"
#include "grammar/native/words.hpp"
#include "grammar/yaml/definitions.hpp"

namespace nilai::grammar::yaml {

namespace {

using syntax::Given;
using text::Phrase;

void read_guarantee(Reader& reader, Value value) {
  syntax::Guarantee guarantee;
  guarantee.span = value.node().span;
  std::optional<Value> promise = value;
  if (value.node().kind != Node::Kind::scalar) {
    const Keys keys(reader, value, {Keyword::label, Keyword::basis, Keyword::is}, Phrase::shape_text_or_keys);
    guarantee.label = keys.label();
    guarantee.basis = keys.basis();
    promise = keys.require(Keyword::is);
  }
  if (promise) guarantee.promise_span = promise->node().span;
  if (promise && reader.native<native::read_promise>(*promise, guarantee, Phrase::a_promise)) {
    reader.book().guarantees.push_back(std::move(guarantee));
  }
}

// --- the world of a test
// -----------------------------------------------------------------------------------------------

/// The name that an item of `given` or `having` is about, and how many rows: `companion`, `40 household`.
void read_subject(Reader& reader, const Node& key, Given& given) {
  const std::string_view word = reader.characters(key);
  if (word.find(' ') == std::string_view::npos) {
    given.of = reader.name(key);
  } else {
    reader.native<native::read_row_count>({key, key}, given, Phrase::rows_of_a_test);
  }
}

void read_columns(Reader& reader, Value entry, Given& given, const std::function<void(Value rows)>& read_having) {
  reader.each_entry(entry, [&](Value column) {
    if (read_having && reader.is(column.key(), Keyword::having)) return read_having(column);
    Given::Pair pair{reader.name(column.key()), {}};
    if (reader.native<native::read_known>(column, pair.known, Phrase::a_fixed_value)) {
      given.pairs.push_back(std::move(pair));
    }
  });
}

/// Rows that belong to others: `N TABLE: {…}`.
void read_belonging(Reader& reader, Value item, Given& owner) {
  const auto entry = reader.only_entry(item);
  if (!entry) return;
  Given rows;
  rows.span = entry->span();
  reader.native<native::read_row_count>({entry->key(), entry->key()}, rows, Phrase::rows_of_a_test);
  read_columns(reader, *entry, rows, nullptr);
  owner.having.push_back(std::move(rows));
}

void read_given(Reader& reader, Value item, syntax::Test& test) {
  const auto entry = reader.only_entry(item);
  if (!entry) return;
  Given given;
  given.span = entry->span();
  read_subject(reader, entry->key(), given);
  const bool is_rows = given.row_count > 0;
  if (entry->node().kind != Node::Kind::scalar || is_rows) {
    const auto read_having = [&](Value rows) {
      reader.each_item(rows, [&](Value one) { read_belonging(reader, one, given); });
    };
    read_columns(reader, *entry, given, is_rows ? std::function<void(Value)>(read_having) : nullptr);
  } else {
    reader.native<native::read_fixed_value>(*entry, given, Phrase::a_fixed_value);
  }
  test.given.push_back(std::move(given));
}

void read_expect(Reader& reader, Value item, syntax::Test& test) {
  syntax::Expectation expectation;
  expectation.span = item.node().span;
  if (reader.native<native::read_expectation>(item, expectation, Phrase::an_expectation)) {
    test.expect.push_back(std::move(expectation));
  }
}

void read_test(Reader& reader, Value value) {
  const Keys keys(reader, value, {Keyword::label, Keyword::basis, Keyword::in, Keyword::given, Keyword::expect});
  syntax::Test test;
  test.span = value.node().span;
  (void)keys.require(Keyword::label);
  test.label = keys.label();
  test.basis = keys.basis();
  if (const auto period = keys.find(Keyword::in)) {
    reader.native<native::read_period_name>(*period, test.period.emplace(), Phrase::a_period);
  }
  if (const auto given = keys.find(Keyword::given)) {
    reader.each_item(*given, [&](Value item) { read_given(reader, item, test); });
  }
  if (const auto expect = keys.require(Keyword::expect)) {
    reader.each_item(*expect, [&](Value item) { read_expect(reader, item, test); });
  }
  reader.book().tests.push_back(std::move(test));
}

}  // namespace

void read_guarantees(Reader& reader, Value value) {
  reader.each_item(value, [&](Value guarantee) { read_guarantee(reader, guarantee); });
}

void read_tests(Reader& reader, Value value) {
  reader.each_item(value, [&](Value test) { read_test(reader, test); });
}

}  // namespace nilai::grammar::yaml
