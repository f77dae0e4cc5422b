# embed_text(target SYMBOL file): compiles the bytes of `file` into `target` as
#   namespace upstream::embedded { std::string_view SYMBOL() noexcept; }
# Hexadecimal, because no CMake or C++ quoting rule can then touch the text. Run with -P it is its own script.
if(CMAKE_SCRIPT_MODE_FILE)
  file(READ ${INPUT} bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  file(WRITE ${OUTPUT}
"#include <string_view>
namespace upstream::embedded {
namespace {
constexpr unsigned char kBytes[] = {${bytes}0};
}
std::string_view ${SYMBOL}() noexcept;
std::string_view ${SYMBOL}() noexcept {
  return {reinterpret_cast<const char*>(kBytes), sizeof(kBytes) - 1};
}
}  // namespace upstream::embedded
")
  return()
endif()

set(EMBED_TEXT_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(embed_text target symbol file)
  cmake_path(ABSOLUTE_PATH file)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.cpp)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${file} -DOUTPUT=${output} -DSYMBOL=${symbol}
            -P ${EMBED_TEXT_SCRIPT}
    DEPENDS ${file} ${EMBED_TEXT_SCRIPT} VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
