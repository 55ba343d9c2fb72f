# Debian packages by CPack. A build with shared libraries packs the libraries; one with static
# libraries packs the tool, which then stands alone.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME entente)
set(CPACK_PACKAGE_CONTACT "The entente developers <entente@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
# Debug information goes into packages of its own (-dbgsym, .ddeb).
set(CPACK_DEBIAN_DEBUGINFO_PACKAGE ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/graph)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)

# What the licence asks for, and those of what is compiled in.
file(READ ${PROJECT_SOURCE_DIR}/LICENSE license)
file(READ ${PROJECT_SOURCE_DIR}/NOTICE notice)
file(WRITE ${PROJECT_BINARY_DIR}/generated/copyright "${license}\n${notice}")

# entente_package(COMPONENT NAME SECTION SUMMARY [DEPENDS]): a component as a Debian package.
function(entente_package component name section summary)
  string(TOUPPER ${component} upper)
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${name} PARENT_SCOPE)
  set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section} PARENT_SCOPE)
  set(CPACK_DEBIAN_${upper}_DESCRIPTION "${summary}" PARENT_SCOPE)
  set(CPACK_DEBIAN_${upper}_PACKAGE_DEPENDS "${ARGN}" PARENT_SCOPE)
  list(APPEND CPACK_COMPONENTS_ALL ${component})
  set(CPACK_COMPONENTS_ALL ${CPACK_COMPONENTS_ALL} PARENT_SCOPE)
  install(FILES ${PROJECT_BINARY_DIR}/generated/copyright COMPONENT ${component}
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${name})
endfunction()

set(CPACK_COMPONENTS_ALL "")
if(BUILD_SHARED_LIBS)
  if(TARGET entente_python)
    find_package(Python3 REQUIRED COMPONENTS Interpreter)
    math(EXPR python_next "${Python3_VERSION_MINOR} + 1")
  endif()
  set(entente_runtime libentente${entente_soversion})
  set(entente_render_runtime libentente-render${entente_soversion})
  set(entente_c_runtime libentente-c${entente_soversion})
  set(same "(= ${PROJECT_VERSION})")
  entente_package(library ${entente_runtime} libs "Relationship graphs, dated and sourced: library")
  entente_package(development libentente-dev libdevel
    "Relationship graphs, dated and sourced: headers, CMake and pkg-config files"
    "${entente_runtime} ${same}, libboost-dev (>= 1.74)")
  if(ENTENTE_BUILD_RENDER)
    entente_package(render ${entente_render_runtime} libs
      "Relationship graphs, dated and sourced: drawing in process"
      "${entente_runtime} ${same}")
    entente_package(render_development libentente-render-dev libdevel
      "Relationship graphs, dated and sourced: header for drawing in process"
      "${entente_render_runtime} ${same}, libentente-dev ${same}")
  endif()
  if(TARGET entente_c)
    entente_package(c ${entente_c_runtime} libs
      "Relationship graphs, dated and sourced: library for C" "${entente_runtime} ${same}")
    entente_package(c_development libentente-c-dev libdevel
      "Relationship graphs, dated and sourced: header for C" "${entente_c_runtime} ${same}")
  endif()
  if(TARGET entente_python)
    entente_package(python python3-entente python
      "Relationship graphs, dated and sourced: module for Python 3"
      "${entente_runtime} ${same}, python3 (>= 3.${Python3_VERSION_MINOR}), python3 (<< 3.${python_next})")
    set(CPACK_DEBIAN_PYTHON_PACKAGE_RECOMMENDS "python3-networkx, python3-numpy")
  endif()
  set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
elseif(ENTENTE_BUILD_TOOLS)
  entente_package(tool entente science
    "Who is tied to whom, how, when, and who says so: command-line tool")
  set(CPACK_DEBIAN_TOOL_PACKAGE_RECOMMENDS "fonts-noto-core, fonts-noto-cjk")
  set(CPACK_DEBIAN_TOOL_PACKAGE_SUGGESTS "bash-completion, libentente-dev")
endif()
if(CPACK_COMPONENTS_ALL)
  include(CPack)
endif()
