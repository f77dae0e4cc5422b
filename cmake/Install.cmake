include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/upstream)

install(TARGETS upstream EXPORT upstreamTargets FILE_SET HEADERS COMPONENT dev)
install(TARGETS upstream-check RUNTIME COMPONENT cli)
install(EXPORT upstreamTargets NAMESPACE upstream:: DESTINATION ${package_dir} COMPONENT dev)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/upstreamConfig.cmake.in
  ${PROJECT_BINARY_DIR}/upstreamConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/upstreamConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/upstreamConfig.cmake ${PROJECT_BINARY_DIR}/upstreamConfigVersion.cmake
  DESTINATION ${package_dir} COMPONENT dev)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/profiles DESTINATION ${CMAKE_INSTALL_DATADIR}/upstream-check COMPONENT cli)
