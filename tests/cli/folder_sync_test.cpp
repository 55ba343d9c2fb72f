/// The folder of an output is synced, so that the new name outlives a crash.

#include <cerrno>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/tool.hpp"

namespace entente::test {
namespace {

Outcome write_schema(const Folder& folder, int failure) {
  RunOptions options;
  options.folder = folder.path();
  options.environment["LD_PRELOAD"] = ENTENTE_FAILING_CALLS;
  if (failure != 0) options.environment["ENTENTE_FAIL_FOLDER_SYNC"] = std::to_string(failure);
  return run_tool({"schema", "--output", "schema.json"}, options);
}

TEST(FolderSync, FailingEndsWithAnErrorOfInputAndOutput) {
  const Folder folder;
  for (const int failure : {EIO, ENOSPC}) {
    const Outcome outcome = write_schema(folder, failure);
    EXPECT_EQ(outcome.status, 74);
    EXPECT_THAT(outcome.err, testing::HasSubstr("schema.json"));
  }
}

TEST(FolderSync, IsDoneWithoutWhereAFileSystemHasNone) {
  const Folder folder;
  for (const int failure : {0, EINVAL, ENOSYS, ENOTSUP})
    EXPECT_EQ(write_schema(folder, failure).status, 0) << failure;
}

}  // namespace
}  // namespace entente::test
