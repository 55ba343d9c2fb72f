#include "render/chart/cards/card_tracks.hpp"

#include <algorithm>

namespace entente {

std::vector<Track> tracks_of(const CardsChart& content, const CardsLayout& layout,
                             std::vector<std::size_t>& used) {
  struct Stretch {
    double top = 0;
    double bottom = 0;
    Track track = {};
  };
  std::vector<Stretch> taken;
  std::vector<Track> tracks;
  for (const CardLine& line : content.lines) {
    const PlacedCard& newer = layout.cards[line.newer];
    const PlacedCard& older = layout.cards[line.older];
    Stretch stretch{std::min(newer.box.top, older.box.top),
                    std::max(newer.box.bottom, older.box.bottom),
                    {.gutter = std::max(newer.lane, older.lane)}};
    const auto collides = [&](const Stretch& other) {
      return other.track.gutter == stretch.track.gutter &&
             other.track.number == stretch.track.number && other.top < stretch.bottom &&
             stretch.top < other.bottom;
    };
    while (std::any_of(taken.begin(), taken.end(), collides)) ++stretch.track.number;
    std::size_t& most = used[stretch.track.gutter];
    most = std::max(most, stretch.track.number + 1);
    taken.push_back(stretch);
    tracks.push_back(stretch.track);
  }
  return tracks;
}

}  // namespace entente
