#include <string>

#include "unit/engine/kernels/run_kernel.hpp"

namespace nilai::engine {

TEST_CASE("either and both are settled by one side, whatever the other holds", "[engine]") {
  struct Case {
    Value a, b, either, both;
  };
  const std::vector<Case> cases = {
      {yes, yes, yes, yes},
      {yes, no, yes, no},
      {no, no, no, no},
      {yes, unknown, yes, unknown},
      {no, unknown, unknown, no},
      {unknown, unknown, unknown, unknown},
      {yes, unread, yes, unread},
      {no, unread, unread, no},
      {unread, unread, unread, unread},
      {unknown, unread, unread, unread},
  };
  for (const Case& c : cases) {
    CHECK(run(Operation::either, Kind::flag, {c.a, c.b}) == c.either);
    CHECK(run(Operation::either, Kind::flag, {c.b, c.a}) == c.either);
    CHECK(run(Operation::both, Kind::flag, {c.a, c.b}) == c.both);
    CHECK(run(Operation::both, Kind::flag, {c.b, c.a}) == c.both);
  }
}

TEST_CASE("invert turns yes and no round and leaves the rest", "[engine]") {
  CHECK(run(Operation::invert, Kind::flag, {yes}) == no);
  CHECK(run(Operation::invert, Kind::flag, {no}) == yes);
  CHECK(run(Operation::invert, Kind::flag, {unknown}) == unknown);
  CHECK(run(Operation::invert, Kind::flag, {unread}) == unread);
}

TEST_CASE("of what could not be read nobody knows whether it is missing", "[engine]") {
  CHECK(run(Operation::is_missing, Kind::flag, {none}) == yes);
  CHECK(run(Operation::is_missing, Kind::flag, {number(0)}) == no);
  CHECK(run(Operation::is_missing, Kind::flag, {hidden}) == unread);
  CHECK(run(Operation::if_missing, Kind::number, {number(4), number(7)}) == number(4));
  CHECK(run(Operation::if_missing, Kind::number, {none, number(7)}) == number(7));
  CHECK(run(Operation::if_missing, Kind::number, {none, none}) == none);
  CHECK(run(Operation::if_missing, Kind::number, {hidden, number(7)}) == hidden);
  CHECK(run(Operation::if_missing, Kind::number, {number(4), hidden}) == number(4));
}

}  // namespace nilai::engine
