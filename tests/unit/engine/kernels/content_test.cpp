#include "engine/kernels/content.hpp"

#include <string>

#include "unit/engine/kernels/run_kernel.hpp"

namespace nilai::engine {

TEST_CASE("pick takes rows in any order, and none where there is no row", "[engine]") {
  const Column picked = pick(column_of({number(1), none, number(3), hidden}, Kind::number), {3, 0, no_row, 0});
  CHECK(picked.size() == 4);
  CHECK(picked.value(0) == hidden);
  CHECK(picked.value(1) == number(1));
  CHECK(picked.value(2) == none);
  CHECK(picked.value(3) == number(1));
  CHECK(pick(Column::constant(yes), {0, 7}).value(1) == yes);
}

TEST_CASE("append puts rows behind others, of every kind of content", "[engine]") {
  Column texts = column_of({Value::of(std::string("a"))}, Kind::text);
  append(texts, column_of({Value::missing(Kind::text), Value::of(std::string("b"))}, Kind::text));
  CHECK(texts.size() == 3);
  CHECK(texts.value(1) == Value::missing(Kind::text));
  CHECK(texts.value(2) == Value::of(std::string("b")));
}

TEST_CASE("same_value looks at presence before content", "[engine]") {
  const Column column = column_of({number(0), none, hidden, number(0), none}, Kind::number);
  CHECK(same_value(column, 0, column, 3));
  CHECK(same_value(column, 1, column, 4));
  CHECK_FALSE(same_value(column, 0, column, 1));
  CHECK_FALSE(same_value(column, 1, column, 2));
}

}  // namespace nilai::engine
