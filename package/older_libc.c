/* Lets a library that g++ 12 and Debian's C library 2.36 made run with C libraries from 2.18 on (麒麟, 统信, CentOS 8): static.sh links it into
 * libnianbao.so. What it takes of the C library got a new version, or came, since: functions are led to their first version, which every later
 * C library keeps, and what there was none of is made of what there was. */
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define FIRST "GLIBC_2.2.5"
#define STAT_VERSION 1
#elif defined(__aarch64__)
#define FIRST "GLIBC_2.17"
#define STAT_VERSION 0
#endif

/* The function of that name in its first version, and a function of ours by its name. */
#define FIRST_OF(answer, name, types, words)             \
    extern answer first_##name types;                    \
    __asm__(".symver first_" #name ", " #name "@" FIRST); \
    answer name types { return first_##name words; }

struct stat;
FIRST_OF(int, dladdr, (const void* address, Dl_info* info), (address, info))
FIRST_OF(int, pthread_create, (pthread_t* thread, const pthread_attr_t* how, void* (*run)(void*), void* given), (thread, how, run, given))
FIRST_OF(int, pthread_join, (pthread_t thread, void** given), (thread, given))
FIRST_OF(int, pthread_once, (pthread_once_t* once, void (*run)(void)), (once, run))
FIRST_OF(int, pthread_rwlock_rdlock, (pthread_rwlock_t* lock), (lock))
FIRST_OF(int, pthread_rwlock_wrlock, (pthread_rwlock_t* lock), (lock))
FIRST_OF(int, pthread_rwlock_unlock, (pthread_rwlock_t* lock), (lock))
FIRST_OF(int, pthread_sigmask, (int how, const sigset_t* set, sigset_t* old), (how, set, old))
FIRST_OF(int, pthread_key_create, (pthread_key_t* key, void (*end)(void*)), (key, end))
int __pthread_key_create(pthread_key_t* key, void (*end)(void*)) { return pthread_key_create(key, end); }

/* Files were asked for with the version of the struct, which on 64 bits there is one of. */
#define FIRST_STAT(name, first, type)                                                     \
    extern int first_##name(int version, type file, struct stat* found);                 \
    __asm__(".symver first_" #name ", " #first "@" FIRST);                                \
    int name(type file, struct stat* found) { return first_##name(STAT_VERSION, file, found); } \
    int name##64(type file, struct stat* found) { return first_##name(STAT_VERSION, file, found); }
FIRST_STAT(stat, __xstat, const char*)
FIRST_STAT(lstat, __lxstat, const char*)
FIRST_STAT(fstat, __fxstat, int)

/* Since 2.32: whether there is one thread alone. It may be said that there are more. */
char __libc_single_threaded = 0;

/* Since 2.25. */
ssize_t getrandom(void* bytes, size_t length, unsigned flags) { return syscall(SYS_getrandom, bytes, length, flags); }

/* Since 2.36; expat takes from it what its tables are mixed with. */
void arc4random_buf(void* bytes, size_t length) {
    unsigned char* at = bytes;
    int device = -1;
    while (length > 0) {
        ssize_t got = device < 0 ? getrandom(at, length, 0) : read(device, at, length);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) {
            if (device >= 0 || (device = open("/dev/urandom", O_RDONLY | O_CLOEXEC)) < 0) __builtin_trap();
            continue;
        }
        at += got;
        length -= (size_t)got;
    }
    if (device >= 0) close(device);
}

/* Since 2.35; g++'s unwinding asks which object an address is of, and where its table of frames is. */
struct sought {
    uintptr_t address;
    struct dl_find_object* found;
};
static int look(struct dl_phdr_info* info, size_t size, void* given) {
    struct sought* sought = given;
    uintptr_t begin = UINTPTR_MAX, end = 0, frames = 0;
    int inside = 0, i;
    (void)size;
    for (i = 0; i < info->dlpi_phnum; ++i) {
        const ElfW(Phdr)* part = &info->dlpi_phdr[i];
        uintptr_t at = info->dlpi_addr + part->p_vaddr;
        if (part->p_type == PT_GNU_EH_FRAME) frames = at;
        if (part->p_type != PT_LOAD) continue;
        if (at < begin) begin = at;
        if (at + part->p_memsz > end) end = at + part->p_memsz;
        if (sought->address >= at && sought->address < at + part->p_memsz) inside = 1;
    }
    if (!inside || frames == 0) return 0;
    sought->found->dlfo_flags = 0;
    sought->found->dlfo_map_start = (void*)begin;
    sought->found->dlfo_map_end = (void*)end;
    sought->found->dlfo_link_map = NULL;
    sought->found->dlfo_eh_frame = (void*)frames;
    return 1;
}
int _dl_find_object(void* address, struct dl_find_object* found) {
    struct sought sought = {(uintptr_t)address, found};
    return dl_iterate_phdr(look, &sought) ? 0 : -1;
}
