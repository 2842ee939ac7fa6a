// The story's steps 19 and 20: files that are none, a library that stops, a browser that refuses.

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { opened } from './everybody.mjs'
import { at, download, equal, launch, must, picture, root, scratch, settled, shared, textOf, write } from './harness.mjs'

// A sentence is promised within 2 s; a machine that many share is given ten times that.
const LATE = 20_000
const example = (name) => join(root, 'examples/data', `${name}.json`)
const sheet = join(root, 'tests/clerk/cham-diem-thang-6.xlsx')

const draft = (tab) => tab.evaluate(() => JSON.parse(localStorage.getItem('vanban.draft') ?? 'null'))
const place = (tab) => tab.getByLabel(/^Địa danh( \*)?$/).first()

export async function faults(page) {
  await files(page)
  await deaths(page)
  await refusals(page)
}

// Files that are told from what they promise, and those kept of faults.
function bad() {
  const made = (name, bytes) => write(name, bytes)
  const sparse = join(scratch, 'lon.json')
  writeFileSync(sparse, '')
  truncateSync(sparse, 600 * 1024 * 1024)
  const bomb = join(scratch, 'bom.xlsx')
  execFileSync('python3', ['-c', `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as own, zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_DEFLATED, compresslevel=1) as bomb:
    for part in own.infolist():
        with bomb.open(part.filename, 'w', force_zip64=True) as to:
            to.write(own.read(part))
            if 'worksheets/sheet' in part.filename:
                for _ in range(600): to.write(b' ' * (1 << 20))
`, sheet, bomb])
  const form = readFileSync(example('evaluation_form'))
  const docx = join(scratch, 'thu-khac.docx')
  execFileSync('python3', ['-c', `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w') as other: other.writestr('word/document.xml', '<w:document/>')
`, docx])
  const kept = ['break', 'sheets'].flatMap((folder) => {
    const place = join(shared, 'faults', folder)
    return existsSync(place) ? readdirSync(place).map((name) => join(place, name)) : []
  })
  return [sparse, bomb, made('cu.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')), docx,
    made('nua.json', form.subarray(0, form.length >> 1)), made('rong.json', ''), made('rong.xlsx', ''), made('la.xlsx', 'khong phai bang'),
    made('la.ods', 'PK\u0003\u0004'), made('la.csv', Buffer.from([0xff, 0xfe, 0, 0, 1, 2])), made('mang.json', '[[[[1]]]]'), made('sau.json', '['.repeat(100_000)),
    made('so.json', '12'), made('la.pdf', '%PDF-1.7'), made('khong-duoi', 'x'), ...kept]
}

async function files(page) {
  const { browser, seen, tab } = await launch(page)
  const notice = tab.getByRole('region', { name: 'Thông báo' })
  const said = () => notice.locator('p').allTextContents()
  const cdp = await tab.context().newCDPSession(tab)
  await opened(tab, example('evaluation_form'))
  await tab.waitForTimeout(600)
  const before = await draft(tab)
  let worst = 0
  for (const file of bad()) {
    const name = file.split('/').at(-1)
    await at(`19 ${name}`, async () => {
      await tab.evaluate(() => document.querySelector('.notice [role=status]').replaceChildren())
      await tab.getByRole('button', { name: 'Mở tệp…' }).focus()
      const began = Date.now()
      // The browser reads it from the disk: nothing so large goes through the test.
      const { result } = await cdp.send('Runtime.evaluate', { expression: 'document.querySelector("input[type=file]")' })
      await cdp.send('DOM.setFileInputFiles', { files: [file], objectId: result.objectId })
      await notice.locator('p').first().waitFor({ timeout: LATE })
      const took = Date.now() - began
      worst = Math.max(worst, took)
      const sentences = await said()
      console.log(`${took} ms: ${sentences.join(' | ').slice(0, 220)}`)
      equal(sentences.length, 1, 'sentences')
      must(took < LATE, `${took} ms`)
      must(!/\b(error|invalid|expected|unexpected|undefined|failed|line \d|column \d|Error|panicked|unreachable)\b/.test(sentences[0]), `not in Vietnamese: ${sentences[0]}`)
      must(/[à-ỹđ]/i.test(sentences[0]), `not in Vietnamese: ${sentences[0]}`)
      await settled(tab)
      must(await tab.evaluate(() => document.activeElement !== document.body), 'the focus is lost')
      if (sentences[0].startsWith('Đã mở')) {
        // A record or a sheet after all: what was written before is still there.
        await tab.waitForTimeout(500)
        must((await draft(tab)).papers.some((paper) => JSON.stringify(paper.record) === JSON.stringify(before.papers[0].record)), 'the draft is lost')
      } else {
        const now = await draft(tab)
        must(now.papers.some((paper) => JSON.stringify(paper.record) === JSON.stringify(before.papers[0].record)), 'the draft is touched')
      }
    })
  }
  console.log(`the slowest after ${worst} ms`)
  await picture(tab, 'd19-bad-file')
  await at('19 the next file', async () => {
    await opened(tab, example('minutes_forum'))
    equal(await said(), ['Đã mở minutes_forum.json.'], 'the next file')
    await picture(tab, 'd19-next-file')
    must(!decodeURIComponent(await tab.evaluate(() => location.href)).includes('minutes'), 'a name in the address')
  })
  equal([seen.requests, seen.console], [[], []], 'requests, console')
  await browser.close()
}

async function deaths(page) {
  const { browser, seen, tab } = await launch(page)
  const notice = tab.getByRole('region', { name: 'Thông báo' })
  await opened(tab, example('evaluation_form'))
  const ways = {
    closed: () => self.close(),
    'a trap': () => setTimeout(() => {
      // (module (func (export "f") unreachable))
      const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]
      new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.f()
    }),
    'a fault in a call': () => void self.onmessage({ data: { id: 1_000_000, call: 'preview', given: [] } }),
  }
  for (const [name, way] of Object.entries(ways)) {
    await at(`19 the worker ends: ${name}`, async () => {
      await tab.evaluate(() => document.querySelector('.notice [role=status]').replaceChildren())
      const worker = tab.workers().at(-1)
      await worker.evaluate(way).catch(() => {})
      await place(tab).fill(`Nơi ${name}`)
      const began = Date.now()
      await notice.getByText('đã chạy lại').waitFor({ timeout: LATE })
      console.log(`told after ${Date.now() - began} ms`)
      await settled(tab)
      equal(await place(tab).inputValue(), `Nơi ${name}`, 'what was typed')
      must((await tab.locator('.pages svg text').allTextContents()).join(' ').includes(`Nơi ${name}`), 'the pages do not go on')
      await tab.waitForTimeout(400)
      equal((await draft(tab)).papers.at(-1).record.place, `Nơi ${name}`, 'the draft')
    })
  }
  await picture(tab, 'd19-restarted')
  await at('19 a sheet outlives its worker', async () => {
    await opened(tab, sheet)
    const table = tab.getByRole('region', { name: 'Bảng' })
    await tab.workers().at(-1).evaluate(ways.closed).catch(() => {})
    const saved = await download(tab, () => table.getByRole('button', { name: 'Lưu cách ghép cột' }).click())
    must(saved.bytes.length > 100, 'no mapping')
    equal(await place(tab).inputValue(), 'Nơi a fault in a call', 'what was typed')
  })
  equal(seen.requests, [], 'requests')
  await browser.close()
}

async function refusals(page) {
  await at('20 no WebAssembly', async () => {
    // The worker is a script of the page's own: what is taken away there is taken away at its beginning.
    const without = () => {
      delete window.WebAssembly
      const Whole = Blob
      window.Blob = class extends Whole {
        constructor(parts, given) {
          super(given?.type === 'text/javascript' ? ['delete self.WebAssembly;', ...parts] : parts, given)
        }
      }
    }
    const { browser, tab } = await launch(page, { scripts: [without] })
    const said = await tab.getByRole('region', { name: 'Thông báo' }).innerText()
    must(said.includes('không chạy được phần làm văn bản'), `not told: ${said}`)
    await opened(tab, example('evaluation_form'))
    await tab.waitForTimeout(300)
    equal((await textOf(tab)).match(/không chạy được phần làm văn bản/g)?.length, 1, 'told once')
    await picture(tab, 'd20-no-wasm')
    await browser.close()
  })
  await at('20 nothing may be kept', async () => {
    const refuse = () => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError') } })
    const { browser, seen, tab } = await launch(page, { scripts: [refuse] })
    await opened(tab, example('evaluation_form'))
    for (const text of ['Một', 'Hai']) {
      await place(tab).fill(text)
      await tab.waitForTimeout(500)
    }
    const told = await tab.locator('.kept').allTextContents()
    equal(told.map((it) => it.includes('không cho lưu bản nháp')), [true], `told: ${told}`)
    await place(tab).fill('Bình An')
    await settled(tab)
    for (const name of ['Lưu DOCX', 'Lưu PDF', 'Lưu bản ghi']) {
      const saved = await download(tab, () => tab.getByRole('button', { name }).click())
      must(saved.bytes.length > 0, `${name}: nothing`)
    }
    await picture(tab, 'd20-not-kept')
    await tab.getByRole('button', { name: 'Làm mới' }).click()
    await tab.getByRole('dialog').getByRole('button', { name: 'Xoá' }).click()
    must(await tab.evaluate(() => document.activeElement.id === 'loai'), 'the focus after clearing')
    equal([seen.requests, seen.console], [[], []], 'requests, console')
    await browser.close()
  })
}
