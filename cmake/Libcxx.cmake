# clang with libc++ where the system's C++ libraries are of libstdc++, as on Debian: fmt is taken from its headers and
# GoogleTest from its sources, and what needs OpenCC is a program of its own, of libstdc++.
option(ENTENTE_LIBCXX "Build with libc++ beside libraries that are built with libstdc++" OFF)
set(ENTENTE_FMT fmt::fmt)
if(ENTENTE_LIBCXX)
  add_compile_options(-stdlib=libc++)
  add_link_options(-stdlib=libc++)
  set(ENTENTE_FMT fmt::fmt-header-only)
endif()

# entente_with_libstdcxx(TARGET…): shares no std::string with the library.
function(entente_with_libstdcxx)
  if(ENTENTE_LIBCXX)
    foreach(target IN LISTS ARGV)
      target_compile_options(${target} PRIVATE -stdlib=libstdc++)
      target_link_options(${target} PRIVATE -stdlib=libstdc++)
    endforeach()
  endif()
endfunction()

# entente_with_boost_graph(TARGET…): Boost 1.74 derives from std::unary_function, which libc++ has no more.
function(entente_with_boost_graph)
  if(ENTENTE_LIBCXX)
    foreach(target IN LISTS ARGV)
      target_compile_definitions(${target} PRIVATE BOOST_NO_CXX98_FUNCTION_BASE)
    endforeach()
  endif()
endfunction()
