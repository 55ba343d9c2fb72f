# entente_embed(TARGET FILE NAMESPACE_FUNCTION): compiles a data file into TARGET as
#   std::string_view entente::embedded::FUNCTION();
function(entente_embed target file function)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_${function}.cpp)
  add_custom_command(
    OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${file} -DOUTPUT=${source} -DFUNCTION=${function}
            -P ${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake
    DEPENDS ${file} ${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake
    VERBATIM)
  # The target may belong to a parent folder, which knows nothing of this folder's commands.
  add_custom_target(embed_${function} DEPENDS ${source})
  add_dependencies(${target} embed_${function})
  set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES GENERATED ON SKIP_UNITY_BUILD_INCLUSION ON)
  target_sources(${target} PRIVATE ${source})
endfunction()
