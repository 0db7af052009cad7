# nilai_embed(TARGET FOLDER HEADER FUNCTION)
#
# Compiles the files below FOLDER into TARGET, as they stand: HEADER declares FUNCTION, which gives them by name, in order
# of name. They are found, not listed.
function(nilai_embed target folder header function)
  set(source "${PROJECT_BINARY_DIR}/embedded/${target}_${function}.cpp")
  set(script "${PROJECT_SOURCE_DIR}/cmake/write_embedded.cmake")
  file(GLOB_RECURSE files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/*")
  string(REPLACE "nilai_" "" layer "${target}")
  add_custom_command(
    OUTPUT "${source}"
    COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${PROJECT_SOURCE_DIR}/${folder}" "-DHEADER=${header}" "-DNAMESPACE=nilai::${layer}"
            "-DFUNCTION=${function}" "-DSOURCE=${source}" -P "${script}"
    DEPENDS ${files} "${script}"
    VERBATIM)
  target_sources(${target} PRIVATE "${source}")
endfunction()
