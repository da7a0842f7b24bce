/*
 * Lets a chosen call of the C library fail, for files below one folder: preloaded into a program, it counts the calls
 * that write, sync, cut, rename, remove or make a file, and fails the one whose turn it is, or that and all after it.
 * Which one, and what happened, stands in a file that the program under test shares with it (see failing-calls.ts).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

struct control {
  int armed, turn, count, hits, sticky, error, kinds, unused;
  char folder[480];
  char last[512];
};
enum { WRITE = 1, SYNC = 2, CUT = 4, RENAME = 8, REMOVE = 16, MAKE = 32 };

static struct control *control;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("FAILING_CALLS");
  if (path == NULL) return;
  int (*real_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
  int file = real_open(path, O_RDWR | O_CLOEXEC);
  if (file < 0) return;
  void *shared = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (shared != MAP_FAILED) control = shared;
}

static int below(const char *path) {
  return path != NULL && strncmp(path, control->folder, strlen(control->folder)) == 0;
}

/* Whether this call is to fail; errno is set then. */
static int fails(int kind, const char *name, const char *path) {
  if (!(control->kinds & kind) || !below(path)) return 0;
  int count = __sync_add_and_fetch(&control->count, 1);
  if (control->sticky ? count < control->turn : count != control->turn) return 0;
  __sync_add_and_fetch(&control->hits, 1);
  snprintf(control->last, sizeof control->last, "%s %s", name, path);
  errno = control->error;
  return 1;
}

static int fails_file(int kind, const char *name, int file) {
  if (control == NULL || !control->armed || !(control->kinds & kind)) return 0;
  char link[64], path[4096];
  int kept = errno;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  errno = kept;
  if (length < 0) return 0;
  path[length] = 0;
  return fails(kind, name, path);
}

static int fails_at(int kind, const char *name, int folder, const char *path) {
  if (control == NULL || !control->armed || path == NULL) return 0;
  if (path[0] == '/' || folder == AT_FDCWD) return fails(kind, name, path);
  char link[64], whole[8192];
  snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
  ssize_t length = readlink(link, whole, 4000);
  if (length < 0) return 0;
  snprintf(whole + length, sizeof whole - length, "/%s", path);
  return fails(kind, name, whole);
}

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (real == NULL) real = dlsym(RTLD_NEXT, #name)

#define ON_FILE(type, name, kind, parameters, arguments, ...) \
  type name parameters { \
    REAL(type, name, __VA_ARGS__); \
    return fails_file(kind, #name, file) ? -1 : real arguments; \
  }

ON_FILE(ssize_t, write, WRITE, (int file, const void *bytes, size_t size), (file, bytes, size), int, const void *, size_t)
ON_FILE(ssize_t, pwrite, WRITE, (int file, const void *bytes, size_t size, off_t at), (file, bytes, size, at), int, const void *, size_t, off_t)
ON_FILE(ssize_t, pwrite64, WRITE, (int file, const void *bytes, size_t size, off64_t at), (file, bytes, size, at), int, const void *, size_t, off64_t)
ON_FILE(ssize_t, writev, WRITE, (int file, const struct iovec *parts, int count), (file, parts, count), int, const struct iovec *, int)
ON_FILE(ssize_t, pwritev, WRITE, (int file, const struct iovec *parts, int count, off_t at), (file, parts, count, at), int, const struct iovec *, int, off_t)
ON_FILE(ssize_t, pwritev64, WRITE, (int file, const struct iovec *parts, int count, off64_t at), (file, parts, count, at), int, const struct iovec *, int, off64_t)
ON_FILE(int, fsync, SYNC, (int file), (file), int)
ON_FILE(int, fdatasync, SYNC, (int file), (file), int)
ON_FILE(int, ftruncate, CUT, (int file, off_t size), (file, size), int, off_t)
ON_FILE(int, ftruncate64, CUT, (int file, off64_t size), (file, size), int, off64_t)

ssize_t copy_file_range(int from, off64_t *from_at, int file, off64_t *at, size_t size, unsigned flags) {
  REAL(ssize_t, copy_file_range, int, off64_t *, int, off64_t *, size_t, unsigned);
  return fails_file(WRITE, "copy_file_range", file) ? -1 : real(from, from_at, file, at, size, flags);
}

ssize_t sendfile64(int file, int from, off64_t *from_at, size_t size) {
  REAL(ssize_t, sendfile64, int, int, off64_t *, size_t);
  return fails_file(WRITE, "sendfile", file) ? -1 : real(file, from, from_at, size);
}

int rename(const char *from, const char *to) {
  REAL(int, rename, const char *, const char *);
  return fails_at(RENAME, "rename", AT_FDCWD, to) ? -1 : real(from, to);
}

int unlink(const char *path) {
  REAL(int, unlink, const char *);
  return fails_at(REMOVE, "unlink", AT_FDCWD, path) ? -1 : real(path);
}

int remove(const char *path) {
  REAL(int, remove, const char *);
  return fails_at(REMOVE, "remove", AT_FDCWD, path) ? -1 : real(path);
}

int unlinkat(int folder, const char *path, int flags) {
  REAL(int, unlinkat, int, const char *, int);
  return fails_at(REMOVE, "unlinkat", folder, path) ? -1 : real(folder, path, flags);
}

#define OPENING(name) \
  int name(const char *path, int flags, ...) { \
    REAL(int, name, const char *, int, ...); \
    va_list more; \
    va_start(more, flags); \
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(more, mode_t) : 0; \
    va_end(more); \
    if ((flags & O_CREAT) && fails_at(MAKE, #name, AT_FDCWD, path)) return -1; \
    return real(path, flags, mode); \
  }
OPENING(open)
OPENING(open64)

#define OPENING_AT(name) \
  int name(int folder, const char *path, int flags, ...) { \
    REAL(int, name, int, const char *, int, ...); \
    va_list more; \
    va_start(more, flags); \
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(more, mode_t) : 0; \
    va_end(more); \
    if ((flags & O_CREAT) && fails_at(MAKE, #name, folder, path)) return -1; \
    return real(folder, path, flags, mode); \
  }
OPENING_AT(openat)
OPENING_AT(openat64)
