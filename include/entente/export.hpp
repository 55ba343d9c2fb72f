#pragma once

/// What the shared library shows to programs: a block `namespace ENTENTE_API entente` is part of
/// the interface, all else stays inside.

#if defined(__GNUC__)
#define ENTENTE_API [[gnu::visibility("default")]]
#else
#define ENTENTE_API
#endif

/// What is returned lives no longer than the object it was asked of: clang warns where that is a
/// temporary.
#if defined(__clang__)
#define ENTENTE_LIFETIMEBOUND [[clang::lifetimebound]]
#else
#define ENTENTE_LIFETIMEBOUND
#endif
