/* Keeps what a program takes away again, below $KEEP_IN: files that it deletes, replaces, empties or shortens, files that
 * have no name when they are closed. And says in $KEEP_IN/written which file was given $KEEP_STEM in plain at any time.
 *
 * Loaded with LD_PRELOAD; the C library's own buffered output is seen as far as its files are kept. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { MOST = 64 * 1024 * 1024 };
static const char *keep_in = NULL, *stem = NULL;
static char wide[128];
static size_t length = 0;
static atomic_int kept = 0;
static __thread int inside = 0;

#define NEXT(kind, name, ...) \
    static kind (*real)(__VA_ARGS__) = NULL; \
    if (!real) real = (kind (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

__attribute__((constructor)) static void start(void) {
    keep_in = getenv("KEEP_IN");
    stem = getenv("KEEP_STEM");
    length = stem ? strlen(stem) : 0;
    for (size_t at = 0; at < length && 2 * at + 1 < sizeof wide; at++) wide[2 * at] = stem[at];
}

static int real_open(const char *path, int flags, mode_t mode) {
    NEXT(int, "open64", const char *, int, ...);
    return real(path, flags, mode);
}

static ssize_t real_write(int fd, const void *bytes, size_t count) {
    NEXT(ssize_t, "write", int, const void *, size_t);
    return real(fd, bytes, count);
}

static int real_close(int fd) {
    NEXT(int, "close", int);
    return real(fd);
}

static void copy(const char *path) {
    char to[PATH_MAX], piece[65536];
    snprintf(to, sizeof to, "%s/%d-%d", keep_in, getpid(), atomic_fetch_add(&kept, 1));
    int from = real_open(path, O_RDONLY | O_CLOEXEC, 0);
    if (from < 0) return;
    int into = real_open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    for (long long done = 0; into >= 0 && done < MOST;) {
        ssize_t some = read(from, piece, sizeof piece);
        if (some <= 0 || real_write(into, piece, some) != some) break;
        done += some;
    }
    if (into >= 0) real_close(into);
    real_close(from);
}

static int regular(const char *path, struct stat *about) {
    return keep_in && !inside && lstat(path, about) == 0 && S_ISREG(about->st_mode) && about->st_size > 0 &&
           strncmp(path, keep_in, strlen(keep_in)) != 0;
}

/* A file that is about to lose its name is kept by another: what is written to it later is kept too. */
static void keep_name(const char *path) {
    struct stat about;
    if (!keep_in || inside || lstat(path, &about) != 0 || !S_ISREG(about.st_mode)) return;
    inside = 1;
    char to[PATH_MAX];
    snprintf(to, sizeof to, "%s/%d-%d", keep_in, getpid(), atomic_fetch_add(&kept, 1));
    if (link(path, to) != 0) copy(path);
    inside = 0;
}

static void keep_content(const char *path) {
    struct stat about;
    if (!regular(path, &about)) return;
    inside = 1;
    copy(path);
    inside = 0;
}

static void keep_open(int fd, int nameless_only) {
    struct stat about;
    if (!keep_in || inside || fstat(fd, &about) != 0 || !S_ISREG(about.st_mode) || about.st_size == 0) return;
    if (nameless_only && about.st_nlink > 0) return;
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    inside = 1;
    copy(path);
    inside = 0;
}

static int holds(const char *bytes, size_t count, const char *wanted, size_t wanted_length) {
    for (size_t at = 0; at + wanted_length <= count; at++) {
        const char *first = memchr(bytes + at, wanted[1], count - at);
        if (!first) return 0;
        at = first - bytes;
        if (at >= 1 && at - 1 + wanted_length <= count && strncasecmp(bytes + at, wanted + 1, wanted_length - 1) == 0) return 1;
    }
    return 0;
}

static int holds_wide(const char *bytes, size_t count) {
    return memmem(bytes, count, wide, 2 * length - 1) != NULL;
}

static void look(int fd, const void *bytes, size_t count) {
    struct stat about;
    if (!keep_in || inside || !length || count < length) return;
    if (!holds(bytes, count, stem, length) && !holds_wide(bytes, count)) return;
    if (fstat(fd, &about) != 0 || !S_ISREG(about.st_mode)) return;
    inside = 1;
    char link_name[64], path[PATH_MAX + 2], to[PATH_MAX];
    snprintf(link_name, sizeof link_name, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link_name, path, PATH_MAX);
    snprintf(to, sizeof to, "%s/written", keep_in);
    int into = real_open(to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (size > 0 && into >= 0) {
        path[size] = '\n';
        (void)!real_write(into, path, size + 1);
    }
    if (into >= 0) real_close(into);
    inside = 0;
}

ssize_t write(int fd, const void *bytes, size_t count) {
    look(fd, bytes, count);
    return real_write(fd, bytes, count);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
    NEXT(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
    look(fd, bytes, count);
    return real(fd, bytes, count, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) { return pwrite64(fd, bytes, count, offset); }

ssize_t writev(int fd, const struct iovec *pieces, int count) {
    NEXT(ssize_t, "writev", int, const struct iovec *, int);
    for (int each = 0; each < count; each++) look(fd, pieces[each].iov_base, pieces[each].iov_len);
    return real(fd, pieces, count);
}

int unlink(const char *path) {
    NEXT(int, "unlink", const char *);
    keep_name(path);
    return real(path);
}

int remove(const char *path) {
    NEXT(int, "remove", const char *);
    keep_name(path);
    return real(path);
}

int unlinkat(int folder, const char *path, int flags) {
    NEXT(int, "unlinkat", int, const char *, int);
    if (!(flags & AT_REMOVEDIR)) {
        char whole[PATH_MAX], base[PATH_MAX], link_name[64];
        snprintf(link_name, sizeof link_name, "/proc/self/fd/%d", folder);
        ssize_t size = folder == AT_FDCWD || path[0] == '/' ? 0 : readlink(link_name, base, sizeof base - 1);
        base[size > 0 ? size : 0] = 0;
        if (snprintf(whole, sizeof whole, size > 0 ? "%s/%s" : "%s%s", base, path) < (int)sizeof whole) keep_name(whole);
    }
    return real(folder, path, flags);
}

int rename(const char *from, const char *to) {
    NEXT(int, "rename", const char *, const char *);
    keep_name(to);
    return real(from, to);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
    NEXT(int, "renameat", int, const char *, int, const char *);
    keep_name(to);
    return real(from_folder, from, to_folder, to);
}

int ftruncate64(int fd, off64_t size) {
    NEXT(int, "ftruncate64", int, off64_t);
    keep_open(fd, 0);
    return real(fd, size);
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int truncate64(const char *path, off64_t size) {
    NEXT(int, "truncate64", const char *, off64_t);
    keep_content(path);
    return real(path, size);
}

int close(int fd) {
    keep_open(fd, 1);
    return real_close(fd);
}

#define OPENING(name, real_name) \
    int name(const char *path, int flags, ...) { \
        NEXT(int, real_name, const char *, int, ...); \
        va_list more; \
        va_start(more, flags); \
        mode_t mode = va_arg(more, mode_t); \
        va_end(more); \
        if (flags & O_TRUNC) keep_content(path); \
        return real(path, flags, mode); \
    }
OPENING(open, "open")
OPENING(open64, "open64")
