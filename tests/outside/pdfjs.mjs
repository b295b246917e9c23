// node pdfjs.mjs FOLDER FILE: the text as pdf.js reads it, every page's drawing read too; its warnings on standard error.
import fs from 'fs';
import path from 'path';
import { pathToFileURL } from 'url';

const [folder, file] = process.argv.slice(2);
const home = path.join(folder, 'pdfjs-dist');
// It says that it has no canvas to draw on, which is so.
console.log = console.warn = (...words) => { if (!/polyfill|canvas|Path2D|DOMMatrix/.test(words[0])) process.stderr.write(words.join(' ') + '\n'); };
const pdfjs = await import(pathToFileURL(path.join(home, 'legacy/build/pdf.mjs')));
const document = await pdfjs.getDocument({
  data: new Uint8Array(fs.readFileSync(file)), verbosity: 1, stopAtErrors: true,
  cMapUrl: path.join(home, 'cmaps/'), cMapPacked: true, standardFontDataUrl: path.join(home, 'standard_fonts/'),
}).promise;
for (let number = 1; number <= document.numPages; number++) {
  const page = await document.getPage(number);
  await page.getOperatorList();
  const text = await page.getTextContent({ disableNormalization: true });
  process.stdout.write(text.items.map(item => item.str + (item.hasEOL ? '\n' : '')).join('') + '\n');
}
