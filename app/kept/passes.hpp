#pragma once

#include <concepts>
#include <type_traits>

#include "app/io/file_state.hpp"
#include "app/kept/archive.hpp"
#include "engine/date.hpp"

/// How those types become bytes that both the key and the content of kept rows have.
namespace nilai::app {

/// `const X` where it is written, `X` where it is read.
template <class T, class X>
concept Is = std::same_as<std::remove_const_t<T>, X>;

template <class Archive>
void pass(Archive& archive, Is<engine::Date> auto& date) {
  archive(date.days);
}

template <class Archive>
void pass(Archive& archive, Is<engine::Period> auto& period) {
  auto& [unit, number, starting_month] = period;
  archive(unit, number, starting_month);
}

template <class Archive>
void pass(Archive& archive, Is<FileState> auto& state) {
  auto& [device, node, bytes, modified, changed] = state;
  archive(device, node, bytes, modified, changed);
}

}  // namespace nilai::app
