#pragma once
/* Only numbers: a header of the C library here would take its types away from Swift's own view of that. */
#include <asm/statfs.h>
#include <asm/unistd.h>
#include <linux/fs.h>

long syscall(long number, ...);

/* renameat2(2) from the root of the file system, by its number: the C library declares it for GNU sources only. */
static inline int kb_rename(const char *from, const char *to, unsigned int flags) {
    return (int)syscall(__NR_renameat2, -1, from, -1, to, flags);
}

/* The flags, whose macros Swift does not see: never take another file's place; let two files change places. */
static inline unsigned int kb_rename_noreplace(void) { return RENAME_NOREPLACE; }
static inline unsigned int kb_rename_exchange(void) { return RENAME_EXCHANGE; }

/* The number by which statfs(2) names the kind of file system that `path` is on; 0 when it does not tell. */
static inline unsigned int kb_file_system(const char *path) {
    struct statfs status;
    return syscall(__NR_statfs, path, &status) == 0 ? (unsigned int)status.f_type : 0;
}
/* syncfs(2), which the C library declares for GNU sources only as well. */
static inline int kb_syncfs(int file) { return (int)syscall(__NR_syncfs, file); }
