#include "cli/tool.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace entente::test {
namespace {

namespace fs = std::filesystem;

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (std::string& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

std::vector<std::string> environment_of(const RunOptions& options) {
  std::vector<std::string> environment = {"PATH=" + fs::path(ENTENTE_TOOL).parent_path().string() +
                                          ":/usr/bin:/bin"};
  for (const auto& [name, value] : options.environment) environment.push_back(name + "=" + value);
  return environment;
}

void redirect(int descriptor, const fs::path& file, int flags) {
  const int opened = ::open(file.c_str(), flags, 0600);
  if (opened < 0 || ::dup2(opened, descriptor) < 0) ::_exit(126);
  ::close(opened);
}

Outcome run(std::vector<std::string> words, const RunOptions& options) {
  const Folder scratch;
  const fs::path in = scratch.write("in", options.input);
  const fs::path out = scratch.path() / "out";
  const fs::path err = scratch.path() / "err";
  const fs::path folder = options.folder.empty() ? fs::path(ENTENTE_SOURCE_DIR) : options.folder;
  std::vector<std::string> environment = environment_of(options);
  std::vector<char*> argv = pointers(words);
  std::vector<char*> envp = pointers(environment);
  const pid_t child = ::fork();
  if (child == 0) {
    redirect(STDIN_FILENO, in, O_RDONLY);
    redirect(STDOUT_FILENO, out, O_WRONLY | O_CREAT);
    redirect(STDERR_FILENO, err, O_WRONLY | O_CREAT);
    if (::chdir(folder.c_str()) != 0) ::_exit(126);
    ::execve(argv[0], argv.data(), envp.data());
    ::_exit(127);
  }
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child) throw std::runtime_error("cannot run");
  const int code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return {read_file(out), read_file(err), code};
}

}  // namespace

Outcome run_tool(const std::vector<std::string>& arguments, const RunOptions& options) {
  std::vector<std::string> words = {ENTENTE_TOOL};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return run(std::move(words), options);
}

Outcome run_shell(const std::string& line, const RunOptions& options) {
  return run({"/bin/sh", "-c", line}, options);
}

std::string read_file(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace entente::test
