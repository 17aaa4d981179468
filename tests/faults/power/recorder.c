/* Notes what a program does to the files below $RECORD_BELOW, in order, in $RECORD_TO.
 *
 * One record: a line of text "kind file offset length\n", then `length` bytes. Files are numbered as they are opened; the
 * record 'o' holds the path. Loaded with LD_PRELOAD; only what SQLite and Python call on Linux is noted. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST = 4096 };
static int number_of[MOST];
static int numbers = 0;
static int log_to = -1;
static const char *below = NULL;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define NEXT(kind, name, ...) \
    static kind (*real)(__VA_ARGS__) = NULL; \
    if (!real) real = (kind (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static void whole(const void *bytes, size_t length) {
    NEXT(ssize_t, "write", int, const void *, size_t);
    const char *at = bytes;
    while (length) {
        ssize_t done = real(log_to, at, length);
        if (done < 0) _exit(99);
        at += done;
        length -= done;
    }
}

static void note(char kind, int file, long long offset, const void *bytes, size_t length) {
    char line[96];
    int size = snprintf(line, sizeof line, "%c %d %lld %zu\n", kind, file, offset, length);
    pthread_mutex_lock(&turn);
    whole(line, size);
    whole(bytes, length);
    pthread_mutex_unlock(&turn);
}

__attribute__((constructor)) static void start(void) {
    NEXT(int, "open", const char *, int, ...);
    const char *to = getenv("RECORD_TO");
    below = getenv("RECORD_BELOW");
    if (to && below) log_to = real(to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int watched(const char *path) { return log_to >= 0 && strncmp(path, below, strlen(below)) == 0; }

static int opened(int fd, const char *path, int flags) {
    if (fd < 0 || fd >= MOST) return fd;
    number_of[fd] = 0;
    if (!watched(path)) return fd;
    number_of[fd] = ++numbers;
    note('o', numbers, (flags & O_TRUNC) ? 1 : 0, path, strlen(path));
    return fd;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        NEXT(int, #name, const char *, int, ...); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        return opened(real(path, flags, mode), path, flags); \
    }
OPEN(open)
OPEN(open64)

int openat(int folder, const char *path, int flags, ...) {
    NEXT(int, "openat", int, const char *, int, ...);
    va_list rest;
    va_start(rest, flags);
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return opened(real(folder, path, flags, mode), path, flags);
}

static int file_of(int fd) { return fd >= 0 && fd < MOST ? number_of[fd] : 0; }

int close(int fd) {
    NEXT(int, "close", int);
    if (fd >= 0 && fd < MOST) number_of[fd] = 0;
    return real(fd);
}

#define WRITE_AT(name, kind_of_offset) \
    ssize_t name(int fd, const void *bytes, size_t length, kind_of_offset offset) { \
        NEXT(ssize_t, #name, int, const void *, size_t, kind_of_offset); \
        ssize_t done = real(fd, bytes, length, offset); \
        if (done > 0 && file_of(fd)) note('w', file_of(fd), offset, bytes, done); \
        return done; \
    }
WRITE_AT(pwrite, off_t)
WRITE_AT(pwrite64, off64_t)

ssize_t write(int fd, const void *bytes, size_t length) {
    NEXT(ssize_t, "write", int, const void *, size_t);
    off_t end = file_of(fd) ? lseek(fd, 0, SEEK_CUR) : 0;
    ssize_t done = real(fd, bytes, length);
    if (done > 0 && file_of(fd)) note('w', file_of(fd), end, bytes, done);
    return done;
}

#define FORCE(name) \
    int name(int fd) { \
        NEXT(int, #name, int); \
        int said = real(fd); \
        if (!said && file_of(fd)) note('s', file_of(fd), 0, "", 0); \
        return said; \
    }
FORCE(fsync)
FORCE(fdatasync)

#define CUT(name, kind_of_offset) \
    int name(int fd, kind_of_offset length) { \
        NEXT(int, #name, int, kind_of_offset); \
        int said = real(fd, length); \
        if (!said && file_of(fd)) note('t', file_of(fd), length, "", 0); \
        return said; \
    }
CUT(ftruncate, off_t)
CUT(ftruncate64, off64_t)

int unlink(const char *path) {
    NEXT(int, "unlink", const char *);
    int said = real(path);
    if (!said && watched(path)) note('u', 0, 0, path, strlen(path));
    return said;
}

int rename(const char *from, const char *to) {
    NEXT(int, "rename", const char *, const char *);
    int said = real(from, to);
    if (!said && watched(to)) {
        char both[2 * PATH_MAX + 2];
        int size = snprintf(both, sizeof both, "%s\n%s", from, to);
        note('r', 0, 0, both, size);
    }
    return said;
}
