# Every package comes from Debian 12. A missing one fails with a sentence that names what to install.
macro(upstream_require package debian_package)
  find_package(${package} ${ARGN} QUIET)
  if(NOT ${package}_FOUND)
    message(FATAL_ERROR "${package} was not found: install the Debian package ${debian_package} "
                        "(apt-get install ${debian_package}).")
  endif()
endmacro()

function(upstream_require_utf8proc)
  find_path(UTF8PROC_INCLUDE_DIR utf8proc.h)
  find_library(UTF8PROC_LIBRARY utf8proc)
  if(NOT UTF8PROC_INCLUDE_DIR OR NOT UTF8PROC_LIBRARY)
    message(FATAL_ERROR "utf8proc was not found: install the Debian package libutf8proc-dev "
                        "(apt-get install libutf8proc-dev).")
  endif()
  if(NOT TARGET utf8proc::utf8proc)
    add_library(utf8proc::utf8proc UNKNOWN IMPORTED GLOBAL)
    set_target_properties(utf8proc::utf8proc PROPERTIES
      IMPORTED_LOCATION ${UTF8PROC_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${UTF8PROC_INCLUDE_DIR})
  endif()
endfunction()

upstream_require(yaml-cpp libyaml-cpp-dev)
upstream_require(fmt libfmt-dev)
upstream_require(spdlog libspdlog-dev)
upstream_require(CLI11 libcli11-dev)
upstream_require(nlohmann_json nlohmann-json3-dev)
upstream_require_utf8proc()
