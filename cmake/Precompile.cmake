# entente_precompile(TARGET HEADER…): read these headers once for all sources of TARGET.
# clang's preset goes without: it shows that every file includes what it uses.
option(ENTENTE_PRECOMPILE "Precompile what most sources include" ${PROJECT_IS_TOP_LEVEL})

function(entente_precompile target)
  if(ENTENTE_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  endif()
endfunction()

# entente_precompile_like(TARGET OTHER): use the headers that OTHER has read.
function(entente_precompile_like target other)
  if(ENTENTE_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ${other})
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  endif()
endfunction()
