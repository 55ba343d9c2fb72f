// A number of days is none until it says from when it counts.
// expect: Day
#include <entente/time/window.hpp>

entente::Window answer(int days) {
#ifdef MISTAKE
  return entente::Window::on(days);
#else
  return entente::Window::on(entente::Day(days));
#endif
}
