# Every package comes from Debian 12. A missing one fails with a sentence that names what to install.
macro(upstream_require package debian_package)
  find_package(${package} ${ARGN} QUIET)
  if(NOT ${package}_FOUND)
    message(FATAL_ERROR "${package} was not found: install the Debian package ${debian_package} "
                        "(apt-get install ${debian_package}).")
  endif()
endmacro()

function(upstream_require_library name header library debian_package)
  string(TOUPPER ${name} upper)
  find_path(${upper}_INCLUDE_DIR ${header})
  find_library(${upper}_LIBRARY ${library})
  if(NOT ${upper}_INCLUDE_DIR OR NOT ${upper}_LIBRARY)
    message(FATAL_ERROR "${name} was not found: install the Debian package ${debian_package} "
                        "(apt-get install ${debian_package}).")
  endif()
  if(NOT TARGET ${name}::${name})
    add_library(${name}::${name} UNKNOWN IMPORTED GLOBAL)
    set_target_properties(${name}::${name} PROPERTIES
      IMPORTED_LOCATION ${${upper}_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${${upper}_INCLUDE_DIR})
  endif()
endfunction()

upstream_require(yaml-cpp libyaml-cpp-dev)
upstream_require(fmt libfmt-dev)
upstream_require(spdlog libspdlog-dev)
upstream_require(CLI11 libcli11-dev)
upstream_require(nlohmann_json nlohmann-json3-dev)
upstream_require(pugixml libpugixml-dev)
upstream_require(TBB libtbb-dev)
upstream_require_library(utf8proc utf8proc.h utf8proc libutf8proc-dev)
upstream_require_library(libyaml yaml.h yaml libyaml-dev)
