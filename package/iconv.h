/* iconv of package/encodings.cpp, for systems that have none. */
#ifndef NIANBAO_ICONV_H
#define NIANBAO_ICONV_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef void *iconv_t;
iconv_t iconv_open(const char *to, const char *from);
size_t iconv(iconv_t state, char **from, size_t *left, char **to, size_t *room);
int iconv_close(iconv_t state);

#ifdef __cplusplus
}
#endif

#endif
