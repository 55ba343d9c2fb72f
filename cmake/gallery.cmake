# Runs the commands that docs/gallery.md shows: TOOL draws, in the folder SOURCE.
file(STRINGS ${SOURCE}/docs/gallery.md lines REGEX "^    entente render ")
foreach(line IN LISTS lines)
  separate_arguments(words UNIX_COMMAND "${line}")
  list(POP_FRONT words)
  execute_process(COMMAND ${TOOL} ${words} WORKING_DIRECTORY ${SOURCE} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
