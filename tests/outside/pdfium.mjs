// node pdfium.mjs FOLDER FILE: the text as PDFium reads it.
import fs from 'fs';
import path from 'path';
import { pathToFileURL } from 'url';

const [folder, file] = process.argv.slice(2);
const { PDFiumLibrary } = await import(pathToFileURL(path.join(folder, '@hyzyla/pdfium/dist/index.esm.js')));
const library = await PDFiumLibrary.init();
const document = await library.loadDocument(fs.readFileSync(file));
for (const page of document.pages()) process.stdout.write(page.getText() + '\n');
document.destroy();
library.destroy();
