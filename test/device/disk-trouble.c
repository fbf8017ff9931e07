/*
 * A disk with a fault, for the real SQLite and the real file system: preloaded into the terminal. While the file
 * named by DISK_TROUBLE holds a word, everything under DISK_TROUBLE_AT answers a write as that disk would:
 * EIO (broken), EROFS (remounted read-only by the kernel), ENOSPC (full to the last byte).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* The world's own files lie under the terminal's folder, and are on another disk. */
static int is_ours(const char *path) {
  const char *at = getenv("DISK_TROUBLE_AT");
  return at != NULL && strncmp(path, at, strlen(at)) == 0 && strstr(path, "/simulator/") == NULL;
}

static int trouble_at(const char *path) {
  const char *word_file = getenv("DISK_TROUBLE");
  char word[8] = "";
  if (word_file == NULL || !is_ours(path)) return 0;
  int fd = syscall(SYS_openat, AT_FDCWD, word_file, O_RDONLY);
  if (fd < 0) return 0;
  ssize_t length = syscall(SYS_read, fd, word, sizeof word - 1);
  syscall(SYS_close, fd);
  if (length <= 0) return 0;
  if (strncmp(word, "EIO", 3) == 0) return EIO;
  if (strncmp(word, "EROFS", 5) == 0) return EROFS;
  if (strncmp(word, "ENOSPC", 6) == 0) return ENOSPC;
  return 0;
}

static int trouble_of(int fd) {
  char link[32], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return trouble_at(path);
}

static int fails(int trouble) {
  if (trouble == 0) return 0;
  errno = trouble;
  return 1;
}

ssize_t write(int fd, const void *bytes, size_t count) {
  return fails(trouble_of(fd)) ? -1 : REAL(write)(fd, bytes, count);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
  return fails(trouble_of(fd)) ? -1 : REAL(pwrite64)(fd, bytes, count, offset);
}

int fsync(int fd) { return fails(trouble_of(fd)) ? -1 : REAL(fsync)(fd); }

int fdatasync(int fd) { return fails(trouble_of(fd)) ? -1 : REAL(fdatasync)(fd); }

int ftruncate64(int fd, off64_t length) {
  int trouble = trouble_of(fd);
  return fails(trouble == ENOSPC ? 0 : trouble) ? -1 : REAL(ftruncate64)(fd, length);
}

/* A disk that is full or broken can still be opened; a read-only one not for writing. */
int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, int) : 0;
  va_end(rest);
  int writing = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT);
  int trouble = writing ? trouble_at(path) : 0;
  return fails(trouble == EROFS ? trouble : 0) ? -1 : REAL(open64)(path, flags, mode);
}
