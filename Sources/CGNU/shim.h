// What glibc has and does not show to Swift.

// These since 2.29 and 2.34, to GNU programs alone. Their first argument is a posix_spawn_file_actions_t, whose header
// must not come in by this door too.
extern int posix_spawn_file_actions_addchdir_np(void *actions, const char *path);
extern int posix_spawn_file_actions_addclosefrom_np(void *actions, int from);

// This in a header that is no part of Swift's view of it.
extern int malloc_trim(unsigned long pad);
