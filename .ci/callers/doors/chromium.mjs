// node chromium.mjs PACKAGE FOLDER   as node.mjs, the package as a browser loads it: half of the records in the page's own
// thread, half in its workers

import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { basename, extname, join, resolve } from 'node:path'

const { chromium } = createRequire(resolve(import.meta.dirname, '../../judges/npm/package.json'))('playwright-core')
const [own, folder] = process.argv.slice(2)
const TYPES = { '.mjs': 'text/javascript', '.wasm': 'application/wasm' }

const server = createServer((request, response) => {
  if (request.url === '/') return response.setHeader('content-type', 'text/html').end('<!doctype html><title>vanban</title>')
  const name = basename(request.url)
  response.setHeader('content-type', TYPES[extname(name)] ?? 'text/plain')
  try {
    response.end(readFileSync(join(own, name)))
  } catch {
    response.writeHead(404).end()
  }
})
await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const tab = await browser.newPage()
tab.setDefaultTimeout(120_000)
await tab.goto(`http://127.0.0.1:${server.address().port}/`)

const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
for (const [at, file] of files.entries()) {
  const json = readFileSync(join(folder, file), 'utf8')
  const outcome = await tab.evaluate(async ([json, isWorker]) => {
    const { Invalid, Renderer } = await import('/browser.mjs')
    const sha256 = async (bytes) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    globalThis.renderer ??= new Renderer()
    try {
      const record = JSON.parse(json)
      const document = isWorker ? await renderer.renderAsync(record) : renderer.render(record)
      return { docx: await sha256(document.docx()), pdf: await sha256(document.pdf()) }
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return { problems: error.problems }
    }
  }, [json, at % 2 === 1])
  console.log(JSON.stringify([file.slice(0, -'.json'.length), outcome]))
}
await browser.close()
server.close()
