# What is installed, in components: library, development, render, render_development, c, c_development,
# python, tool.
include(CMakePackageConfigHelpers)

set(entente_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
set(entente_generated ${PROJECT_BINARY_DIR}/generated)
file(RELATIVE_PATH entente_prefix_from_pc ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})

# entente_install_library(TARGET COMPONENT DEVELOPMENT PKG_CONFIG): the library with its headers, its
# targets for find_package and its file for pkg-config.
function(entente_install_library target component development pkg_config)
  install(TARGETS ${target} EXPORT ${pkg_config}-targets
    LIBRARY COMPONENT ${component} NAMELINK_COMPONENT ${development}
    ARCHIVE COMPONENT ${development}
    RUNTIME COMPONENT ${component}
    FILE_SET HEADERS COMPONENT ${development}
    ${ARGN})
  # `cmake --install … --strip` strips programs; an archive's debug information is what it mostly is. Names that no
  # relocation needs go, too.
  get_target_property(kind ${target} TYPE)
  if(kind STREQUAL "STATIC_LIBRARY" AND CMAKE_STRIP)
    install(CODE "if(CMAKE_INSTALL_DO_STRIP)
      execute_process(COMMAND \"${CMAKE_STRIP}\" --strip-unneeded
        \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_LIBDIR}/$<TARGET_FILE_NAME:${target}>\")
    endif()" COMPONENT ${development})
  endif()
  install(EXPORT ${pkg_config}-targets NAMESPACE entente:: DESTINATION ${entente_package_dir}
    COMPONENT ${development})
  configure_file(${PROJECT_SOURCE_DIR}/cmake/${pkg_config}.pc.in
    ${entente_generated}/${pkg_config}.pc @ONLY)
  install(FILES ${entente_generated}/${pkg_config}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
    COMPONENT ${development})
endfunction()

# A static library leaves its own libraries to the program's link line.
set(entente_pc_libs "")
set(entente_render_pc_libs "")
set(entente_render_pc_requires "")
if(NOT BUILD_SHARED_LIBS)
  set(entente_pc_libs "-lfmt -licuuc -lexpat -lreadstat -lxlsxwriter -lsqlite3 -lcrypto -lz -lzstd -pthread -ldl")
  # The library is compiled function by function, and a program has those that it calls.
  if(NOT APPLE)
    string(APPEND entente_pc_libs " -Wl,--gc-sections")
  endif()
  if(ENTENTE_BUILD_RENDER)
    if(ENTENTE_WITH_GRAPHVIZ)
      # The plugins lie in a folder of their own, where no program looks for them.
      set(graphviz_plugins "")
      foreach(plugin IN ITEMS core dot_layout neato_layout pango)
        list(APPEND graphviz_plugins ${GVPLUGIN_${plugin}})
      endforeach()
      list(JOIN graphviz_plugins " " entente_render_pc_libs)
      cmake_path(GET GVPLUGIN_core PARENT_PATH plugin_folder)
      set(entente_render_pc_libs
        "${entente_render_pc_libs} -lgvc -lcgraph -lcdt -Wl,-rpath,${plugin_folder}")
    endif()
    set(entente_render_pc_requires "librsvg-2.0 cairo-pdf fontconfig zlib")
  endif()
endif()

entente_install_library(entente library development entente FILE_SET generated COMPONENT development)
if(ENTENTE_BUILD_RENDER)
  entente_install_library(entente_render render render_development entente-render)
endif()

if(TARGET entente_c)
  entente_install_library(entente_c c c_development entente-c)
endif()

configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/entente-config.cmake.in
  ${entente_generated}/entente-config.cmake INSTALL_DESTINATION ${entente_package_dir}
  NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(${entente_generated}/entente-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${entente_generated}/entente-config.cmake
  ${entente_generated}/entente-config-version.cmake
  DESTINATION ${entente_package_dir} COMPONENT development)

if(ENTENTE_BUILD_TOOLS)
  install(DIRECTORY data/schema data/vocabulary data/mappings data/japan-nato COMPONENT tool
    DESTINATION ${CMAKE_INSTALL_DATADIR}/entente)
endif()
include(Packages)
