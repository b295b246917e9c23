// Checks and renders reports, and runs any command of the command line. What each does is told in index.d.ts.
'use strict';

const c = require('./library.js');

const formats = { auto: 0, yaml: 1, json: 2, workbook: 3, article: 4 };

class Data {
    #handle;
    constructor(handle) {
        this.#handle = handle;
    }
    static fromFile(path) {
        return new Data(new c.Handle(c.call('data_from_file', c.told(path), -1), 'data_free'));
    }
    static fromBytes(bytes, { name = 'data', format = 'auto' } = {}) {
        if (!Object.hasOwn(formats, format)) throw new RangeError(`format is one of ${Object.keys(formats).join(', ')}, not ${format}`);
        return new Data(new c.Handle(c.call('data_from_bytes', bytes, bytes.byteLength, c.told(name), -1, formats[format]), 'data_free'));
    }
    static fromObject(report, name = 'data') {
        return Data.fromBytes(Buffer.from(JSON.stringify(report, number_alone, 1)), { name, format: 'json' });
    }
    static handle(data) {
        return data.#handle;
    }
}

/** JSON.stringify writes null for NaN, and fails without a path for a bigint. */
function number_alone(name, value) {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${name}: ${value}`);
    return typeof value === 'bigint' ? value.toString() : value;
}

function handle_of(source) {
    if (typeof source === 'string' || source instanceof URL) source = Data.fromFile(source instanceof URL ? require('node:url').fileURLToPath(source) : source);
    else if (source instanceof Uint8Array) source = Data.fromBytes(source);
    else if (source === null || typeof source !== 'object') throw new TypeError(`not a report: ${source}`);
    else if (!(source instanceof Data)) source = Data.fromObject(source);
    return Data.handle(source);
}

/** Last year's: a file or folder by its path, else as data, whose handle the caller keeps. */
function previous_of(previous) {
    if (previous === undefined || previous === null) return [{}, null];
    if (typeof previous === 'string') return [{ previous: c.text(previous) }, null];
    const handle = handle_of(previous);
    return [{ previous_data: handle.value }, handle];
}

function known(options, names) {
    for (const name of Object.keys(options)) {
        if (!names.includes(name)) throw new c.Usage(`没有选项“${name}”`);
    }
}

function finding_of(given, told) {
    const finding = { reviewed: '', remedies: [], ...given, told };
    finding.stops = given.severity === 'error' && given.waived === '';
    Object.defineProperty(finding, 'toString', { value: () => told || `${given.rule} ${given.field}: ${given.message}` });
    return Object.freeze(finding);
}

function outcome_of(given, told = [], outputs = {}) {
    return Object.freeze({
        file: given.file,
        status: given.status,
        ok: ['written', 'unchanged', 'accepted'].includes(given.status),
        findings: Object.freeze(given.findings.map((finding, index) => finding_of(finding, told[index] ?? ''))),
        outputs: Object.freeze(outputs),
        files: Object.freeze((given.outputs ?? [given.output]).filter((place) => place)),
        agency: given.agency ?? '',
        year: given.year,
        figures: Object.freeze((given.evidence ?? []).map(({ figure, ...rest }) => Object.freeze({ reviewed: '', ...rest, said: figure }))),
        failure: given.failure ?? '',
        get content() {
            for (const made of Object.values(outputs)) return made;
            throw new RangeError(`${given.file}: ${given.status}`);
        },
    });
}

/** The outcome as values; its handle is freed. */
function taken(handle, to = []) {
    try {
        const count = Number(c.functions.outcome_finding_count(handle)), told = [], outputs = {};
        for (let index = 0; index < count; ++index) told.push(c.functions.outcome_finding_text(handle, index, null));
        for (const name of to) {
            const made = c.bytes_of(handle, name);
            if (made !== undefined) outputs[name] = made;
        }
        return outcome_of(JSON.parse(c.functions.outcome_json(handle, null)), told, outputs);
    } finally {
        c.functions.outcome_free(handle);
    }
}

function answered(handle) {
    try {
        const json = JSON.parse(c.functions.answer_json(handle, null));
        return Object.freeze({ exit: c.functions.answer_exit(handle), files: Object.freeze(json.files.map((file) => outcome_of(file))), text: json.text ?? '', json });
    } finally {
        c.functions.answer_free(handle);
    }
}

/** A call that was prepared: its function and words, what it takes of the handle, and what must outlive it. */
class Prepared {
    constructor(name, words, take, kept, callbacks = new c.Callbacks()) {
        Object.assign(this, { name, words, take, kept, callbacks });
    }
    #end(failed, handle, free) {
        const left = failed && c.left_by(failed[0]);
        try {
            this.callbacks.end();
        } catch (thrown) {
            if (handle ?? left) free(handle ?? left);
            throw thrown;
        }
        if (left) failed[0].answer = this.take(left);
        if (failed) throw failed[0];
        return this.take(handle);
    }
    sync() {
        let failed, handle;
        try {
            handle = c.call(this.name, ...this.words);
        } catch (thrown) {
            failed = [thrown];
        }
        return this.#end(failed, handle, this.free);
    }
    async async() {
        let failed, handle;
        try {
            handle = await c.call_async(this.name, ...this.words);
        } catch (thrown) {
            failed = [thrown];
        }
        return this.#end(failed, handle, this.free);
    }
    get free() {
        return c.functions[this.name === 'run_job' ? 'answer_free' : 'outcome_free'];
    }
}

function check_of(source, options) {
    known(options, ['disabled', 'previous', 'deadline', 'evidence']);
    const data = handle_of(source), [previous, kept] = previous_of(options.previous);
    const members = { ...c.texts('disabled', 'disabled_count', options.disabled ?? []), deadline: c.text(options.deadline), evidence: c.truth(options.evidence, 'evidence'), ...previous };
    return new Prepared('check', [data.value, c.options('check_options', members)], taken, [data, kept]);
}

const truths = { force: 'force', noCheck: 'no_check', showGrid: 'show_grid', attachData: 'attach_data', seal: 'seal' };

function render_of(engine, source, options) {
    known(options, ['output', 'to', 'disabled', 'previous', 'layout', 'date', 'progress', 'signal', ...Object.keys(truths)]);
    const data = handle_of(source), [previous, kept] = previous_of(options.previous);
    const to = options.to === undefined ? [] : typeof options.to === 'string' ? [options.to] : [...options.to];
    const members = {
        ...c.texts('disabled', 'disabled_count', options.disabled ?? []),
        ...c.texts('layout', 'layout_count', Object.entries(options.layout ?? {}).map(([name, value]) => `${name}=${value}`)),
        ...c.texts('to', 'to_count', to),
        date: c.text(options.date),
        output: c.text(options.output),
        ...previous,
    };
    for (const [name, member] of Object.entries(truths)) members[member] = c.truth(options[name], name);
    const callbacks = new c.Callbacks(options.progress, options.signal);
    Object.assign(members, { progress: callbacks.progress, cancel: callbacks.cancel });
    const names = options.output !== undefined ? [] : to.length > 0 ? to : ['pdf'];
    return new Prepared('render', [engine.value, data.value, c.options('render_options', members)], (handle) => taken(handle, names), [engine, data, kept], callbacks);
}

function job_of(engine, command, files, { progress, signal, ...options }) {
    const job = { command };
    const named = typeof files === 'string' ? [files] : [...files];
    if (named.length > 0) job.files = named;
    for (const [name, value] of Object.entries(options)) {
        if (value !== undefined && value !== null) job[name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)] = value;
    }
    const callbacks = new c.Callbacks(progress, signal);
    const own = c.options('job_options', { progress: callbacks.progress, cancel: callbacks.cancel });
    return new Prepared('run_job', [engine?.value ?? null, JSON.stringify(job), -1, own], answered, [engine], callbacks);
}

class Engine {
    #handle;
    constructor(options = {}) {
        known(options, ['fonts', 'folders', 'systemFonts']);
        const members = {
            ...c.texts('fonts', 'font_count', Object.entries(options.fonts ?? {}).map(([role, file]) => `${role}=${file}`)),
            ...c.texts('folders', 'folder_count', options.folders ?? []),
            no_system_fonts: 1 - c.truth(options.systemFonts ?? true, 'systemFonts'),
        };
        this.#handle = new c.Handle(c.call('engine_open', c.options('engine_options', members)), 'engine_free');
    }
    async render(source, options = {}) {
        return render_of(this.#handle, source, options).async();
    }
    renderSync(source, options = {}) {
        return render_of(this.#handle, source, options).sync();
    }
    async run(command, files = [], options = {}) {
        return job_of(this.#handle, command, files, options).async();
    }
    runSync(command, files = [], options = {}) {
        return job_of(this.#handle, command, files, options).sync();
    }
}

let shared;
const engine = () => (shared ??= new Engine());

const check = async (source, options = {}) => check_of(source, options).async();
const checkSync = (source, options = {}) => check_of(source, options).sync();
const render = async (source, options = {}) => engine().render(source, options);
const renderSync = (source, options = {}) => engine().renderSync(source, options);
const run = async (command, files = [], options = {}) => job_of(undefined, command, files, options).async();
const runSync = (command, files = [], options = {}) => job_of(undefined, command, files, options).sync();
const version = () => c.functions.version();
const { NianbaoError, Usage, Failure, Cancelled, Internal } = c;

module.exports = { Data, Engine, check, checkSync, render, renderSync, run, runSync, version, NianbaoError, Usage, Failure, Cancelled, Internal };
