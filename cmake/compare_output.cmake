# Runs PROGRAM in FOLDER and compares what it prints with the file EXPECTED; with REFRESH in the environment,
# writes that file instead.
execute_process(COMMAND ${PROGRAM} WORKING_DIRECTORY ${FOLDER} OUTPUT_VARIABLE printed RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} ended with ${status}")
endif()
if(DEFINED ENV{ENTENTE_REFRESH})
  file(WRITE ${EXPECTED} "${printed}")
endif()
file(READ ${EXPECTED} expected)
if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "the output differs from ${EXPECTED}; printed:\n${printed}")
endif()
