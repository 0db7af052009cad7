# One interface target with what every one of our targets is compiled with.
add_library(nilai_options INTERFACE)
target_compile_options(nilai_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports these falsely inside std::variant and std::optional at -O2.
  target_compile_options(nilai_options INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # `a >> b > c` is how Spirit writes that c must follow.
  target_compile_options(nilai_options INTERFACE -Wno-overloaded-shift-op-parentheses)
endif()

set(NILAI_SANITIZE "" CACHE STRING "sanitizers, as for -fsanitize=: address,undefined")
if(NILAI_SANITIZE)
  add_compile_options(-fsanitize=${NILAI_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${NILAI_SANITIZE})
endif()

if(NILAI_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)  # so that libFuzzer sees which branches of the libraries were taken
endif()

option(NILAI_COVERAGE "instrument for gcov" OFF)
if(NILAI_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()

find_program(NILAI_CCACHE ccache)
if(NILAI_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${NILAI_CCACHE}")
endif()
