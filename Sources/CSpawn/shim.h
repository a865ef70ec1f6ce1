// glibc has these since 2.29 and 2.34, and shows them to GNU programs alone, which Swift's view of it is none of. Their
// first argument is a posix_spawn_file_actions_t, whose header must not come in by this door too.
extern int posix_spawn_file_actions_addchdir_np(void *actions, const char *path);
extern int posix_spawn_file_actions_addclosefrom_np(void *actions, int from);
