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
  # Manual page, completions and schema are what the program itself says.
  set(told ${CMAKE_CURRENT_BINARY_DIR}/told)
  file(MAKE_DIRECTORY ${told})
  add_custom_command(OUTPUT ${told}/nianbao.1 ${told}/nianbao.1.gz ${told}/nianbao.bash ${told}/_nianbao ${told}/nianbao.schema.json
                     COMMAND nianbao_cli help --as man > ${told}/nianbao.1
                     COMMAND gzip -9 -n -k -f ${told}/nianbao.1
                     COMMAND nianbao_cli help --as bash > ${told}/nianbao.bash
                     COMMAND nianbao_cli help --as zsh > ${told}/_nianbao
                     COMMAND nianbao_cli schema > ${told}/nianbao.schema.json
                     DEPENDS nianbao_cli VERBATIM)
  add_custom_target(nianbao_told ALL DEPENDS ${told}/nianbao.1)
  install(FILES ${told}/nianbao.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT cli)
  install(FILES ${told}/nianbao.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME nianbao COMPONENT cli)
  install(FILES ${told}/_nianbao DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT cli)
  install(FILES ${told}/nianbao.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/nianbao COMPONENT cli)
endif()

install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT dev PATTERN out EXCLUDE PATTERN run.sh EXCLUDE)

# The free fonts with their licences, those of the list and no other, where fonts/fetch.sh has fetched them.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS fonts/free.list)
file(STRINGS fonts/free.list fonts REGEX "^[^#]")
list(TRANSFORM fonts REPLACE "^([^ ]+) .*" "fonts/free/\\1")
install(FILES ${fonts} DESTINATION ${CMAKE_INSTALL_DATADIR}/nianbao/fonts COMPONENT fonts OPTIONAL)

install(FILES LICENSE README.md README.zh-CN.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT dev)
# What the readmes lead to, where they look for it.
foreach(document docs/data-file.md lib/check/RULES.md lib/typeset/GB-T-9704.md lib/pdf/PDF-A-2.md lib/pdf/PDF-UA-1.md package/copyright
                 package/python/README.md package/node/README.md package/java/README.md package/csharp/README.md ARCHITECTURE.md CONTRIBUTING.md CHANGELOG.md)
  cmake_path(GET document PARENT_PATH folder)
  install(FILES ${document} DESTINATION ${CMAKE_INSTALL_DOCDIR}/${folder} COMPONENT dev)
endforeach()
install(DIRECTORY docs/pictures DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs COMPONENT dev)
