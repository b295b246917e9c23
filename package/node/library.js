// The C functions of the shared library that lies beside this file, and how a call of one fails. Structs and functions are those of
// nianbao/nianbao.h, which a test compares. Every function may run on threads of koffi's (its `async`).
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const koffi = require('koffi');

const kinds = { linux: 'so', win32: 'dll' };
const place = path.join(__dirname, `nianbao-${process.platform}-${process.arch}.${kinds[process.platform]}`);
if (!fs.existsSync(place)) throw new Error(`nianbao has no library for ${process.platform}-${process.arch}`);
// The stack of calls on other threads has 128 KiB, and a report may need more.
const least = 1 << 20;
if (koffi.config().async_stack_size < least) koffi.config({ async_stack_size: least });
const library = koffi.load(place);

/** A call failed. Its text is Chinese, for people. Mistakes in the data are no failures: they are findings. */
class NianbaoError extends Error {
    constructor(message) {
        super(message);
        this.name = new.target.name;
    }
}
class Usage extends NianbaoError {}
class Failure extends NianbaoError {}
class Cancelled extends NianbaoError {
    answer = undefined;
}
class Internal extends NianbaoError {}
const errors = { 1: Usage, 2: Usage, 3: Failure, 4: Cancelled };

const Text = koffi.struct('nianbao_text', { bytes: 'const char *', length: 'int64_t' });
const Texts = koffi.pointer(Text);
const Progress = koffi.proto('void nianbao_progress(void *user, int64_t done, int64_t all)');
const Cancel = koffi.proto('int32_t nianbao_cancel(void *user)');
const structs = {
    engine_options: {
        size: 'int64_t',
        fonts: Texts,
        font_count: 'int64_t',
        folders: Texts,
        folder_count: 'int64_t',
        no_system_fonts: 'int64_t',
    },
    check_options: {
        size: 'int64_t',
        disabled: Texts,
        disabled_count: 'int64_t',
        previous: Text,
        deadline: Text,
        previous_data: 'void *',
        evidence: 'int64_t',
    },
    render_options: {
        size: 'int64_t',
        force: 'int64_t',
        no_check: 'int64_t',
        disabled: Texts,
        disabled_count: 'int64_t',
        previous: Text,
        layout: Texts,
        layout_count: 'int64_t',
        show_grid: 'int64_t',
        attach_data: 'int64_t',
        date: Text,
        output: Text,
        write: 'void *',
        progress: koffi.pointer(Progress),
        cancel: koffi.pointer(Cancel),
        user: 'void *',
        previous_data: 'void *',
        to: Texts,
        to_count: 'int64_t',
        settings: 'void *',
        setting_count: 'int64_t',
        seal: 'int64_t',
    },
    job_options: { size: 'int64_t', progress: koffi.pointer(Progress), cancel: koffi.pointer(Cancel), user: 'void *' },
};
const types = {};
for (const [name, members] of Object.entries(structs)) types[name] = koffi.struct(`nianbao_${name}`, members);

const declare = (declaration) => library.func(declaration);
const functions = {
    version: declare('const char *nianbao_version()'),
    error_message: declare('const char *nianbao_error_message(void *error, void *length)'),
    error_free: declare('void nianbao_error_free(void *error)'),
    engine_open: declare('int32_t nianbao_engine_open(nianbao_engine_options *options, _Out_ void **engine, _Out_ void **error)'),
    engine_free: declare('void nianbao_engine_free(void *engine)'),
    data_from_bytes: declare('int32_t nianbao_data_from_bytes(const uint8_t *bytes, int64_t length, const char *name, int64_t name_length, int32_t format, _Out_ void **data, _Out_ void **error)'),
    data_from_file: declare('int32_t nianbao_data_from_file(const char *path, int64_t path_length, _Out_ void **data, _Out_ void **error)'),
    data_free: declare('void nianbao_data_free(void *data)'),
    check: declare('int32_t nianbao_check(void *data, nianbao_check_options *options, _Out_ void **outcome, _Out_ void **error)'),
    render: declare('int32_t nianbao_render(void *engine, void *data, nianbao_render_options *options, _Out_ void **outcome, _Out_ void **error)'),
    outcome_bytes_of: declare('void *nianbao_outcome_bytes_of(void *outcome, const char *to, int64_t to_length, _Out_ int64_t *length)'),
    outcome_finding_count: declare('int64_t nianbao_outcome_finding_count(void *outcome)'),
    outcome_finding_text: declare('const char *nianbao_outcome_finding_text(void *outcome, int64_t index, void *length)'),
    outcome_json: declare('const char *nianbao_outcome_json(void *outcome, void *length)'),
    outcome_free: declare('void nianbao_outcome_free(void *outcome)'),
    run_job: declare('int32_t nianbao_run_job(void *engine, const char *json, int64_t length, nianbao_job_options *options, _Out_ void **answer, _Out_ void **error)'),
    answer_json: declare('const char *nianbao_answer_json(void *answer, void *length)'),
    answer_exit: declare('int32_t nianbao_answer_exit(void *answer)'),
    answer_free: declare('void nianbao_answer_free(void *answer)'),
};

/** Text as an argument of a C function: it ends at its NUL, so it has none within. */
function told(value) {
    if (typeof value !== 'string') throw new TypeError(`not a text: ${value}`);
    if (value.includes('\0')) throw new Usage('文字里有 NUL');
    return value;
}
const none = { bytes: null, length: 0 };
const text = (value) => (value === undefined || value === null ? none : { bytes: told(value), length: -1 });
/** A truth as an argument of a C function. */
function truth(value, name) {
    if (value !== undefined && value !== null && typeof value !== 'boolean') throw new TypeError(`${name} is true or false, not ${value}`);
    return value ? 1 : 0;
}
/** A list of texts as two members of a struct. A text alone is one, not its letters. */
function texts(name, count, values) {
    const all = (typeof values === 'string' ? [values] : [...values]).map(text);
    return { [name]: all.length > 0 ? all : null, [count]: all.length };
}
/** Options of a struct: what is not named is 0. */
function options(struct, members) {
    const all = {};
    for (const [name, type] of Object.entries(structs[struct])) all[name] = type === Text ? none : type === 'int64_t' ? 0 : null;
    return Object.assign(all, members, { size: koffi.sizeof(types[struct]) });
}

/** Answers of jobs that were cancelled, by what was thrown, until they are taken. */
const left = new WeakMap();
function left_by(thrown) {
    const handle = left.get(thrown);
    left.delete(thrown);
    return handle;
}

/** The handle that a call made; or throws what its status means. */
function ended(status, handle, error) {
    if (status === 0) return handle[0];
    const message = functions.error_message(error[0], null) ?? '';
    functions.error_free(error[0]);
    const thrown = new (errors[status] ?? Internal)(message);
    if (handle[0]) left.set(thrown, handle[0]);
    throw thrown;
}
function call(name, ...words) {
    const handle = [null], error = [null];
    return ended(functions[name](...words, handle, error), handle, error);
}
/** The same on another thread. */
function call_async(name, ...words) {
    const handle = [null], error = [null];
    return new Promise((resolve, reject) => {
        functions[name].async(...words, handle, error, (failed, status) => {
            try {
                if (failed) throw failed;
                resolve(ended(status, handle, error));
            } catch (thrown) {
                reject(thrown);
            }
        });
    });
}

/** The bytes of an output, in memory of our own. Nothing if it is not in memory. */
function bytes_of(outcome, name) {
    const length = [0];
    const first = functions.outcome_bytes_of(outcome, told(name), -1, length);
    return first === null ? undefined : Buffer.from(koffi.decode(first, 'uint8_t', Number(length[0])));
}

/** Functions of JavaScript for the library to call. What they throw ends the work. */
class Callbacks {
    constructor(progress, signal) {
        if (progress && typeof progress !== 'function') throw new TypeError(`progress is no function: ${progress}`);
        if (signal && typeof signal.aborted !== 'boolean') throw new TypeError(`signal is no AbortSignal: ${signal}`);
        this.thrown = undefined;
        this.registered = [];
        const kept = (callback, type) => {
            const pointer = koffi.register(callback, koffi.pointer(type));
            this.registered.push(pointer);
            return pointer;
        };
        this.progress = !progress ? null : kept((_, done, all) => {
            try {
                if (!this.thrown) progress(Number(done), Number(all));
            } catch (thrown) {
                this.thrown = [thrown];
            }
        }, Progress);
        this.cancel = !progress && !signal ? null : kept(() => (this.thrown || signal?.aborted ? 1 : 0), Cancel);
    }
    end() {
        for (const pointer of this.registered) koffi.unregister(pointer);
        if (this.thrown) throw this.thrown[0];
    }
}

/** A handle, freed once nobody refers to it. */
const freed = new FinalizationRegistry(({ value, free }) => functions[free](value));
class Handle {
    constructor(value, free) {
        this.value = value;
        freed.register(this, { value, free });
    }
}

module.exports = { functions, structs, call, call_async, left_by, bytes_of, text, texts, truth, options, told, Callbacks, Handle, NianbaoError, Usage, Failure, Cancelled, Internal };
