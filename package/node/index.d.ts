/** nianbao (年报): checks the data of a 政府信息公开工作年度报告, and sets it as PDF, Word file, web page, text.
 *
 *     const outcome = await nianbao.render('report.yaml', { output: 'report.pdf' });
 *
 * Mistakes in the data are findings, which are values. What fails throws a NianbaoError. Calls that answer a Promise run on
 * other threads; any number may run at once, with one Engine. */

/** Where something stands in the data, from 1. A text has lines and columns in characters, and the length of what is meant, 0 for
 * the place alone; a workbook a sheet and a cell; a Word file or page a paragraph and perhaps a character, or a table. */
export type Place =
    | { readonly line: number; readonly column: number; readonly length: number }
    | { readonly sheet: string; readonly cell: string }
    | { readonly paragraph: number; readonly character?: number }
    | { readonly table: string; readonly row: number; readonly column: number };

/** One mistake in the data. */
export interface Finding {
    /** Its stable code, "T3-01". */
    readonly rule: string;
    readonly severity: 'error' | 'warning' | 'advice';
    /** The path of English keys, "applications.received.total". */
    readonly field: string;
    /** null if it is not known. */
    readonly place: Place | null;
    /** Chinese, for the clerk. */
    readonly message: string;
    /** What to do about it; may be empty. */
    readonly hint: string;
    /** Names and figures of the message; a name that comes again has a list. */
    readonly values: Readonly<Record<string, string | readonly string[]>>;
    /** The reason, if the data waives it; a waived error stops nothing. */
    readonly waived: string;
    /** What else the caller can do: "force", "choose_face" …, and of which face or file. */
    readonly remedies: readonly { readonly what: string; readonly subject?: string }[];
    /** Who ticked it, and when. */
    readonly reviewed: string;
    /** All of it in lines for people, with the line of the data and carets below what is meant; empty in a command's answer. */
    readonly told: string;
    /** Whether it stops an output: an error that is not waived. */
    readonly stops: boolean;
    toString(): string;
}

/** A figure of the prose, and what it was held against. */
export interface Figure {
    readonly field: string;
    readonly place: Place | null;
    /** As it is written, with its unit. */
    readonly said: string;
    readonly held: 'agrees' | 'contradicts' | 'not_compared';
    /** The cell or sum with its value, or the message of the finding. */
    readonly against: string;
    readonly reviewed: string;
}

/** What became of one report. */
export interface Outcome {
    readonly file: string;
    /** "refused": there are errors, nothing was made. "accepted": checked, nothing was to be made. */
    readonly status: 'written' | 'unchanged' | 'accepted' | 'refused' | 'failed' | 'passed_over';
    /** Whether there is no error and nothing failed. */
    readonly ok: boolean;
    readonly findings: readonly Finding[];
    /** What was made in memory, by its name, "pdf". */
    readonly outputs: Readonly<Record<string, Buffer>>;
    /** The only output in memory, or the first. Throws RangeError if there is none. */
    readonly content: Buffer;
    /** What was written. */
    readonly files: readonly string[];
    readonly agency: string;
    readonly year?: number;
    /** Of the prose, if they were asked for. */
    readonly figures: readonly Figure[];
    /** Why it failed. */
    readonly failure: string;
}

/** What a command gives. */
export interface Answer {
    /** 0 all is well, 1 errors in the data, 3 the machine failed on a file. */
    readonly exit: number;
    readonly files: readonly Outcome[];
    /** What people read of it: a difference, rules, a schema, the help. */
    readonly text: string;
    /** All that the command line prints with --format json. */
    readonly json: any;
}

/** One office's report for one year. */
export class Data {
    private constructor();
    /** A data file, workbook, Word file or page. It is read by each check and each render. */
    static fromFile(path: string): Data;
    /** The bytes of one. name: what findings call it. */
    static fromBytes(bytes: Uint8Array, options?: { name?: string; format?: 'auto' | 'yaml' | 'json' | 'workbook' | 'article' }): Data;
    /** A report as a data file has it. RangeError for a NaN. */
    static fromObject(report: object, name?: string): Data;
}

/** A path, the bytes of a file, an object as a data file has it, or Data. */
export type Source = string | URL | Uint8Array | Data | object;

export interface CheckOptions {
    /** Rules that are not run: "T3-01", or several, "T3", "W-*". */
    disabled?: string | Iterable<string>;
    /** Last year's report, for the rules that need it; also a folder. */
    previous?: Source;
    /** Of publication, "2024-01-31"; none: the law's. */
    deadline?: string;
    /** Whether the outcome has the figures of the prose. */
    evidence?: boolean;
}

export interface Calls {
    /** Called with the stages or files that are done, and all. What it throws ends the work. */
    progress?: (done: number, all: number) => void;
    /** Ends the work between stages or files, with Cancelled. */
    signal?: AbortSignal;
}

export interface RenderOptions extends Calls {
    /** The file to write, whose ending says what is made; with several outputs a folder. None: the outcome has what was made. */
    output?: string;
    /** "pdf", "docx", "html", "text" …, or several; none: as `output` ends, else a PDF. */
    to?: string | Iterable<string>;
    disabled?: string | Iterable<string>;
    previous?: Source;
    /** Settings of the page, as layout: in a data file has them. */
    layout?: Record<string, string | number | boolean>;
    /** Of the PDF, if the report tells none: "2024-01-18". */
    date?: string;
    /** Make it in spite of errors that the rules found, and write over files of others. */
    force?: boolean;
    /** Do not run the rules. */
    noCheck?: boolean;
    /** Draw the grid and the boxes of the lines. */
    showGrid?: boolean;
    /** The PDF, page or Word file carries its data. */
    attachData?: boolean;
    /** The copy that goes up for signature. */
    seal?: boolean;
}

/** Options of a command by their long names, keys, noSystemFonts: a switch is true, an option that may be repeated takes a list, one
 * that is NAME=VALUE an object. */
export interface JobOptions extends Calls {
    [option: string]: unknown;
}

/** Reads a report and runs the rules. Needs no fonts, so it sees no characters that no face has. */
export function check(source: Source, options?: CheckOptions): Promise<Outcome>;
export function checkSync(source: Source, options?: CheckOptions): Outcome;
/** Engine.render with an engine that is opened by the first call and kept. */
export function render(source: Source, options?: RenderOptions): Promise<Outcome>;
export function renderSync(source: Source, options?: RenderOptions): Outcome;
/** Runs any command of the command line: run('merge', 'reports', { output: 'sum.yaml', year: 2024 }). */
export function run(command: string, files?: string | Iterable<string>, options?: JobOptions): Promise<Answer>;
export function runSync(command: string, files?: string | Iterable<string>, options?: JobOptions): Answer;
/** The version of the library. */
export function version(): string;

/** The fonts, found and opened once, which takes some 20 ms: keep it for all reports. */
export class Engine {
    /** fonts: files by role, { title: 'a.ttf', body: 'b.ttc#2' }; runSync('help', ['render']) tells the roles. folders: one or several, looked
     * through before the system's. systemFonts: false: only the free set that came with nianbao, and what is named here. */
    constructor(options?: { fonts?: Record<string, string>; folders?: string | Iterable<string>; systemFonts?: boolean });
    /** Reads, checks and sets a report, in some 10 ms. If it is refused or fails, nothing was written. */
    render(source: Source, options?: RenderOptions): Promise<Outcome>;
    renderSync(source: Source, options?: RenderOptions): Outcome;
    run(command: string, files?: string | Iterable<string>, options?: JobOptions): Promise<Answer>;
    runSync(command: string, files?: string | Iterable<string>, options?: JobOptions): Answer;
}

/** A call failed. Its text is Chinese, for people. Mistakes in the data are no failures: they are findings. */
export class NianbaoError extends Error {}
/** A value is wrong: no such rule, layout setting, option or output. */
export class Usage extends NianbaoError {}
/** The machine failed: no font, a file that cannot be read or written. */
export class Failure extends NianbaoError {}
/** The signal said so. Nothing was written, or of a command only the files before. */
export class Cancelled extends NianbaoError {
    /** Of a command: what became of the files before. */
    readonly answer?: Answer;
}
/** A fault of the library. Please report it with its text. */
export class Internal extends NianbaoError {}
