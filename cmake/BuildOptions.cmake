# INTERFACE targets that the targets of ours link privately; a consumer of the library never sees them.
add_library(upstream_build_options INTERFACE)
target_compile_features(upstream_build_options INTERFACE cxx_std_20)
target_compile_options(upstream_build_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wextra-semi -Wformat=2 -Wcast-align
  # g++ 12 warns of an impossible overlap inside std::string (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${UPSTREAM_DEVELOPER_MODE}>:-Werror>
  $<$<CONFIG:Debug>:-D_GLIBCXX_ASSERTIONS>)

if(UPSTREAM_SANITIZE)
  # Without no-recover UBSan only prints and the test passes.
  set(flags -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(upstream_build_options INTERFACE ${flags})
  target_link_options(upstream_build_options INTERFACE ${flags})
endif()
if(UPSTREAM_SANITIZE_THREADS)
  target_compile_options(upstream_build_options INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
  target_link_options(upstream_build_options INTERFACE -fsanitize=thread)
endif()
if(UPSTREAM_COVERAGE)
  target_compile_options(upstream_build_options INTERFACE --coverage -O0)
  target_link_options(upstream_build_options INTERFACE --coverage)
endif()
if(UPSTREAM_TIDY)
  set(CMAKE_CXX_CLANG_TIDY clang-tidy)
endif()
set(CMAKE_CXX_EXTENSIONS OFF)

# Tests are compiled more often than they are run: the time is in what they test, and that is optimised without them.
add_library(upstream_test_options INTERFACE)
target_link_libraries(upstream_test_options INTERFACE upstream_build_options)
target_compile_options(upstream_test_options INTERFACE
  $<$<CXX_COMPILER_ID:GNU>:-Og>
  $<$<CXX_COMPILER_ID:Clang>:-O0>)

# What the fuzzers look into is the library and what they do with it, not the tests and not the program.
add_library(upstream_fuzz_options INTERFACE)
if(UPSTREAM_FUZZ)
  target_compile_options(upstream_fuzz_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# clang reads precompiled headers for next to nothing, g++ 12 not faster than the headers themselves. So g++ also
# shows that every file includes what it needs.
function(upstream_precompile_headers target)
  if(CMAKE_CXX_COMPILER_ID STREQUAL Clang)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()
