// Nothing of its own: what the tests share is the headers precompiled for it.
