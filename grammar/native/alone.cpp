#include "grammar/native/alone.hpp"

#include "grammar/native/parsers.hpp"
#include "grammar/native/screen.hpp"

namespace nilai::grammar::native {

bool read_alone(const char* from, const char* to, State& state, const Filled& rule, text::Phrase called) {
  const Restored until(state.last, to);
  state.reset();
  screen(state, from);
  const char* first = from;
  try {
    const Reading reading = rule(first, state);
    if (reading == Reading::broken) return false;
    if (reading == Reading::no) throw Failure(first, wanted_text(called));
    if (state.skip(first) != to) throw Failure(first, wanted_text(text::Phrase::end_of_value));
    return true;
  } catch (const Failure& failure) {
    if (!failure.which().empty()) report_expected(state, failure.where(), failure.which());
    return false;
  }
}

}  // namespace nilai::grammar::native
