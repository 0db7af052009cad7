#include "engine/value.hpp"

#include <catch2/catch.hpp>

namespace nilai::engine {

TEST_CASE("Value is the same only with the same kind, presence and content", "[engine]") {
  CHECK(Value::of(Number(1)) == Value::of(Number(1)));
  CHECK_FALSE(Value::of(Number(1)) == Value::of(Number(2)));
  CHECK_FALSE(Value::months(1) == Value::choice(1));
  CHECK_FALSE(Value::missing(Kind::flag) == Value::withheld(Kind::flag));
  CHECK_FALSE(Value::missing(Kind::flag) == Value::flag(false));
  Value emptied = Value::of(Number(7));
  emptied.presence = Presence::missing;
  CHECK(emptied == Value::missing(Kind::number));
}

}  // namespace nilai::engine
