// What a second parser sees of pages: node parse5.mjs OUTSIDE FILE…; for each file a line with its text, and a line for each
// table and cell, as tests/notation/second_parser.cpp writes them of our own reader.
import { readFileSync } from 'node:fs'
const [, , outside, ...files] = process.argv
const { parse } = await import(outside + '/parse5/dist/index.js')

const unseen = new Set(['audio', 'button', 'canvas', 'datalist', 'iframe', 'nav', 'noembed', 'noframes', 'noscript', 'object', 'script', 'select', 'style', 'svg', 'template', 'textarea', 'title', 'video', 'xmp', 'head'])
const attribute = (node, name) => node.attrs?.find(a => a.name === name)?.value
const hidden = node => {
  const style = (attribute(node, 'style') ?? '').toLowerCase().replace(/[ \t\r\n]/g, '')
  return attribute(node, 'hidden') !== undefined || /display:none|visibility:hidden|mso-hide:all/.test(style)
}
const seen = node => !unseen.has(node.nodeName) && !hidden(node)
const bare = text => text.replace(/[\u0000-\u0020\u007f\u00a0\u2002-\u200b\u3000\ufeff\u00ad]/g, '')
/// The text of a node, without that of the tables in it if they are left.
const text_of = (node, left) => {
  if (node.nodeName === '#text') return node.value
  if (node.childNodes === undefined || (node.tagName && !seen(node)) || (left && node.nodeName === 'table')) return ''
  return node.childNodes.map(child => text_of(child, left)).join('')
}
const span = (node, name, least) => {
  const digits = /^[0-9]*/.exec(attribute(node, name) ?? '')[0]
  const number = digits === '' || digits.length > 9 ? -1 : Number(digits)
  return number < least ? 1 : number
}
const tables_in = (node, found = []) => {
  for (const child of node.childNodes ?? []) {
    if (child.tagName && !seen(child)) continue
    if (child.nodeName === 'table') found.push(child)
    tables_in(child, found)
  }
  return found
}
const rows_of = table => table.childNodes.flatMap(child => child.nodeName === 'tr' ? [child] : /^t(body|head|foot)$/.test(child.nodeName) && seen(child) ? child.childNodes.filter(one => one.nodeName === 'tr') : []).filter(row => !hidden(row))
const most_columns = 200
const cells_of = table => {
  const rows = rows_of(table), taken = Array(most_columns).fill(0), lines = []
  rows.forEach((row, at) => {
    let column = 0
    for (const cell of row.childNodes) {
      if ((cell.nodeName !== 'td' && cell.nodeName !== 'th') || hidden(cell)) continue
      while (column < most_columns && taken[column] > at) ++column
      if (column === most_columns) break
      const wide = span(cell, 'colspan', 1), high = span(cell, 'rowspan', 0)
      let columns = 1
      while (columns < wide && column + columns < most_columns && taken[column + columns] <= at) ++columns
      const own = high === 0 ? rows.length - at : Math.min(high, rows.length - at)
      lines.push(`cell ${at} ${column} ${own} ${columns} ${bare(text_of(cell, true))}`)
      taken.fill(at + own, column, column + columns)
      column += columns
    }
  })
  return lines
}
for (const file of files) {
  const page = parse(readFileSync(file, 'utf8'))
  console.log('page')
  console.log('text ' + bare(text_of(page, false)))
  for (const table of tables_in(page)) console.log(['table', ...cells_of(table)].join('\n'))
}
