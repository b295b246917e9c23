// What Chromium's accessibility tree says of the tables of pages: node axtree.mjs PROFILE FILE…; for each file a line
// “FILE: tables, cells, faults”, and a line for each fault. A data cell is right if each header cell that it names is a named
// column or row header of the same table, and if one of each kind that its table has is among them.
import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
const [, , profile, ...files] = process.argv
const chromium = spawn('chromium', ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--force-renderer-accessibility', '--remote-debugging-pipe', '--user-data-dir=' + profile], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
const [, , , to, from] = chromium.stdio
let rest = '', last = 0
const waiting = new Map(), events = new Map()
from.on('data', data => {
  rest += data
  for (let end = rest.indexOf('\0'); end >= 0; end = rest.indexOf('\0')) {
    const message = JSON.parse(rest.slice(0, end))
    rest = rest.slice(end + 1)
    if (message.id) waiting.get(message.id)?.(message)
    else events.get(message.method)?.(message.params)
  }
})
const ask = (method, params = {}, sessionId) => new Promise((done, failed) => {
  waiting.set(++last, message => message.error ? failed(new Error(method + ': ' + message.error.message)) : done(message.result))
  to.write(JSON.stringify({ id: last, method, params, sessionId }) + '\0')
})
const { targetId } = await ask('Target.createTarget', { url: 'about:blank' })
const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true })
const page = (method, params) => ask(method, params, sessionId)
await page('Page.enable')
await page('DOM.enable')
await page('Accessibility.enable')
for (const file of files) {
  const loaded = new Promise(done => events.set('Page.loadEventFired', done))
  await page('Page.navigate', { url: pathToFileURL(file).href })
  await loaded
  await page('DOM.getDocument', { depth: -1 })
  const { nodes } = await page('Accessibility.getFullAXTree')
  const by_id = new Map(nodes.map(node => [node.nodeId, node]))
  const within = (node, role) => {
    for (let own = node; own; own = by_id.get(own.parentId)) if (own.role?.value === role) return own
  }
  const attributes = async node => {
    const { node: element } = await page('DOM.describeNode', { backendNodeId: node.backendDOMNodeId })
    return Object.fromEntries((element.attributes ?? []).flatMap((name, at, all) => at % 2 ? [] : [[name, all[at + 1]]]))
  }
  const headers = new Map(), kinds = new Map(), cells = [], faults = []
  for (const node of nodes) {
    const role = node.role?.value, table = within(node, 'table')
    if (role === 'columnheader' || role === 'rowheader') {
      const { id } = await attributes(node)
      if (id) headers.set(id, { role, table, name: node.name?.value ?? '' })
      if (id && table) (kinds.get(table.nodeId) ?? kinds.set(table.nodeId, new Set()).get(table.nodeId)).add(role)
    } else if (role === 'cell' || role === 'gridcell') {
      cells.push({ table, name: node.name?.value ?? '', named: (await attributes(node)).headers })
    }
  }
  let data = 0
  for (const cell of cells) {
    if (cell.named === undefined) continue  // a label
    ++data
    const named = cell.named.split(' ').map(id => headers.get(id))
    const roles = new Set(named.map(header => header?.role))
    if (!cell.table) faults.push(`${cell.name}: in no table`)
    else if (named.some(header => !header || header.name === '' || header.table !== cell.table)) faults.push(`${cell.name}: a header that is none (${cell.named})`)
    else if ([...kinds.get(cell.table.nodeId)].some(kind => !roles.has(kind))) faults.push(`${cell.name}: names only ${[...roles]}`)
  }
  const tables = nodes.filter(node => node.role?.value === 'table' && !node.ignored).length
  console.log(`${file}: ${tables} tables, ${data} cells, ${faults.length} faults`)
  for (const fault of faults) console.log('  ' + fault)
}
await ask('Browser.close').catch(() => {})
chromium.kill()
process.exit(0)
