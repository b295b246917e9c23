/* nianbao from C, and from every language that can call C: check a data file, set it as a
 * PDF, run any command. C99; includes none of the C++ headers.
 *
 * In short: open an engine once. For each report make data, check or render it, look at
 * the outcome, and free both. Free the engine last. Or write a command as JSON and give
 * it to nianbao_run_job. examples/ has whole programs in five languages.
 *
 * Conventions
 *  1. Handles are opaque. The caller frees a handle with the function named after its
 * type; freeing NULL does nothing.
 *  2. Text is UTF-8: a pointer and a length in bytes. As an argument it need not end in
 * NUL; length -1 means that it ends at its NUL; NULL with 0 is no text. Text that a
 * function returns ends in a NUL, which its length does not count, and lives as long as
 * the handle that it came from. A pointer for a returned length may be NULL. Names of
 * files as arguments are the bytes of the system, UTF-8 or not; in text that a function
 * returns each byte that is no UTF-8 is U+FFFD.
 *  3. A function that can fail returns a nianbao_status and takes a nianbao_error** last.
 * If that is not NULL, it receives an error, which the caller frees, or NULL on success.
 * The message is Chinese, for people. On failure every other handle is set to NULL, but
 * the answer of a job that was cancelled.
 *  4. Mistakes in the data are not failures: the outcome has them as findings.
 *  5. Structs begin with their size: nianbao_render_options options = {0}; options.size =
 * sizeof options; then the members that matter. 0 and NULL mean the default, and so does
 * NULL instead of a struct. Members are only ever added at the end, so a program built
 * with an older header goes on working. One built with a newer header works as long as it
 * sets no member that the library does not know (INVALID). Options are read during the
 * call and not kept; what they point to stays the caller's.
 *  6. Threads: many threads may use an engine or data at once; any other handle may be
 * used by one at a time. Nobody may use a handle while or after it is freed.
 *  7. Callbacks run on the calling thread, within the call, with the `user` of their
 * struct. They must return: no exception, no longjmp.
 *  8. A truth value is an int32_t or int64_t: 0 is false, anything else true.
 *  9. The library keeps state in handles only. It sets no locale, handles no signal,
 * writes nothing to a terminal and reads no standard input. From the environment
 * nianbao_engine_open reads HOME and NIANBAO_FONTS (the folder of the free set), and
 * nianbao_run_job reads SOURCE_DATE_EPOCH too. While no call runs, the process may fork,
 * and an engine serves the children too; once all handles are freed, the library may be
 * unloaded.
 * 10. Files are read and written by name. An output file appears whole or not at all, as
 * with the command line. While it is being written, for some milliseconds, SIGINT,
 * SIGTERM and SIGHUP are blocked on its thread.
 *
 * Only C++ has reports in parts, pages and single faces (nianbao/job.hpp). From C, write
 * the report as the text of a data file, JSON or YAML.
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
    NIANBAO_INVALID = 1,   /* the call itself is wrong: NULL where it is not allowed, a
                              wrong size, an index that is not there */
    NIANBAO_USAGE = 2,     /* a value is wrong: no such rule, layout setting or option; two
                              outputs in one place */
    NIANBAO_FAILED = 3,    /* the machine failed: no font, a file that cannot be read or
                              written, a write callback that refused */
    NIANBAO_CANCELLED = 4, /* the cancel callback said so; nothing was written, or of a
                              job only the files before */
    NIANBAO_NO_MEMORY = 5,
    NIANBAO_INTERNAL = 6 /* a fault of the library; please report it with the message */
};

/* How a data file is written. */
enum {
    NIANBAO_FORMAT_AUTO = 0, /* JSON if it begins with a brace, a workbook or Word file if
                                it is one, else YAML */
    NIANBAO_FORMAT_YAML = 1,
    NIANBAO_FORMAT_JSON = 2,
    NIANBAO_FORMAT_WORKBOOK = 3, /* .xlsx */
    NIANBAO_FORMAT_ARTICLE = 4   /* a report for people: .docx, .html, text */
};

/* What became of the data. */
enum {
    NIANBAO_WRITTEN = 0,  /* the outputs are made */
    NIANBAO_ACCEPTED = 1, /* checked, and no error found; nothing was to be made */
    NIANBAO_REFUSED = 2   /* there are errors; nothing was made */
};

/* What a face is for. */
enum {
    NIANBAO_FACE_TITLE = 0,
    NIANBAO_FACE_BODY = 1,
    NIANBAO_FACE_HEADING1 = 2,
    NIANBAO_FACE_HEADING2 = 3,
    NIANBAO_FACE_TABLE = 4,
    NIANBAO_FACE_LATIN = 5
};

/* What a caller can do about a finding, besides changing the data: a bit each. */
enum {
    NIANBAO_REMEDY_CHOOSE_FACE = 1,   /* nianbao_engine_options.faces, for the role that
                                         nianbao_finding.subject names: "heading2" */
    NIANBAO_REMEDY_GIVE_FOLDER = 2,   /* nianbao_engine_options.folders */
    NIANBAO_REMEDY_GIVE_PREVIOUS = 4, /* previous or previous_data */
    NIANBAO_REMEDY_SET_DEADLINE = 8,  /* nianbao_check_options.deadline */
    NIANBAO_REMEDY_FORCE = 16,        /* nianbao_render_options.force */
    NIANBAO_REMEDY_SET_YEAR = 32,     /* "year" of a merge job */
    NIANBAO_REMEDY_GIVE_PROSE = 64    /* "prose" of a merge job; if it has a subject, that
                                         file, and "force" */
};

/* How serious a finding is. */
enum {
    NIANBAO_ERROR = 0,
    NIANBAO_WARNING = 1,
    NIANBAO_ADVICE = 2 /* custom only: never makes a report wrong */
};

/* What the line and column of a place are. */
enum {
    NIANBAO_PLACE_TEXT = 0,      /* a line, and a code point in it */
    NIANBAO_PLACE_CELL = 1,      /* row and column of a cell on a sheet of a workbook */
    NIANBAO_PLACE_PARAGRAPH = 2, /* a paragraph, and a code point in it or 0 */
    NIANBAO_PLACE_TABLE = 3      /* row and column in a table of a Word file or page */
};

/* What came of holding a figure of the prose against the tables or other figures. */
enum {
    NIANBAO_AGREES = 0,
    NIANBAO_CONTRADICTS = 1,
    NIANBAO_NOT_COMPARED = 2 /* nothing was there to hold it against: read it */
};

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

/* Takes the next part of the output. If it returns anything but 0, the call fails. */
typedef int32_t (*nianbao_write)(void* user, const char* bytes, int64_t length);
/* Called as the work goes on: `done` of `all` stages of a report, or files of a job. */
typedef void (*nianbao_progress)(void* user, int64_t done, int64_t all);
/* Asked between stages or files. If it returns anything but 0, the work ends there. */
typedef int32_t (*nianbao_cancel)(void* user);

/* ---- The library ---- */

/* The version, "0.1.0", for people; belongs to the library. */
NIANBAO_C_API const char* nianbao_version(void);

/* ---- Errors ---- */

/* The status that the failed call returned; NIANBAO_OK for NULL. */
NIANBAO_C_API nianbao_status nianbao_error_status(const nianbao_error* error);
/* The reason, in Chinese; empty text for NULL. */
NIANBAO_C_API const char* nianbao_error_message(const nianbao_error* error, int64_t* length);
NIANBAO_C_API void nianbao_error_free(nianbao_error* error);

/* ---- The engine: the faces, found and opened once ---- */

/* A face, chosen for a role. */
typedef struct nianbao_face {
    int64_t size;
    int64_t role;      /* NIANBAO_FACE_TITLE … NIANBAO_FACE_LATIN */
    nianbao_text file; /* of the font */
    int64_t index;     /* in a collection of faces, from 1; 0: the one that is known by its
                          name, else the first */
} nianbao_face;

typedef struct nianbao_engine_options {
    int64_t size;
    const nianbao_text* fonts; /* "ROLE=PATH" or "ROLE=PATH#INDEX"; roles: title body
                                  heading1 heading2 table latin */
    int64_t font_count;
    const nianbao_text* folders; /* looked through before the system's */
    int64_t folder_count;
    int64_t no_system_fonts;   /* truth: only those named here and the free set that comes
                                  with nianbao */
    const nianbao_face* faces; /* the same as `fonts`, by members */
    int64_t face_count;
} nianbao_engine_options;

/* Finds and opens the faces, which takes some 20 ms: keep the engine for all reports.
 * FAILED: a role has no face at all, or a file named here cannot be used. Free with
 * nianbao_engine_free. */
NIANBAO_C_API nianbao_status nianbao_engine_open(const nianbao_engine_options* options,
                                                 nianbao_engine** engine, nianbao_error** error);
NIANBAO_C_API void nianbao_engine_free(nianbao_engine* engine);

/* ---- Data: one office's report for one year, as nianbao's data file ---- */

/* Copies the bytes, without looking at them yet. `name` is the file's name in messages
 * and places; none: "data". `format`: one of NIANBAO_FORMAT_…, else INVALID. Bytes of a
 * workbook or Word file are read as such in whatever format. Free with nianbao_data_free. */
NIANBAO_C_API nianbao_status nianbao_data_from_bytes(const char* bytes, int64_t length,
                                                     const char* name, int64_t name_length,
                                                     int32_t format, nianbao_data** data,
                                                     nianbao_error** error);
/* Names a file (.json is JSON, else YAML). Each check and each render reads it anew, and
 * is FAILED if it cannot be read. Free with nianbao_data_free. */
NIANBAO_C_API nianbao_status nianbao_data_from_file(const char* path, int64_t path_length,
                                                    nianbao_data** data, nianbao_error** error);
NIANBAO_C_API void nianbao_data_free(nianbao_data* data);

/* ---- Checking ---- */

typedef struct nianbao_check_options {
    int64_t size;
    const nianbao_text* disabled; /* codes of rules that are not run: "T3-01" */
    int64_t disabled_count;
    nianbao_text previous;             /* last year's: a data file or a folder of them, read by the
                                          call; for the rules that need it */
    nianbao_text deadline;             /* of publication, "2024-01-31"; none: the law's */
    const nianbao_data* previous_data; /* last year's, as data; not together with previous */
    int64_t evidence;                  /* truth: the outcome has the figures of the prose, see
                                          nianbao_outcome_figure */
} nianbao_check_options;

/* Reads the data and runs the rules: ACCEPTED or REFUSED, with all findings in the order
 * of the file. Needs no engine, so it does not see characters that no face has. USAGE: no
 * such rule, not a date, previous together with previous_data. FAILED: a file cannot be
 * read. Free the outcome with nianbao_outcome_free. */
NIANBAO_C_API nianbao_status nianbao_check(const nianbao_data* data,
                                           const nianbao_check_options* options,
                                           nianbao_outcome** outcome, nianbao_error** error);

/* ---- Rendering ---- */

/* A setting of the page, as layout: in a data file has it: "page_number", "centred". */
typedef struct nianbao_setting {
    int64_t size;
    nianbao_text name, value;
} nianbao_setting;

typedef struct nianbao_render_options {
    int64_t size;
    int64_t force;    /* truth: make the outputs in spite of errors that the rules found, and
                         write over files that somebody else wrote (O-01) */
    int64_t no_check; /* truth: do not run the rules; then force only writes over files */
    const nianbao_text* disabled; /* rules that are not run: "T3-01", "T3", "W-*" */
    int64_t disabled_count;
    nianbao_text previous;      /* last year's, as for checking */
    const nianbao_text* layout; /* "NAME=VALUE", as layout: in a data file has them */
    int64_t layout_count;
    int64_t show_grid;   /* truth: draw the grid and the boxes of the lines; of PDFs */
    int64_t attach_data; /* truth: the PDF (PDF/A-3a), page or Word file carries its data,
                            written anew */
    nianbao_text date;   /* "2023-01-18": of the PDF, if the report tells none; none: no date */
    nianbao_text output; /* the file to write; none: `write` gets the bytes; neither:
                            nianbao_outcome_bytes returns them */
    nianbao_write write;
    nianbao_progress progress; /* of the five stages: read, check, compose, typeset, write */
    nianbao_cancel cancel;     /* between them */
    void* user;
    const nianbao_data* previous_data; /* last year's, as for checking */
    /* Names of the outputs: "pdf". None: as the ending of `output` says, else the PDF. With
       several, `output` is an existing folder, and each is named after the data. nianbao
       help render lists the names. */
    const nianbao_text* to;
    int64_t to_count;
    const nianbao_setting* settings; /* the same as `layout`, by members */
    int64_t setting_count;
    int64_t seal; /* truth: the copy that goes up for signature, with room for a seal and a
                     field for a digital signature; else the one to publish; of PDFs */
} nianbao_render_options;

/* Reads, checks and sets one report and writes its outputs, in some 10 ms: WRITTEN or
 * REFUSED, with all findings in the order of the file. If REFUSED, nothing was written.
 * The same data, options and faces give the same bytes as the command line. `engine` may
 * be NULL if no output needs fonts. USAGE: a wrong value, an ending that no output has,
 * an option that none of the outputs can honour, or two that exclude each other. FAILED: a file
 * cannot be read or written, `write` refused, or a face is broken. CANCELLED: the cancel callback
 * said so. Free the outcome with nianbao_outcome_free. */
NIANBAO_C_API nianbao_status nianbao_render(const nianbao_engine* engine, const nianbao_data* data,
                                            const nianbao_render_options* options,
                                            nianbao_outcome** outcome, nianbao_error** error);

/* ---- Outcomes ---- */

/* One mistake. Texts belong to the outcome. */
typedef struct nianbao_finding {
    int64_t size;
    int64_t severity;      /* NIANBAO_ERROR, NIANBAO_WARNING or
                              NIANBAO_ADVICE */
    int64_t line, column;  /* where it stands in the file, from 1, see place; 0: not known */
    int64_t length;        /* code points from there that are meant; 0: the place alone */
    nianbao_text rule;     /* a stable code: "T3-01" */
    nianbao_text field;    /* path of English keys: "applications.received.total" */
    nianbao_text message;  /* Chinese, for the clerk */
    nianbao_text hint;     /* what to do about it; may be empty */
    nianbao_text waived;   /* the reason, if the data file waives it; a waived error stops
                              nothing */
    int64_t remedies;      /* bits of NIANBAO_REMEDY_… */
    nianbao_text subject;  /* of a remedy: the role of a face; may be empty */
    nianbao_text reviewed; /* by whom and when a second reader ticked it (核对记录), and what
                              was said; may be empty */
    int64_t place;         /* NIANBAO_PLACE_…: what line and column count */
    nianbao_text sheet;    /* of a cell its sheet, of a table its name: "表二"; else empty */
} nianbao_finding;

/* A figure of the prose, and what it was held against. Texts belong to the outcome. */
typedef struct nianbao_figure {
    int64_t size;
    int64_t held;          /* NIANBAO_AGREES, NIANBAO_CONTRADICTS or NIANBAO_NOT_COMPARED */
    int64_t line, column;  /* where it stands in the file, as for findings; what they count
                              is told by nianbao_outcome_json */
    int64_t length;        /* code points */
    nianbao_text field;    /* path of English keys: "overview" */
    nianbao_text said;     /* as it is written, with its unit */
    nianbao_text against;  /* the cell or sum with its value, or the message of the finding,
                              Chinese; empty if it was not compared */
    nianbao_text reviewed; /* as for findings */
} nianbao_figure;

/* NIANBAO_WRITTEN, NIANBAO_ACCEPTED or NIANBAO_REFUSED; -1 for NULL. */
NIANBAO_C_API int32_t nianbao_outcome_status(const nianbao_outcome* outcome);
/* The output, if it was written to memory; the first of several. Else NULL and length
 * 0. */
NIANBAO_C_API const char* nianbao_outcome_bytes(const nianbao_outcome* outcome, int64_t* length);
/* The output with that name, "pdf", if it was written to memory. Else NULL and length
 * 0. */
NIANBAO_C_API const char* nianbao_outcome_bytes_of(const nianbao_outcome* outcome, const char* to,
                                                   int64_t to_length, int64_t* length);
/* How many findings there are, warnings and waived ones too; 0 for NULL. */
NIANBAO_C_API int64_t nianbao_outcome_finding_count(const nianbao_outcome* outcome);
/* Fills in the finding with that index, from 0, up to the struct's size. REQUIRES:
 * finding->size is set. INVALID: no such index. */
NIANBAO_C_API nianbao_status nianbao_outcome_finding(const nianbao_outcome* outcome, int64_t index,
                                                     nianbao_finding* finding,
                                                     nianbao_error** error);
/* The finding for people, in lines: the message with its place, the line of the file with
 * carets, the hint. NULL if there is no such index. */
NIANBAO_C_API const char* nianbao_outcome_finding_text(const nianbao_outcome* outcome,
                                                       int64_t index, int64_t* length);
/* How many figures of the prose there are, if a check asked for `evidence`; else 0. */
NIANBAO_C_API int64_t nianbao_outcome_figure_count(const nianbao_outcome* outcome);
/* Fills in the figure with that index, from 0, in the order of the text, up to the
 * struct's size. REQUIRES: figure->size is set. INVALID: no such index. */
NIANBAO_C_API nianbao_status nianbao_outcome_figure(const nianbao_outcome* outcome, int64_t index,
                                                    nianbao_figure* figure, nianbao_error** error);
/* The outcome as in the "files" of a job's answer: {"file", "status", "output",
 * "findings": [...]}. */
NIANBAO_C_API const char* nianbao_outcome_json(const nianbao_outcome* outcome, int64_t* length);
NIANBAO_C_API void nianbao_outcome_free(nianbao_outcome* outcome);

/* ---- Jobs: any command of the command line ---- */

typedef struct nianbao_job_options {
    int64_t size;
    nianbao_progress progress; /* of the files */
    nianbao_cancel cancel;     /* between them */
    void* user;
} nianbao_job_options;

/* Runs a command of those that nianbao help lists, written as JSON: {"command":
 * "render", "files": ["a.yaml", "b/"], "output": "out/", "force": true, "disable":
 * ["T3-01"]}. Every option of the command goes by its long name: a switch is true or
 * false; an option that may be repeated takes a list, one that is NAME=VALUE an object;
 * null is as if it were not there. In names of files "\udc80" to "\udcff" are the bytes
 * 80 to FF where they are no UTF-8, as os.fsdecode of Python gives them. There is no
 * standard input or output: "-" is wrong usage. The job uses the faces of `engine`,
 * which may be NULL, unless it names its own. USAGE: no such command or option, or a
 * wrong value. FAILED: the machine failed before the first file; later failures are in
 * the answer, each with its file. CANCELLED: the answer is there too, and says which
 * files were done. Free the answer with nianbao_answer_free. */
NIANBAO_C_API nianbao_status nianbao_run_job(const nianbao_engine* engine, const char* json,
                                             int64_t length, const nianbao_job_options* options,
                                             nianbao_answer** answer, nianbao_error** error);
/* What the command line prints with --format json: {"files": [{"file", "status",
 * "output", "findings": [...]}], "left": [...], "summary": {...}}, as far as the command
 * has them, and "text" if it also or only gives what people read: a difference, rules, a
 * schema, the help. */
NIANBAO_C_API const char* nianbao_answer_json(const nianbao_answer* answer, int64_t* length);
/* The exit code of the command line: 0 all written or clean, 1 errors in the data, 3 the
 * machine failed on a file; of a cancelled job that of the files that were done; -1 for
 * NULL. */
NIANBAO_C_API int32_t nianbao_answer_exit(const nianbao_answer* answer);
NIANBAO_C_API void nianbao_answer_free(nianbao_answer* answer);

#ifdef __cplusplus
}
#endif

#endif
