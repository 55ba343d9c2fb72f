#pragma once

/// What the shared library shows to programs: a block `namespace ENTENTE_API entente` is part of
/// the interface, all else stays inside.

#if defined(__GNUC__)
#define ENTENTE_API [[gnu::visibility("default")]]
#else
#define ENTENTE_API
#endif
