# The warnings every target of ours is built with.
set(ENTENTE_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(ENTENTE_WARNINGS_AS_ERRORS)
  list(APPEND ENTENTE_WARNINGS -Werror)
endif()

# entente_tidy(TARGET): clang-tidy beside the compiler, for the library and the tools; tests are left out.
function(entente_tidy target)
  if(ENTENTE_CLANG_TIDY)
    set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY "clang-tidy;--quiet")
  endif()
endfunction()
