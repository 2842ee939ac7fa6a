// readers.cjs <FILES.json >TEXTS.json : the text of DOCX files as two JavaScript readers give it, {file: {engine: text}}.
// docx-preview draws each file in one headless Chromium, and what is seen there (innerText) is its text; page headers are
// left out, since they repeat on each page. officeparser runs here. An engine that fails gives {error: …}.
const fs = require('fs')
const path = require('path')
const { createRequire } = require('module')
const load = createRequire(path.join(__dirname, 'npm/package.json'))
const { chromium } = load('playwright-core')
const { parseOffice } = load('officeparser')
const script = name => path.join(__dirname, 'npm/node_modules', name)

// Playwright gives each start a profile of its own and closes it.
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync']

async function preview(page, data) {
  return page.evaluate(async data => {
    const bytes = Uint8Array.from(atob(data), c => c.charCodeAt(0))
    document.body.replaceChildren()
    await docx.renderAsync(bytes, document.body, document.head, { renderHeaders: false, renderFooters: false })
    return document.body.innerText
  }, data.toString('base64'))
}

const attempt = work => work.catch(error => ({ error: String(error).slice(0, 200) }))

async function main() {
  const files = JSON.parse(fs.readFileSync(0, 'utf8'))
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, args: FLAGS })
  const texts = {}
  try {
    for (const file of files) {
      // A new page a file: what one leaves behind (styles, pictures) is not the next one's.
      const page = await browser.newPage()
      await page.addScriptTag({ path: script('jszip/dist/jszip.min.js') })
      await page.addScriptTag({ path: script('docx-preview/dist/docx-preview.min.js') })
      texts[file] = {
        'docx-preview': await attempt(preview(page, fs.readFileSync(file))),
        officeparser: await attempt(parseOffice(file).then(parsed => parsed.toText())),
      }
      await page.close()
    }
  } finally {
    await browser.close()
  }
  process.stdout.write(JSON.stringify(texts))
}

main().catch(error => { console.error(error); process.exit(1) })
