# The warnings every target of ours is built with.
set(ENTENTE_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# g++ 12 sees copies in std::string that overlap or overflow where none does once it optimises (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  list(APPEND ENTENTE_WARNINGS -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds)
endif()
# Several sources at once are one file to the compiler, which takes the classes of each for a header's.
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  list(APPEND ENTENTE_WARNINGS -Wno-subobject-linkage)
endif()
# And to clang the private names of one source may hide those of another.
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  list(APPEND ENTENTE_WARNINGS -Wno-shadow)
endif()
if(ENTENTE_WARNINGS_AS_ERRORS)
  list(APPEND ENTENTE_WARNINGS -Werror)
endif()

# entente_tidy(TARGET): clang-tidy beside the compiler, for the library and the tools; tests are left out.
function(entente_tidy target)
  if(ENTENTE_CLANG_TIDY)
    set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY "clang-tidy;--quiet")
  endif()
endfunction()
