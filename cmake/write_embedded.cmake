# Writes SOURCE: the C++ of FUNCTION of NAMESPACE, declared in HEADER, which gives the files below FOLDER. See NilaiEmbed.cmake.
file(GLOB_RECURSE names RELATIVE "${FOLDER}" "${FOLDER}/*")
list(SORT names)

set(entries "")
foreach(name IN LISTS names)
  file(READ "${FOLDER}/${name}" content)
  string(APPEND entries "      {\"${name}\", R\"embedded(${content})embedded\"},\n")
endforeach()

file(WRITE "${SOURCE}" "#include \"${HEADER}\"

namespace ${NAMESPACE} {

const std::vector<text::EmbeddedFile>& ${FUNCTION}() {
  static const std::vector<text::EmbeddedFile> files = {
${entries}  };
  return files;
}

}  // namespace ${NAMESPACE}
")
