#pragma once
#include <malloc.h>
#include <sqlite3.h>

/* SQLITE_TRANSIENT and SQLITE_STATIC are casts in macros, which Swift cannot import. */
static inline sqlite3_destructor_type kb_sqlite_transient(void) { return SQLITE_TRANSIENT; }
static inline sqlite3_destructor_type kb_sqlite_static(void) { return SQLITE_STATIC; }

/* sqlite3_config takes a variable number of arguments, which Swift cannot call.
   No connection is shared between threads and nobody asks how much memory is in use: both cost time on every allocation.
   Pages are read where the page cache of the system has them, up to 16 GB, instead of being copied: the file of an index is replaced
   and never cut off, so that a mapped page cannot vanish. */
static inline int kb_sqlite_configure(void) {
    int result = sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    if (result == SQLITE_OK) result = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    if (result == SQLITE_OK) result = sqlite3_config(SQLITE_CONFIG_MMAP_SIZE, (sqlite3_int64)16 << 30, (sqlite3_int64)16 << 30);
    return result;
}

/* For building an index: notes come and go by the thousand, and memory given back to the system would have to be asked for again, page
   by page. */
static inline void kb_keep_freed_memory(void) {
    mallopt(M_TRIM_THRESHOLD, 32 << 20);
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TOP_PAD, 1 << 20);
}
