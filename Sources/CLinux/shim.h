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

/* The same for two names in one open folder. */
static inline int kb_rename_in(int folder, const char *from, const char *to, unsigned int flags) {
    return (int)syscall(__NR_renameat2, folder, from, folder, to, flags);
}

/* The flags, whose macros Swift does not see: never take another file's place; let two files change places. */
static inline unsigned int kb_rename_noreplace(void) { return RENAME_NOREPLACE; }
static inline unsigned int kb_rename_exchange(void) { return RENAME_EXCHANGE; }

/* The extended attributes of open files, access lists among them, by number as well. */
static inline long kb_list_attributes(int file, char *names, unsigned long size) {
    return syscall(__NR_flistxattr, file, names, size);
}
static inline long kb_attribute(int file, const char *name, void *value, unsigned long size) {
    return syscall(__NR_fgetxattr, file, name, value, size);
}
static inline int kb_set_attribute(int file, const char *name, const void *value, unsigned long size) {
    return (int)syscall(__NR_fsetxattr, file, name, value, size, 0);
}
static inline int kb_remove_attribute(int file, const char *name) {
    return (int)syscall(__NR_fremovexattr, file, name);
}
/* The number by which statfs(2) names the kind of file system that `path` is on; 0 when it does not tell. */
static inline unsigned int kb_file_system(const char *path) {
    struct statfs status;
    return syscall(__NR_statfs, path, &status) == 0 ? (unsigned int)status.f_type : 0;
}
/* syncfs(2), which the C library declares for GNU sources only as well. */
static inline int kb_syncfs(int file) { return (int)syscall(__NR_syncfs, file); }
