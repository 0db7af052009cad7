#include <optional>
#include <utility>

#include "grammar/native/characters.hpp"
#include "grammar/native/clauses.hpp"
#include "grammar/native/definitions.hpp"
#include "grammar/native/expression_parsers.hpp"

namespace nilai::grammar::native {

namespace {

using syntax::PlainType;
using text::Phrase;

auto labelled(syntax::LabelledName& into) {
  return name(into.name) >> -label(into.label);
}

// --- the head of a rulebook ----------------------------------------------------------------------------------------

bool read_in_force(const char*& first, State& state, std::optional<syntax::InForce>& into) {
  syntax::InForce in_force;
  const char* begin = state.skip(first);
  const auto end_date = [&](auto& date_of_end) { return keyword(Keyword::to) > date(date_of_end.emplace()); };
  std::optional<syntax::DateLiteral> to;
  if (!run(clause(Keyword::in_force) > keyword(Keyword::from) > date(in_force.from), first, state)) return false;
  if (match_keyword(state.skip(first), state, Keyword::to) != nullptr) run(end_date(to), first, state);
  in_force.to = to;
  in_force.span = state.span(begin, first);
  into = in_force;
  return true;
}

bool read_evaluates(const char*& first, State& state, std::optional<syntax::Evaluates>& into) {
  syntax::Evaluates evaluates;
  const char* begin = state.skip(first);
  const auto period = word<read_every>(evaluates, Phrase::a_value);
  if (!run(clause(Keyword::evaluates) > name(evaluates.table) > -period, first, state)) return false;
  evaluates.span = state.span(begin, first);
  into = std::move(evaluates);
  return true;
}

// --- choices -------------------------------------------------------------------------------------------------------

/// `a < b < c`, or `a, b, c`. The sign behind the first value says which; another sign behind a later one is reported.
bool read_values(const char*& first, State& state, syntax::ChoiceValues& into) {
  syntax::ChoiceValue value;
  std::optional<bool> is_ordered;
  const auto keep = [&] { into.values.push_back(std::exchange(value, {})); };
  const auto sign = [&](const char* written, bool orders) {
    return Token(
        [&, written, orders](const char*& at, State& s) {
          if (!read_symbol(at, s, written)) return false;
          if (is_ordered && *is_ordered != orders) {
            s.diagnostics.add(text::Code::values_mixed, s.span(at - 1, at));
          }
          is_ordered = is_ordered.value_or(orders);
          return true;
        },
        written);
  };
  const auto one = (name(value.name) >> -label(value.label))[keep];
  if (!run(one >> *((sign("<", true) | sign(",", false)) > one), first, state)) return false;
  into.is_ordered = is_ordered.value_or(false);
  return true;
}

auto values(syntax::ChoiceValues& into) {
  return word<read_values>(into, Phrase::a_name);
}

// --- types ---------------------------------------------------------------------------------------------------------

/// An attribute stands at `at`: there, it is no name of a type or a unit.
bool is_attribute(const char* at, State& state) {
  for (const Keyword word :
       {Keyword::optional, Keyword::personal, Keyword::protected_, Keyword::at_least, Keyword::at_most}) {
    if (match_keyword(state.skip(at), state, word) != nullptr) return true;
  }
  return false;
}

bool read_unit_name(const char*& first, State& state, std::optional<syntax::Name>& into) {
  if (is_attribute(first, state)) return false;
  const char* begin = state.skip(first);
  syntax::Name unit_name;
  if (syntax::TimeUnit time{}; read_unit(first, state, time)) {
    unit_name = {std::string(unit_word(time)), state.span(begin, first)};
  } else if (!read_name(first, state, unit_name)) {
    return false;
  }
  into = std::move(unit_name);
  return true;
}

bool read_choice_name(const char*& first, State& state, syntax::Name& into) {
  return !is_attribute(first, state) && read_name(first, state, into);
}

bool read_type(const char*& first, State& state, syntax::Type& type) {
  const char* begin = state.skip(first);
  std::uint32_t places = 0;
  const auto is = [&](PlainType plain) { return [&type, plain] { type.plain = plain; }; };
  const auto keep_places = [&] { type.places = places; };
  const auto unit_name = word<read_unit_name>(type.unit, Phrase::a_unit);
  const auto fine = keyword(Keyword::to) > natural(places)[keep_places] > keyword(Keyword::places);
  const auto says_in = [&] { type.says_in = true; };
  const auto whole_of = keyword(Keyword::whole_number_of) | keyword(Keyword::whole_number_in)[says_in];
  const auto number_of = keyword(Keyword::number_of) | keyword(Keyword::number_in)[says_in];
  const auto plain = keyword(Keyword::yes_or_no)[is(PlainType::yes_or_no)] |
                     keyword(Keyword::text)[is(PlainType::text)] | keyword(Keyword::date)[is(PlainType::date)] |
                     (keyword(Keyword::one_of)[is(PlainType::one_of)] > values(type.values)) |
                     (whole_of[is(PlainType::whole_number)] > unit_name) |
                     (number_of[is(PlainType::number)] > unit_name > -fine) |
                     keyword(Keyword::whole_number)[is(PlainType::whole_number)] |
                     (keyword(Keyword::number)[is(PlainType::number)] > -fine) |
                     word<read_choice_name>(type.choice, Phrase::a_type)[is(PlainType::choice)];
  syntax::Name reasons;
  const auto keep_reasons = [&] { type.reasons = reasons; };
  return run(plain >> -(keyword(Keyword::either) > name(reasons)[keep_reasons]) >> ends(begin, type.span), first,
             state);
}

// --- tables --------------------------------------------------------------------------------------------------------

bool read_column(const char*& first, State& state, syntax::Table& table) {
  syntax::Column column;
  const char* begin = state.skip(first);
  const auto type = word<read_column_type>(column, Phrase::a_type);
  if (!run(keyword(Keyword::column) > name(column.name) > -label(column.label) > type > ends(begin, column.span), first,
           state)) {
    return false;
  }
  table.columns.push_back(std::move(column));
  return true;
}

bool read_link(const char*& first, State& state, syntax::Table& table) {
  syntax::Link link;
  const char* begin = state.skip(first);
  const auto by = word<read_link_by>(link, Phrase::a_name);
  if (!run(keyword(Keyword::belongs_to) > by > ends(begin, link.span), first, state)) return false;
  table.links.push_back(std::move(link));
  return true;
}

}  // namespace

bool read_every(const char*& first, State& state, syntax::Evaluates& evaluates) {
  syntax::TimeUnit every{};
  const auto keep = [&] { evaluates.every = every; };
  const auto month = word<read_month>(evaluates.starting_month, Phrase::a_month);
  return run(keyword(Keyword::every) > unit(every)[keep] > -(keyword(Keyword::starting) > month), first, state);
}

bool read_column_type(const char*& first, State& state, syntax::Column& column) {
  const auto type = word<read_type>(column.type, Phrase::a_type);
  const auto attribute = keyword(Keyword::optional)[([&] { column.is_optional = true; })] |
                         keyword(Keyword::personal)[([&] { column.is_personal = true; })] |
                         keyword(Keyword::protected_)[([&] { column.is_protected = true; })] |
                         (keyword(Keyword::at_least) > literal(column.at_least)) |
                         (keyword(Keyword::at_most) > literal(column.at_most));
  const auto formula = symbol("=") > expression(Form::body, column.formula);
  return run(type > *attribute > -formula, first, state);
}

bool read_link_by(const char*& first, State& state, syntax::Link& link) {
  syntax::Link::Pair pair;
  syntax::Name parent;
  const auto keep_parent = [&] { pair.of_parent = parent; };
  const auto keep = [&] { link.pairs.push_back(std::exchange(pair, {})); };
  const auto one = called(Phrase::a_name, (labelled(pair.own) >> -(symbol("=") > name(parent)[keep_parent]))[keep]);
  return run(name(link.table) > keyword(Keyword::by) > one > *(symbol(",") > one), first, state);
}

void read_rulebook_head(const char*& first, State& state) {
  syntax::Rulebook& book = state.book;
  state.place = {Keyword::rulebook,
                 {Keyword::version, Keyword::in_force, Keyword::evaluates, Keyword::amends, Keyword::basis}};
  const char* begin = state.skip(first);
  syntax::Name title;
  const auto keep_name = [&] { book.name = title; };
  const auto head =
      keyword(Keyword::rulebook) > name(title)[keep_name] > -label(book.label) > ends(begin, book.head_span);
  const auto part =
      ((clause(Keyword::version) > quoted(book.version)) | word<read_in_force>(book.in_force, Phrase::a_value) |
       word<read_evaluates>(book.evaluates, Phrase::a_value) | (clause(Keyword::amends) > quoted(book.amends)) |
       (clause(Keyword::basis) > quoted(book.basis)));
  run(guarded(head) >> parts(part), first, state);
}

void read_use(const char*& first, State& state) {
  syntax::Text file;
  state.place = {Keyword::use, {}};
  run(guarded(keyword(Keyword::use) > quoted(file)) >> *unknown_part(), first, state);
  state.book.uses.push_back(std::move(file));
}

void read_choice(const char*& first, State& state) {
  syntax::Choice choice;
  state.place = {Keyword::choice, {}};
  const char* begin = state.skip(first);
  const auto head = keyword(Keyword::choice) > name(choice.name) > -label(choice.label) > -basis(choice.basis) >
                    symbol(":") > values(choice.values);
  run(guarded(head) >> ends(begin, choice.span) >> *unknown_part(), first, state);
  state.book.choices.push_back(std::move(choice));
}

void read_table(const char*& first, State& state) {
  syntax::Table table;
  state.place = {Keyword::table,
                 {Keyword::key, Keyword::belongs_to, Keyword::dated, Keyword::period, Keyword::column, Keyword::basis}};
  const char* begin = state.skip(first);
  syntax::LabelledName one;
  const auto keep_key = [&] { table.key.push_back(std::exchange(one, {})); };
  const auto keep_date = [&] { table.dated = std::exchange(one, {}); };
  const auto keep_period = [&] { table.period = std::exchange(one, {}); };
  const auto key_column = called(Phrase::a_name, labelled(one)[keep_key]);
  const auto head = keyword(Keyword::table) > name(table.name) > -label(table.label);
  const auto part = word<read_column>(table, Phrase::a_value) | word<read_link>(table, Phrase::a_value) |
                    (clause(Keyword::key) > key_column > *(symbol(",") > key_column)) |
                    (clause(Keyword::dated) > called(Phrase::a_name, labelled(one)[keep_date])) |
                    (clause(Keyword::period) > called(Phrase::a_name, labelled(one)[keep_period])) |
                    (clause(Keyword::basis) > quoted(table.basis));
  run(guarded(head) >> ends(begin, table.span) >> parts(part) >> ends(begin, table.span), first, state);
  state.book.tables.push_back(std::move(table));
}

}  // namespace nilai::grammar::native
