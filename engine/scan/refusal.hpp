#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace nilai::engine {

/// Why a row, or one value of a subject's row, was not used.
enum class RefusalKind : std::uint8_t {
  not_a_number,         ///< text in a number
  not_whole,            ///< a fraction in a whole number, or more places than the column declares
  not_a_date,           ///< 31 February, or another pattern than the dataset says
  not_a_flag,           ///< neither yes nor no
  not_a_choice,         ///< neither a name nor a label of the choice
  not_a_period,         ///< names no period of the rulebook's unit
  out_of_bounds,        ///< outside the column's `at least` / `at most`
  empty,                ///< a blank cell in a column that is not optional
  too_few_fields,       ///< the row is shorter than the header
  too_many_fields,      ///< the row is longer than the header
  unclosed_quote,       ///< the file ends inside a quoted field
  stray_quote,          ///< text after a closing quote
  wrong_encoding,       ///< bytes that the declared encoding does not have
  orphan,               ///< the parent row is not there
  duplicate_identical,  ///< counted once, the copy set aside
  duplicate_differing,  ///< two rows of one key that differ: all of them set aside
  not_the_only,         ///< more rows than one where a rule wants the only one: what it reads of them is withheld
  differs_on_date       ///< rows of one date that differ where a rule wants the first or the latest: it finds none
};

/// One refused row or withheld value: nothing is lost without one of these.
struct Refusal {
  RefusalKind kind{};
  std::uint32_t file = 0;      ///< index of the table's file
  std::uint64_t row = 0;       ///< the record's number in its file, the header line being row 1
  std::string column;          ///< as the rulebook names it; empty when the whole row is meant
  std::string text;            ///< what was found, as written: the cell, or the record; its first 80 characters
  bool is_value_only = false;  ///< the row is kept: a subject's own, or one that clashes with another

  friend auto operator<=>(const Refusal&, const Refusal&) = default;
};

/// Why a file could not be used at all. The run stops.
enum class FileFaultKind : std::uint8_t {
  cannot_open,
  cannot_read,     ///< reading failed; or a quote opened in the header line never closes: `text` has the line
  is_empty,        ///< not even a header line
  missing_column,  ///< `column`: what the rulebook wants; `text`: the headers found, joined by `, `
  column_twice,    ///< two headers could feed `column`; `text`: the header
  record_too_long  ///< a record beyond the limit of 16 MiB; `row` says which
};

struct FileFault {
  FileFaultKind kind{};
  std::uint32_t file = 0;
  std::uint64_t row = 0;
  std::string column;
  std::string text;
};

}  // namespace nilai::engine
