#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <entente/system/output.hpp>

#include "support/folder.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

class OutputFileTest : public testing::Test {
 protected:
  [[nodiscard]] std::string at(const std::string& name) const { return folder_.at(name); }
  [[nodiscard]] static std::string text_of(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
  }
  [[nodiscard]] auto file_count() const {
    return std::distance(fs::directory_iterator(folder_.path()), fs::directory_iterator{});
  }

  const test::Folder folder_;
};

TEST_F(OutputFileTest, AppearsWhenCommitted) {
  OutputFile file(at("a"));
  file.write("text");
  EXPECT_FALSE(fs::exists(at("a")));
  file.commit();
  EXPECT_EQ(text_of(at("a")), "text");
  EXPECT_EQ(file_count(), 1);
}

TEST_F(OutputFileTest, LeavesTheOldFileWithoutCommit) {
  write_file(at("a"), "old");
  {
    OutputFile file(at("a"));
    file.write("new");
  }
  EXPECT_EQ(text_of(at("a")), "old");
  EXPECT_EQ(file_count(), 1);
}

TEST_F(OutputFileTest, FollowsLinksAndKeepsTheMode) {
  write_file(at("a"), "old");
  ::chmod(at("a").c_str(), 0640);
  fs::create_symlink("a", at("link"));
  write_file(at("link"), "new");
  EXPECT_TRUE(fs::is_symlink(at("link")));
  EXPECT_EQ(text_of(at("a")), "new");
  struct stat info {};
  ::stat(at("a").c_str(), &info);
  EXPECT_EQ(info.st_mode & 0777, 0640U);
}

TEST_F(OutputFileTest, WritesThroughALinkToNothing) {
  fs::create_symlink("a", at("link"));
  write_file(at("link"), "new");
  EXPECT_EQ(text_of(at("a")), "new");
}

TEST_F(OutputFileTest, APipeIsWrittenByTheNameOfItsDescriptor) {
  int ends[2] = {};
  ASSERT_EQ(::pipe(ends), 0);
  fs::create_symlink("/proc/self/fd/" + std::to_string(ends[1]), at("link"));
  write_file("/dev/fd/" + std::to_string(ends[1]), "one");
  write_file("/proc/self/fd/" + std::to_string(ends[1]), "two");
  write_file(at("link"), "three");
  char text[12] = {};
  EXPECT_EQ(::read(ends[0], text, sizeof text), 11);
  EXPECT_STREQ(text, "onetwothree");
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_F(OutputFileTest, ADescriptorOfAFileIsWrittenWhereItStands) {
  const int file = ::open(at("a").c_str(), O_WRONLY | O_CREAT, 0600);
  ASSERT_EQ(::write(file, "head ", 5), 5);
  write_file("/dev/fd/" + std::to_string(file), "text");
  ::close(file);
  EXPECT_EQ(text_of(at("a")), "head text");
}

TEST_F(OutputFileTest, CannotBeAFolderOrInAMissingOne) {
  for (const std::string& path : {folder_.path().string(), at("none/a")}) {
    try {
      write_file(path, "text");
      FAIL() << path;
    } catch (const IoError& error) {
      EXPECT_EQ(error.exit_code(), 73);
      EXPECT_NE(std::string(error.what()).find(path), std::string::npos);
    }
  }
}

TEST_F(OutputFileTest, SaysWhenTheDiskIsFull) {
  try {
    write_file("/dev/full", "text");
    FAIL();
  } catch (const IoError& error) {
    EXPECT_EQ(error.exit_code(), 74);
    EXPECT_EQ(error.code(), "write-failed");
  }
}

TEST_F(OutputFileTest, KeepsTheOldFileWhenNotAllCanBeWritten) {
  write_file(at("a"), "old");
  ::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small{1000, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  EXPECT_THROW(write_file(at("a"), std::string(200'000, 'x')), IoError);
  ::setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_EQ(text_of(at("a")), "old");
  EXPECT_EQ(file_count(), 1);
}

TEST_F(OutputFileTest, IsRemovedForASignalHandler) {
  OutputFile file(at("a"));
  EXPECT_EQ(file_count(), 1);
  remove_unfinished_outputs();
  EXPECT_EQ(file_count(), 0);
  EXPECT_THROW(file.commit(), IoError);
}

}  // namespace
}  // namespace entente
