#pragma once

#include <string>
#include <vector>

#include "rules/model.hpp"

namespace nilai::rules {

/// A number that is written out, where it is used or in a parameter read there.
struct WrittenOut {
  ExpressionId id;
  syntax::NumberLiteral literal;
};

/// The numbers that `id` may be: one, or each that a parameter is given; none where it is worked out.
std::vector<WrittenOut> written_out(const Model& model, ExpressionId id);

bool is_percent(const Model& model, ExpressionId id);

/// 0.9 as `90%`
std::string percent_text(const Number& share);

/// What a number without its sign was meant to be: `90%` for `90`, and for `0.9`.
std::string with_sign(const syntax::NumberLiteral& literal);

}  // namespace nilai::rules
