# format rewrites, check-format only looks. Both need clang-format 14 (Debian package clang-format).
find_program(CLANG_FORMAT NAMES clang-format-14 clang-format)
if(CLANG_FORMAT AND PROJECT_IS_TOP_LEVEL)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/lib/*.[ch]pp
       ${PROJECT_SOURCE_DIR}/apps/*.[ch]pp ${PROJECT_SOURCE_DIR}/tests/*.[ch]pp)
  add_custom_target(format COMMAND ${CLANG_FORMAT} -i ${sources} VERBATIM)
  add_custom_target(check-format COMMAND ${CLANG_FORMAT} --dry-run -Werror ${sources} VERBATIM)
endif()
