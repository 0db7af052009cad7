# nilai_library(FOLDER [PUBLIC targets…] [PRIVATE targets…])
#
# The library `nilai_<last part of FOLDER>` from every .cpp below FOLDER, except a deeper library's and `main.cpp`.
# Sources are found, not listed: putting a file into its room is all there is to adding one.
#
# A target sees the headers of its own folder and of what it links, and no others: its include path is a folder that
# holds one link, to its own sources. So an include against the arrows of the README does not compile.
function(nilai_library folder)
  cmake_parse_arguments(ARG "" "" "PUBLIC;PRIVATE" ${ARGN})
  get_filename_component(name "${folder}" NAME)
  set(target "nilai_${name}")

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/*.cpp")
  if(folder STREQUAL "grammar")
    list(FILTER sources EXCLUDE REGEX "/grammar/text/")
  endif()
  list(FILTER sources EXCLUDE REGEX "/app/main\\.cpp$")

  set(headers "${PROJECT_BINARY_DIR}/include/${target}")
  get_filename_component(parent "${folder}" DIRECTORY)
  file(MAKE_DIRECTORY "${headers}/${parent}")
  file(CREATE_LINK "${PROJECT_SOURCE_DIR}/${folder}" "${headers}/${folder}" SYMBOLIC)

  add_library(${target} STATIC ${sources})
  target_include_directories(${target} PUBLIC "${headers}")
  target_link_libraries(${target} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} nilai_options)
endfunction()
