// node mammoth.mjs HOME FILE.docx: the page that mammoth makes of a Word file. HOME: build/outside.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [home, file] = process.argv.slice(2);
const mammoth = createRequire(import.meta.url)(`${home}/mammoth/mammoth.browser.min.js`);
const bytes = readFileSync(file);
const made = await mammoth.convertToHtml({ arrayBuffer: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
process.stdout.write(made.value);
