#include "query/pattern/certainty/world.hpp"

namespace entente::query {

bool World::holds(const UncertainFact& fact) {
  const auto [place, is_new] = holds_.try_emplace(fact, others_ != Others::fail);
  if (is_new && others_ == Others::chosen) open_.push_back({nullptr, fact, 1});
  return place->second;
}

std::size_t World::taken(const void* of, std::size_t alternatives) {
  const auto [place, is_new] = taken_.try_emplace(of, 0);
  if (is_new) open_.push_back({of, {}, alternatives - 1});
  return place->second;
}

bool World::next() {
  for (; !open_.empty(); open_.pop_back()) {
    Open& last = open_.back();
    if (last.left > 0) {
      --last.left;
      if (last.alternatives != nullptr)
        ++taken_.at(last.alternatives);
      else
        holds_.at(last.fact) = false;
      return true;
    }
    if (last.alternatives != nullptr)
      taken_.erase(last.alternatives);
    else
      holds_.erase(last.fact);
  }
  return false;
}

}  // namespace entente::query
