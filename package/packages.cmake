# Debian packages: cpack -G DEB in the build folder. Configure with -DCMAKE_BUILD_TYPE=Release.
#   nianbao         the program, its manual page, completions, the schema
#   libnianbao0     the shared library
#   libnianbao-dev  headers, static library, CMake and pkg-config files, examples
#   nianbao-fonts   the free fonts, where fonts/fetch.sh has fetched them
set(NIANBAO_MAINTAINER "nianbao maintainers <maintainers@nianbao.invalid>" CACHE STRING "Who makes the Debian packages")
set(library libnianbao${PROJECT_VERSION_MAJOR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_NAME nianbao)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT ${NIANBAO_MAINTAINER})
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_COMPONENTS_ALL cli runtime dev)
if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/fonts/free)
  list(APPEND CPACK_COMPONENTS_ALL fonts)
endif()

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_CLI_PACKAGE_NAME nianbao)
set(CPACK_DEBIAN_CLI_PACKAGE_SECTION text)
set(CPACK_DEBIAN_CLI_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_CLI_PACKAGE_RECOMMENDS "nianbao-fonts")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ${library})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_SOURCE_DIR}/package/triggers)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_RECOMMENDS "nianbao-fonts")
set(CPACK_DEBIAN_DEV_PACKAGE_NAME libnianbao-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "${library} (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_DEV_PACKAGE_SUGGESTS
    "libfmt-dev, libsimdjson-dev, libyaml-dev, libharfbuzz-dev, libdeflate-dev, libexpat1-dev, libhpdf-dev, libfontconfig-dev, nettle-dev")  # to link statically
set(CPACK_DEBIAN_FONTS_PACKAGE_NAME nianbao-fonts)
set(CPACK_DEBIAN_FONTS_PACKAGE_SECTION fonts)
set(CPACK_DEBIAN_FONTS_PACKAGE_ARCHITECTURE all)

# The first line is what apt lists. The project's own summary would stand before it.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
set(about "An authority's data file becomes its annual report on open government
(政府信息公开工作年度报告): read with every mistake told at once, checked
against the sums of the official form, typeset after GB/T 9704, written as
a PDF/A-2a and PDF/UA-1 file.

This package has")
set(CPACK_COMPONENT_CLI_DESCRIPTION "annual reports on open government - command line\n${about} the program nianbao.")
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION "annual reports on open government - shared library\n${about} the library for programs in C, C++ and other languages.")
set(CPACK_COMPONENT_DEV_DESCRIPTION "annual reports on open government - development files\n${about} the headers, the static library, and complete examples\nin C, C++, Python, Java and C#.")
set(CPACK_COMPONENT_FONTS_DESCRIPTION "annual reports on open government - free fonts\n${about} Fandol, Noto CJK, UKai and Liberation 2, which\nstand in for the fonts of the standard where those are not installed.")

# Each package has its licence and its changelog; they are no part of cmake --install.
configure_file(package/debian-changelog.in debian-changelog @ONLY)
execute_process(COMMAND gzip -9 -n -c ${CMAKE_CURRENT_BINARY_DIR}/debian-changelog OUTPUT_FILE ${CMAKE_CURRENT_BINARY_DIR}/changelog.gz COMMAND_ERROR_IS_FATAL ANY)
file(READ package/copyright copyright)
file(READ package/copyright-fonts copyright_of_fonts)
file(CONFIGURE OUTPUT copyright CONTENT "${copyright}\n${copyright_of_fonts}" @ONLY)
foreach(part CLI RUNTIME DEV FONTS)
  string(TOLOWER ${part} component)
  set(documents ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${part}_PACKAGE_NAME})
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/copyright ${CMAKE_CURRENT_BINARY_DIR}/changelog.gz DESTINATION ${documents} COMPONENT ${component} EXCLUDE_FROM_ALL)
endforeach()

include(CPack)
