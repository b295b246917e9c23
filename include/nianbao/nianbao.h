/* nianbao from C, and from every language that can call C: check a data file, set it as a PDF, run any command. C99; includes none of the C++ headers.
 *
 * In short: open an engine once; for each report make data, check or render it, look at the outcome, free both; free the engine last. Or write a command as
 * JSON and give it to nianbao_run_job. Whole programs in five languages: examples/.
 *
 * Conventions
 *  1. Handles are opaque. What a function gives, the caller frees with the function named after it; freeing NULL does nothing.
 *  2. Text is UTF-8: a pointer and a length in bytes. As an argument it need not end in NUL; length -1: it ends at its NUL; NULL with 0: none.
 *     Text that is handed out ends in a NUL that its length does not count, belongs to the handle it was asked of, and lives as long as that. Where a
 *     length is handed out, NULL may be given for its place.
 *  3. A function that can fail returns a nianbao_status and takes a nianbao_error** last: NULL, or where an error is put that the caller frees (on
 *     success: NULL is put there). Its message is Chinese, for people. On failure no other handle is given: NULL is put in its place.
 *  4. What is wrong with the data is no failure: it is told by the findings of the outcome.
 *  5. Structs begin with their size: nianbao_render_options options = {0}; options.size = sizeof options; then the members that matter. 0 and NULL:
 *     the standard. NULL instead of a struct: the standard. Members are only ever added at the end, so that a program built with an older header goes on
 *     working; one built with a newer header than the library's works as long as it sets no member that the library does not know (INVALID).
 *     Options are read during the call and not kept; what they point to stays the caller's.
 *  6. Threads: an engine and data may be used by many threads at once; each other handle by one at a time. Whoever frees a handle is its last user.
 *  7. Callbacks run on the calling thread, within the call, with the `user` of their struct. They must return: no exception, no longjmp.
 *  8. Truth is an int32_t or int64_t that is not 0.
 *  9. The library keeps nothing between calls but in handles. It sets no locale, handles no signal, writes nothing to a terminal, reads no standard
 *     input. Of the environment nianbao_engine_open reads HOME and NIANBAO_FONTS (the folder of the free set), nianbao_run_job SOURCE_DATE_EPOCH too.
 *     While none of its calls runs, it may be unloaded (with no handle left) and the process may fork: an engine serves the children too.
 * 10. Files are read and written by name; an output file appears whole or not at all, as with the command line. For the milliseconds in which it is
 *     written, SIGINT, SIGTERM and SIGHUP wait on its thread.
 *
 * Left out: reports in parts (give the data file's text, JSON or YAML), pages, faces one by one. C++ has them: nianbao/job.hpp.
 */
#ifndef NIANBAO_NIANBAO_H
#define NIANBAO_NIANBAO_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define NIANBAO_C_API __attribute__((visibility("default")))
#else
#define NIANBAO_C_API
#endif

/* How a call ended. */
typedef int32_t nianbao_status;
enum {
    NIANBAO_OK = 0,
    NIANBAO_INVALID = 1,   /* the call itself is wrong: NULL where none may be, a wrong size, an index that is not there */
    NIANBAO_USAGE = 2,     /* a value is wrong: no such rule, layout setting or option; two outputs in one place */
    NIANBAO_FAILED = 3,    /* the machine failed: no font, a file that cannot be read or written, a write callback that refused */
    NIANBAO_CANCELLED = 4, /* the cancel callback said so; nothing was written, or of a job only the files before */
    NIANBAO_NO_MEMORY = 5,
    NIANBAO_INTERNAL = 6 /* a fault of the library; please report it with the message */
};

/* How a data file is written. */
enum {
    NIANBAO_FORMAT_AUTO = 0, /* JSON where it begins with a brace, else YAML */
    NIANBAO_FORMAT_YAML = 1,
    NIANBAO_FORMAT_JSON = 2
};

/* What became of the data. */
enum {
    NIANBAO_WRITTEN = 0,  /* the PDF is made */
    NIANBAO_ACCEPTED = 1, /* checked, and no error found; nothing was to be made */
    NIANBAO_REFUSED = 2   /* there are errors; nothing was made */
};

/* How much a finding weighs. */
enum { NIANBAO_ERROR = 0, NIANBAO_WARNING = 1 };

/* Text with its length in bytes, see convention 2. */
typedef struct nianbao_text {
    const char* bytes;
    int64_t length;
} nianbao_text;

typedef struct nianbao_error nianbao_error;
typedef struct nianbao_engine nianbao_engine;
typedef struct nianbao_data nianbao_data;
typedef struct nianbao_outcome nianbao_outcome;
typedef struct nianbao_answer nianbao_answer;

/* Takes the next part of the output; not 0: it cannot, and the call fails. */
typedef int32_t (*nianbao_write)(void* user, const char* bytes, int64_t length);
/* So much is done: stages of a report, files of a job. */
typedef void (*nianbao_progress)(void* user, int64_t done, int64_t all);
/* Asked between stages or files; not 0: end it here. */
typedef int32_t (*nianbao_cancel)(void* user);

/* ---- The library ---- */

/* Its version, "0.1.0", for people; belongs to the library. */
NIANBAO_C_API const char* nianbao_version(void);

/* ---- Errors ---- */

/* What the call that failed returned; NIANBAO_OK for NULL. */
NIANBAO_C_API nianbao_status nianbao_error_status(const nianbao_error* error);
/* Why, in Chinese; NULL error: empty text. */
NIANBAO_C_API const char* nianbao_error_message(const nianbao_error* error, int64_t* length);
NIANBAO_C_API void nianbao_error_free(nianbao_error* error);

/* ---- The engine: the faces, found and opened once ---- */

typedef struct nianbao_engine_options {
    int64_t size;
    const nianbao_text* fonts; /* "ROLE=PATH" or "ROLE=PATH#INDEX"; roles: title body heading1 heading2 table latin */
    int64_t font_count;
    const nianbao_text* folders; /* looked through before the system's */
    int64_t folder_count;
    int64_t no_system_fonts; /* truth: only those named here and the free set that came with nianbao */
} nianbao_engine_options;

/* Finds and opens the faces: some 20 ms; keep it for as many reports as there are. FAILED: a role has no face at all, or a file named here cannot be used.
 * Free with nianbao_engine_free. */
NIANBAO_C_API nianbao_status nianbao_engine_open(const nianbao_engine_options* options, nianbao_engine** engine, nianbao_error** error);
NIANBAO_C_API void nianbao_engine_free(nianbao_engine* engine);

/* ---- Data: one office's report for one year, as nianbao's data file ---- */

/* Takes a copy of the bytes. `name` stands in messages and places as the file's name; none: "data". `format`: NIANBAO_FORMAT_AUTO, _YAML or _JSON, else
 * INVALID. What stands in the bytes is not looked at yet. Free with nianbao_data_free. */
NIANBAO_C_API nianbao_status nianbao_data_from_bytes(const char* bytes, int64_t length, const char* name, int64_t name_length, int32_t format,
                                                     nianbao_data** data, nianbao_error** error);
/* Names a file (.json is JSON, else YAML), which each check and each render reads anew: FAILED then, where it cannot be read. Free with nianbao_data_free. */
NIANBAO_C_API nianbao_status nianbao_data_from_file(const char* path, int64_t path_length, nianbao_data** data, nianbao_error** error);
NIANBAO_C_API void nianbao_data_free(nianbao_data* data);

/* ---- Checking ---- */

typedef struct nianbao_check_options {
    int64_t size;
    const nianbao_text* disabled; /* codes of rules that are not run: "T3-01" */
    int64_t disabled_count;
    nianbao_text previous;             /* last year's: a data file or a folder of them, read by the call; for the rules that need it */
    nianbao_text deadline;             /* of publication, "2024-01-31"; none: as the law has it */
    const nianbao_data* previous_data; /* last year's, as data; not together with previous */
} nianbao_check_options;

/* Reads the data and runs the rules: ACCEPTED or REFUSED, with all findings in the order of the file. Needs no engine, so it does not see characters that no
 * face has. USAGE: no such rule, no date, both of previous and previous_data. FAILED: a file cannot be read. Free the outcome with nianbao_outcome_free. */
NIANBAO_C_API nianbao_status nianbao_check(const nianbao_data* data, const nianbao_check_options* options, nianbao_outcome** outcome, nianbao_error** error);

/* ---- Rendering ---- */

typedef struct nianbao_render_options {
    int64_t size;
    int64_t force;                /* truth: write the PDF in spite of errors that the rules found */
    int64_t no_check;             /* truth: do not run the rules; not together with force */
    const nianbao_text* disabled; /* codes of rules that are not run */
    int64_t disabled_count;
    nianbao_text previous;      /* last year's, as for checking */
    const nianbao_text* layout; /* "NAME=VALUE", as layout: in a data file has them */
    int64_t layout_count;
    int64_t show_grid;   /* truth: draw the grid and the boxes of the lines */
    int64_t attach_data; /* truth: the PDF carries the data file (PDF/A-3a) */
    nianbao_text date;   /* "2023-01-18": of the PDF, where the report is not signed; none: no date */
    nianbao_text output; /* a file to be written; none: `write` gets it; none of both: nianbao_outcome_bytes gives it */
    nianbao_write write;
    nianbao_progress progress; /* of the five stages: read, check, compose, typeset, write */
    nianbao_cancel cancel;     /* between them */
    void* user;
    const nianbao_data* previous_data; /* last year's, as for checking */
} nianbao_render_options;

/* Reads, checks, sets and writes one report, some 10 ms: WRITTEN or REFUSED, with all findings in the order of the file. The same data, options and faces give
 * the same bytes, those of the command line. REFUSED: nothing was written. USAGE: an option's value, or two that exclude each other. FAILED: a file cannot be
 * read or written, `write` refused, a face turned out to be broken. CANCELLED. Free the outcome with nianbao_outcome_free. */
NIANBAO_C_API nianbao_status nianbao_render(const nianbao_engine* engine, const nianbao_data* data, const nianbao_render_options* options,
                                            nianbao_outcome** outcome, nianbao_error** error);

/* ---- Outcomes ---- */

/* One mistake. Texts belong to the outcome. */
typedef struct nianbao_finding {
    int64_t size;
    int64_t severity;     /* NIANBAO_ERROR or NIANBAO_WARNING */
    int64_t line, column; /* where it stands in the file, from 1, columns in code points; 0: not known */
    int64_t length;       /* code points from there that are meant; 0: the place alone */
    nianbao_text rule;    /* a stable code: "T3-01" */
    nianbao_text field;   /* path of English keys: "applications.received.total" */
    nianbao_text message; /* Chinese, for the clerk */
    nianbao_text hint;    /* what to do about it; may be empty */
    nianbao_text waived;  /* the reason, where the data file waives it; a waived error stops nothing */
} nianbao_finding;

/* NIANBAO_WRITTEN, NIANBAO_ACCEPTED or NIANBAO_REFUSED; -1 for NULL. */
NIANBAO_C_API int32_t nianbao_outcome_status(const nianbao_outcome* outcome);
/* The PDF, where it was written to memory; else NULL and length 0. */
NIANBAO_C_API const char* nianbao_outcome_bytes(const nianbao_outcome* outcome, int64_t* length);
/* How many findings there are, warnings and waived ones too; 0 for NULL. */
NIANBAO_C_API int64_t nianbao_outcome_finding_count(const nianbao_outcome* outcome);
/* Fills in the finding with that index, from 0, as far as its size goes. REQUIRES: finding->size is set. INVALID: no such index. */
NIANBAO_C_API nianbao_status nianbao_outcome_finding(const nianbao_outcome* outcome, int64_t index, nianbao_finding* finding, nianbao_error** error);
/* All that the command line tells of the finding, lines: message with its place, the line of the file, a caret, the hint. NULL: no such index. */
NIANBAO_C_API const char* nianbao_outcome_finding_text(const nianbao_outcome* outcome, int64_t index, int64_t* length);
/* {"file", "status", "output", "findings": [...]}: an element of the "files" of --format json. */
NIANBAO_C_API const char* nianbao_outcome_json(const nianbao_outcome* outcome, int64_t* length);
NIANBAO_C_API void nianbao_outcome_free(nianbao_outcome* outcome);

/* ---- Jobs: any command of the command line ---- */

typedef struct nianbao_job_options {
    int64_t size;
    nianbao_progress progress; /* of the files */
    nianbao_cancel cancel;     /* between them */
    void* user;
} nianbao_job_options;

/* Runs a command that is written as JSON: {"command": "render", "files": ["a.yaml", "b/"], "output": "out/", "force": true, "disable": ["T3-01"]}. Every option
 * of the command by its long name: a switch is true or false, of one that may stand several times the value may be a list, of one that is NAME=VALUE an object.
 * There is no standard input or output: "-" is wrong usage. `engine`: its faces are used, where the job names none; may be NULL. USAGE: no such
 * command or option, or a wrong value. FAILED: before any file was begun; a file on which the machine failed is told in the answer. CANCELLED: there is an
 * answer all the same, which tells of the files that were done.
 * Free the answer with nianbao_answer_free. */
NIANBAO_C_API nianbao_status nianbao_run_job(const nianbao_engine* engine, const char* json, int64_t length, const nianbao_job_options* options,
                                             nianbao_answer** answer, nianbao_error** error);
/* What --format json answers: {"files": [{"file", "status", "output", "findings": [...]}], "left": [...], "summary": {...}}, as far as the command has them,
 * and "text" where it gives something else: a schema, the help. */
NIANBAO_C_API const char* nianbao_answer_json(const nianbao_answer* answer, int64_t* length);
/* The exit code of the command line: 0 all written or clean, 1 findings of level error, 3 the machine failed on a file; -1 for NULL. */
NIANBAO_C_API int32_t nianbao_answer_exit(const nianbao_answer* answer);
NIANBAO_C_API void nianbao_answer_free(nianbao_answer* answer);

#ifdef __cplusplus
}
#endif

#endif
