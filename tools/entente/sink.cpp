#include "sink.hpp"

#include <entente/system/output.hpp>

#include "terminal/standard_output.hpp"

namespace entente::tool {
void write(const Output& output, std::string_view text) {
  if (output.file.empty())
    write_to_stdout(text);
  else
    write_file(output.file, text);
}

}  // namespace entente::tool
