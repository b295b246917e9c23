// node resave.mjs FOLDER exceljs|sheetjs FILE.xlsx NEW.xlsx...: opens each workbook in that library and saves it as another file.
import { createRequire } from 'module';
import fs from 'fs';
import path from 'path';

const [folder, program, ...files] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(folder), 'x.js'));
for (let i = 0; i + 1 < files.length; i += 2) {
    if (program === 'exceljs') {
        const ExcelJS = require('./exceljs/dist/exceljs.min.js');
        const book = new ExcelJS.Workbook();
        await book.xlsx.load(fs.readFileSync(files[i]));
        fs.writeFileSync(files[i + 1], Buffer.from(await book.xlsx.writeBuffer()));
    } else {
        const XLSX = require('./@e965/xlsx/dist/xlsx.full.min.js');
        const book = XLSX.read(fs.readFileSync(files[i]), { cellFormula: true, cellNF: true });
        fs.writeFileSync(files[i + 1], XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }));
    }
}
