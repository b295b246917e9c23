# What is installed where, in four parts: cli, runtime, dev, fonts.
include(CMakePackageConfigHelpers)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/nianbao)

configure_package_config_file(package/nianbaoConfig.cmake.in nianbaoConfig.cmake INSTALL_DESTINATION ${package})
write_basic_package_version_file(nianbaoConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/nianbaoConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/nianbaoConfigVersion.cmake DESTINATION ${package} COMPONENT dev)

install(TARGETS nianbao EXPORT nianbao-static ARCHIVE COMPONENT dev INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT nianbao-static NAMESPACE nianbao:: DESTINATION ${package} COMPONENT dev)
if(NIANBAO_SHARED)
  install(TARGETS nianbao_shared EXPORT nianbao-shared LIBRARY COMPONENT runtime NAMELINK_COMPONENT dev INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(EXPORT nianbao-shared NAMESPACE nianbao:: DESTINATION ${package} COMPONENT dev)
endif()
install(DIRECTORY include/nianbao DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT dev)

# pkg-config: nianbao is the shared library, nianbao-static the other. Both find their prefix from where they lie.
set(pkgconfig ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX}/${pkgconfig} OUTPUT_VARIABLE to_prefix)
foreach(file nianbao nianbao-static)
  configure_file(package/${file}.pc.in ${file}.pc @ONLY)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${file}.pc DESTINATION ${pkgconfig} COMPONENT dev)
endforeach()

if(TARGET nianbao_cli)
  install(TARGETS nianbao_cli COMPONENT cli)
endif()

install(DIRECTORY fonts/free/ DESTINATION ${CMAKE_INSTALL_DATADIR}/nianbao/fonts COMPONENT fonts OPTIONAL)
install(FILES LICENSE README.md README.zh-CN.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT runtime)
