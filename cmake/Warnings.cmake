# The warnings every target of ours is built with.
set(ENTENTE_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(ENTENTE_WARNINGS_AS_ERRORS)
  list(APPEND ENTENTE_WARNINGS -Werror)
endif()
