# What only the project's own developers need: ccache, a default build type, test support.
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Build type" FORCE)
endif()
find_program(ENTENTE_CCACHE ccache)
if(ENTENTE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # The two liberties ccache asks for before it keeps what was built with precompiled headers, and no second look
  # at the preprocessed source: a first build should not cost more than one without ccache.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros
    CCACHE_DEPEND=1 ${ENTENTE_CCACHE})
endif()
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
include(CTest)

# The compiler collects its garbage only above half a gigabyte: a tenth less time for a dozen sources at once.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(--param=ggc-min-heapsize=524288)
endif()
