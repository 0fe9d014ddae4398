#pragma once
#include <sqlite3.h>

/* SQLITE_TRANSIENT and SQLITE_STATIC are casts in macros, which Swift cannot import. */
static inline sqlite3_destructor_type kb_sqlite_transient(void) { return SQLITE_TRANSIENT; }
static inline sqlite3_destructor_type kb_sqlite_static(void) { return SQLITE_STATIC; }
