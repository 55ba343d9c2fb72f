# OpenCC (conversion among Chinese and Japanese scripts): the target OpenCC::OpenCC, and
# OpenCC_DATA_DIR, the folder of its dictionaries.
find_path(OpenCC_INCLUDE_DIR opencc/MarisaDict.hpp)
find_library(OpenCC_LIBRARY opencc)
find_path(OpenCC_DATA_DIR TSCharacters.ocd2 PATH_SUFFIXES share/opencc opencc
  DOC "Folder of OpenCC's dictionaries")

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(OpenCC
  REQUIRED_VARS OpenCC_LIBRARY OpenCC_INCLUDE_DIR OpenCC_DATA_DIR
  REASON_FAILURE_MESSAGE "install libopencc-dev and libopencc-data")
mark_as_advanced(OpenCC_INCLUDE_DIR OpenCC_LIBRARY OpenCC_DATA_DIR)

if(OpenCC_FOUND AND NOT TARGET OpenCC::OpenCC)
  add_library(OpenCC::OpenCC UNKNOWN IMPORTED)
  set_target_properties(OpenCC::OpenCC PROPERTIES
    IMPORTED_LOCATION ${OpenCC_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${OpenCC_INCLUDE_DIR})
endif()
