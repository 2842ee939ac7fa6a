// What every step of the page's story needs: the page from the disk, offline, with a count of what it asks for.

import { createRequire } from 'node:module'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const judges = createRequire(resolve(import.meta.dirname, '../judges/npm/package.json'))
const { chromium, firefox } = judges('playwright-core')
export const axe = readFileSync(judges.resolve('axe-core/axe.min.js'), 'utf8')

export const root = resolve(import.meta.dirname, '../..')
// In a checkout of the library alone, what stands beside it is not there.
export const shared = process.env.SHARED ?? resolve(root, '../shared')
export const scratch = mkdtempSync(join(tmpdir(), 'vanban-page-'))
const downloads = join(scratch, 'downloads')

let failures = 0
let step = ''
// A step; what keeps it from its end is told as what does not hold is.
export async function at(name, act) {
  step = name
  console.log(`+ ${name}`)
  try {
    await act()
  } catch (error) {
    must(false, String(error.stack).split('\n').slice(0, 6).join(' | '))
  }
}

// A sentence for what does not hold; the story goes on, so that all is told at once.
export function must(holds, said) {
  if (holds) return true
  failures += 1
  console.log(`FAIL ${step}: ${said}`)
  return false
}

export const equal = (found, wanted, said) =>
  must(JSON.stringify(found) === JSON.stringify(wanted), `${said}: ${JSON.stringify(found)?.slice(0, 400)}, not ${JSON.stringify(wanted)?.slice(0, 400)}`)

export const count = () => failures

export const sha = (bytes) => createHash('sha256').update(bytes).digest('hex')

// The command; what it prints.
export const vanban = (command) => (...given) => {
  try {
    return execFileSync(command, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 })
  } catch (error) {
    return error.stdout
  }
}

export async function launch(page, { width = 1280, height = 900, dark = false, motion = 'no-preference', zoom = 1, scripts = [], flags = [], engine = 'chromium' } = {}) {
  const browser = engine === 'firefox'
    ? await firefox.launch({
      channel: 'moz-firefox', executablePath: '/usr/bin/firefox-esr', downloadsPath: downloads,
      // Its list of what was saved would open over the page, and take the keys.
      firefoxUserPrefs: { 'browser.download.alwaysOpenPanel': false },
    })
    : await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', ...flags] })
  const context = await browser.newContext({
    viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', reducedMotion: motion, offline: true, acceptDownloads: true, deviceScaleFactor: 1,
  })
  for (const script of scripts) await context.addInitScript(script)
  const seen = { requests: [], console: [], usable: 0 }
  const open = async () => {
    const tab = await context.newPage()
    tab.setDefaultTimeout(8_000)
    tab.on('request', (request) => {
      const url = request.url()
      // The page itself, and what it makes of itself.
      if (url !== address && !url.startsWith('blob:')) seen.requests.push(url)
    })
    tab.on('console', (message) => seen.console.push(`${message.type()}: ${message.text()}`))
    tab.on('pageerror', (error) => seen.console.push(String(error)))
    const began = Date.now()
    await tab.goto(address)
    if (zoom !== 1) await tab.evaluate((size) => { document.documentElement.style.fontSize = `${size * 100}%` }, zoom)
    await tab.waitForSelector('html[data-ready]', { timeout: 20_000 })
    seen.usable ||= Date.now() - began
    return tab
  }
  const address = 'file://' + resolve(page)
  return { browser, context, seen, open, tab: await open() }
}

// The text of the whole page, as somebody reads it.
export const textOf = (tab) => tab.evaluate(() => document.body.innerText)

// Waits until the library has answered all that was asked.
export const settled = (tab) => tab.waitForFunction(() => document.documentElement.dataset.busy === undefined)

// What the clerk answers of her sheet's columns, and the values that are the same in all of its papers.
export async function answers(tab, table) {
  for (const [name, text] of [
    [/Mã chi bộ/, 'Đứng đầu tên tệp'], [/làm phiếu nào/, 'Mẫu 1 và Mẫu 2'],
    [/Mẫu 2 ghi tên cơ quan/, 'Đảng ủy phường Bình An'], [/Mẫu 2 ghi cơ quan cấp trên/, 'Đảng bộ tỉnh Bình Giang'],
    [/văn bản của bảng ghi cơ quan cấp trên/, 'Đảng bộ phường Bình An'], [/văn bản của bảng ghi địa danh/, 'Bình An'],
  ]) {
    const field = table.getByLabel(name).first()
    if (await field.evaluate((it) => it.tagName) === 'SELECT') await field.selectOption({ label: text })
    else {
      await field.fill(text)
      await field.press('Tab')
    }
    await tab.waitForTimeout(400)
    await settled(tab)
  }
}

const isFirefox = (tab) => tab.context().browser().browserType().name() === 'firefox'

export async function download(tab, act, timeout = 30_000) {
  if (isFirefox(tab)) return arrival(act, timeout)
  const [download] = await Promise.all([tab.waitForEvent('download', { timeout }), act()])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

// playwright tells of no download that a link in Firefox leads to. Here is the file that the act puts into the folder.
async function arrival(act, timeout) {
  await act()
  const end = Date.now() + timeout
  while (Date.now() < end) {
    const [name, ...others] = existsSync(downloads) ? readdirSync(downloads) : []
    const file = join(downloads, name ?? '')
    // Until it is whole, its part lies there, alone or beside the empty file.
    if (name && others.length === 0 && !name.endsWith('.part') && statSync(file).size > 0) {
      const bytes = readFileSync(file)
      // A second file of its name would get another.
      rmSync(file)
      return { name, bytes }
    }
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`no file after ${timeout} ms`)
}

// All downloads that an act leads to within a while.
export async function picture(tab, name) {
  const folder = process.env.PICTURES
  // For a picture playwright gives the page a style; its policy forbids that, and Firefox says so on the console.
  if (!folder || isFirefox(tab)) return
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true })
  await tab.screenshot({ path: join(folder, `${name}.png`) })
}

export async function accessible(tab, state) {
  await tab.evaluate(axe)
  const { violations } = await tab.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
  for (const it of violations) must(false, `axe, ${state}: ${it.id}: ${it.nodes.slice(0, 3).map((node) => node.target.join(' ')).join('; ')}: ${it.help}`)
}

export function write(name, bytes) {
  const file = join(scratch, name)
  writeFileSync(file, bytes)
  return file
}

// A field's name on the page: the term of the schema, with a capital.
export const capital = (term) => term.charAt(0).toLocaleUpperCase('vi') + term.slice(1)

export function terms(run, kind) {
  const schema = JSON.parse(run('schema', kind))
  const follow = (part) => {
    const of = part?.$ref ? schema.$defs[part.$ref.split('/').at(-1)] : part
    return of?.properties ? of : (of?.anyOf ?? of?.oneOf ?? []).map(follow).find((one) => one?.properties) ?? of
  }
  return (path) => {
    let part = schema
    let field
    for (const name of path.split('.')) {
      field = follow(part).properties[name]
      part = field.items ?? field
    }
    return capital(field.title)
  }
}
