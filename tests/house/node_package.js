// Tests the package for Node where it is installed: node node_package.js SOURCE PROGRAM REPORTS. PROGRAM is the command line's; REPORTS
// are rendered with as many threads as koffi has. Prints "all is well" if it is.
'use strict';

const assert = require('node:assert/strict');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { Worker, isMainThread, workerData } = require('node:worker_threads');
const { createRequire } = require('node:module');

const here = createRequire(path.join(process.cwd(), 'here.js'));
const nianbao = here('nianbao');
const [source, program, reports] = isMainThread ? process.argv.slice(2) : workerData;
const example = path.join(source, 'examples/huaian-2024.json'), small = path.join(source, 'tests/cases/small.yaml');
const scratch = isMainThread ? fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-node-')) : '';

/** What the command line makes of it. */
function expected(data, ...words) {
    const place = path.join(scratch, 'expected.pdf');
    execFileSync(program, ['render', data, '-o', place, ...words], { stdio: 'ignore' });
    return fs.readFileSync(place);
}
/** The small report with a row that does not add up. */
function wrong() {
    const text = fs.readFileSync(small, 'utf8'), row = 'received: [2, 0, 0, 0, 0, 0, 2]';
    assert(text.includes(row));
    return Buffer.from(text.replace(row, 'received: [0, 0, 0, 0, 0, 0, 0]'));
}

const tests = {
    structs_are_those_of_the_header() {
        const header = fs.readFileSync(path.join(source, 'include/nianbao/nianbao.h'), 'utf8').replace(/\/\*[^]*?\*\//g, '');
        const { structs, functions } = here('nianbao/library.js');
        for (const [name, members] of Object.entries(structs)) {
            const inside = header.match(new RegExp(`typedef struct nianbao_${name} \\{([^}]*)\\}`))[1];
            const known = inside.split(';').map((line) => line.trim().split(/[\s*]+/).at(-1)).filter((member) => member);
            assert.deepEqual(Object.keys(members), name === 'engine_options' ? known.slice(0, Object.keys(members).length) : known, name);
        }
        for (const [name, { info }] of Object.entries(functions)) {
            const words = header.match(new RegExp(`nianbao_${name}\\(([^)]*)\\);`))[1];
            assert.equal(info.arguments.length, words === 'void' ? 0 : words.split(',').length, name);
        }
    },
    async the_first_pdf_is_that_of_the_command_line() {
        const place = path.join(scratch, 'report.pdf');
        const outcome = await nianbao.render(example, { output: place });
        assert.equal(outcome.status, 'written');
        assert.deepEqual(outcome.files, [place]);
        assert.deepEqual(fs.readFileSync(place), expected(example));
        assert.deepEqual([outcome.agency, outcome.year, outcome.ok], ['淮安市人民政府', 2024, true]);
        assert.throws(() => outcome.content, RangeError);
    },
    the_program_of_the_readme_does_what_it_says() {
        const text = fs.readFileSync(path.join(source, 'package/node/README.md'), 'utf8').match(/```js\n([^]*?)```/)[1];
        assert(text.split('\n').length <= 11);
        const folder = path.join(scratch, 'readme');
        fs.mkdirSync(folder);
        fs.symlinkSync(path.join(process.cwd(), 'node_modules'), path.join(folder, 'node_modules'));
        fs.copyFileSync(small, path.join(folder, 'report.yaml'));
        fs.writeFileSync(path.join(folder, 'program.js'), text);
        assert(execFileSync(process.execPath, ['program.js'], { cwd: folder, encoding: 'utf8' }).endsWith('written\n'));
        assert.deepEqual(fs.readFileSync(path.join(folder, 'report.pdf')), expected(small));
    },
    async every_kind_of_source_and_output() {
        const pdf = expected(small), outcome = await nianbao.render(small, { to: ['pdf', 'docx', 'html', 'text'] });
        assert.deepEqual(Object.keys(outcome.outputs), ['pdf', 'docx', 'html', 'text']);
        assert.deepEqual(outcome.content, pdf);
        assert.deepEqual(outcome.files, []);
        assert(outcome.outputs.text.toString().includes('清河县水务局'));
        nianbao.runSync('convert', small, { output: path.join(scratch, 'small.json') });
        const report = JSON.parse(fs.readFileSync(path.join(scratch, 'small.json'), 'utf8'));
        const bytes = fs.readFileSync(small);
        for (const data of [bytes, new Uint8Array(bytes), report, nianbao.Data.fromBytes(bytes, { name: '小', format: 'yaml' }), nianbao.Data.fromFile(small)])
            assert.deepEqual(nianbao.renderSync(data).content, pdf);
        assert.throws(() => nianbao.checkSync({ year: NaN }), RangeError);
        assert.throws(() => nianbao.Data.fromBytes(bytes, { format: 'toml' }), RangeError);
    },
    async options_reach_the_library() {
        const signed = path.join(source, 'tests/files/database.yaml');
        assert.deepEqual((await nianbao.render(small, { layout: { page_number: 'centred' } })).content, expected(small, '--layout', 'page_number=centred'));
        assert.deepEqual((await nianbao.render(signed, { seal: true })).content, expected(signed, '--seal'));
        assert.deepEqual((await nianbao.render(small, { attachData: true })).content, expected(small, '--attach-data'));
        assert.deepEqual(nianbao.renderSync(wrong(), { noCheck: true }).findings, []);
        assert(nianbao.renderSync(wrong(), { force: true }).ok);
        const rules = (options) => nianbao.checkSync(wrong(), options).findings.map((finding) => finding.rule);
        assert(rules({}).includes('T3-01'));
        assert(!rules({ disabled: ['T3-01'] }).includes('T3-01'));
        const figures = nianbao.checkSync(example, { evidence: true }).figures;
        assert(figures.length > 10 && figures.every((figure) => figure.said !== ''));
        const told = nianbao.checkSync(small, { previous: small }).findings;
        assert.notDeepEqual(told, nianbao.checkSync(small).findings);
        assert.deepEqual(nianbao.checkSync(small, { previous: fs.readFileSync(small) }).findings.map((one) => one.rule), told.map((one) => one.rule));
    },
    mistakes_are_values() {
        const outcome = nianbao.checkSync(wrong());
        assert.deepEqual([outcome.status, outcome.ok], ['refused', false]);
        const finding = outcome.findings.find((one) => one.rule === 'T3-01');
        assert.deepEqual([finding.severity, finding.stops, finding.field], ['error', true, 'applications.received.natural_person']);
        assert.deepEqual(finding.place, { line: 9, column: 14, length: 1 });
        assert(finding.told.startsWith('data:9:14: 错误 T3-01: 自然人：本年新收 0 加上年结转 0'));
        assert.equal(String(finding), finding.told);
        assert.deepEqual(finding.values, { found: '0', expected: '2', difference: '2' });
        assert(Object.isFrozen(finding));
        const refused = nianbao.renderSync(wrong(), { output: path.join(scratch, 'none.pdf') });
        assert.deepEqual([refused.status, refused.files], ['refused', []]);
        assert(!fs.existsSync(path.join(scratch, 'none.pdf')));
    },
    async a_text_where_a_list_is_meant_is_one_of_it() {
        assert.equal(nianbao.checkSync(wrong(), { disabled: 'T3-01' }).findings.filter((one) => one.rule === 'T3-01').length, 0);
        for (const folders of ['/nowhere', ['/nowhere']])
            assert.throws(() => new nianbao.Engine({ folders }), (thrown) => thrown instanceof nianbao.Failure && thrown.message.includes('/nowhere'));
    },
    async values_of_another_type_are_type_errors() {
        for (const source of [5, null, undefined, true]) assert.throws(() => nianbao.checkSync(source), TypeError);
        assert.throws(() => nianbao.Data.fromFile(5), TypeError);
        for (const options of [{ output: 5 }, { force: 'no' }, { seal: 0 }, { signal: 5 }, { progress: 5 }, { date: new Date() }, { to: 5 }])
            assert.throws(() => nianbao.renderSync(small, options), TypeError, Object.keys(options)[0]);
        for (const options of [{ deadline: new Date() }, { evidence: 1 }, { disabled: [5] }]) assert.throws(() => nianbao.checkSync(small, options), TypeError);
        assert.throws(() => new nianbao.Engine({ systemFonts: 'no' }), TypeError);
        assert(!fs.existsSync('5'));
        nianbao.renderSync(small, { force: null, output: undefined, signal: null });
    },
    async failures_are_thrown() {
        await assert.rejects(nianbao.render('absent.yaml'), (thrown) => thrown instanceof nianbao.Failure && thrown.message.includes('不能读取 absent.yaml：没有这个文件'));
        await assert.rejects(nianbao.render(small, { to: 'odt' }), nianbao.Usage);
        await assert.rejects(nianbao.render(small, { noSuchOption: 1 }), nianbao.Usage);
        assert.throws(() => nianbao.checkSync(small, { disabled: ['X-99'] }), nianbao.Usage);
        assert.throws(() => nianbao.runSync('没有'), nianbao.NianbaoError);
        assert.throws(() => new nianbao.Engine({ fonts: { title: '/no.ttf' } }), nianbao.Failure);
        assert.throws(() => nianbao.Data.fromFile('a\0b'), nianbao.Usage);
    },
    async progress_and_cancelling() {
        for (const render of [nianbao.render, async (...words) => nianbao.renderSync(...words)]) {
            const seen = [];
            await render(small, { progress: (done, all) => seen.push([done, all]) });
            assert.deepEqual(seen.at(-1), [seen.at(-1)[1], seen.at(-1)[1]]);
            await assert.rejects(render(small, { signal: AbortSignal.abort() }), nianbao.Cancelled);
            await assert.rejects(render(small, { progress: () => { throw new RangeError('told'); } }), /told/);
            await assert.rejects(render(small, { progress: (done, all) => { if (done === all) throw new RangeError('last'); } }), /last/);
        }
    },
    async a_cancelled_command_tells_what_was_done() {
        for (const run of [nianbao.run, async (...words) => nianbao.runSync(...words)]) {
            const enough = new AbortController();
            const thrown = await run('fix', [small, example], { signal: enough.signal, progress: () => enough.abort() }).catch((one) => one);
            assert(thrown instanceof nianbao.Cancelled);
            assert.deepEqual(thrown.answer.files.map((file) => [file.file, file.status]), [[small, 'accepted']]);
        }
    },
    async any_command() {
        const made = await nianbao.run('new', [], { output: path.join(scratch, '新.yaml'), agency: '清河县水务局', year: 2024 });
        assert.equal(made.exit, 0);
        assert(fs.readFileSync(path.join(scratch, '新.yaml'), 'utf8').includes('清河县水务局'));
        const answer = nianbao.runSync('render', [small, example], { output: path.join(scratch, 'out'), layout: { page_number: 'centred' }, force: true });
        assert.deepEqual(answer.files.map((file) => file.status), ['written', 'written']);
        assert.deepEqual(fs.readFileSync(path.join(scratch, 'out/small.pdf')), expected(small, '--layout', 'page_number=centred'));
        assert(nianbao.runSync('schema').text.includes('"$schema"'));
        assert(nianbao.runSync('fonts', [], { noSystemFonts: true }).text.includes('FandolFang-Regular'));
    },
    async many_at_once() {
        const engine = new nianbao.Engine(), data = nianbao.Data.fromFile(small), pdf = expected(small);
        for (let left = Number(reports); left > 0; left -= 100) {
            const made = await Promise.all(Array.from({ length: Math.min(left, 100) }, () => engine.render(data)));
            assert(made.every((outcome) => outcome.content.equals(pdf)));
        }
    },
    async in_workers() {
        const worker = () => new Promise((resolve, reject) => new Worker(__filename, { workerData: [source, program, reports] }).once('message', resolve).once('error', reject));
        const pdf = expected(small);
        for (const made of await Promise.all([worker(), worker()])) assert(pdf.equals(made));
    },
};

async function main() {
    for (const [name, test] of Object.entries(tests)) {
        try {
            await test();
        } catch (thrown) {
            console.error(name, thrown);
            process.exitCode = 1;
        }
    }
    fs.rmSync(scratch, { recursive: true });
    if (!process.exitCode) console.log('all is well');
}

if (isMainThread) main();
else require('node:worker_threads').parentPort.postMessage(nianbao.renderSync(small).content);
