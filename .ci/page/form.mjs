// The story's part A: one form, from the empty page to its saved files, its pages and its draft.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { accessible, at, capital, download, equal, launch, must, picture, root, scratch, settled, sha, terms, textOf, write } from './harness.mjs'

const CODE = '003'
// Names of the paper's kinds of marks and formats; no reader takes them for English.
const LATIN = new Set(['docx', 'pdf', 'zip', 'hd', 'vptw', 'vanban', 'trang', 'in', 'svg', 'csv', 'xlsx', 'ods', 'json', 'ai', 'webassembly'])

export async function form(page, run, engine = 'chromium') {
  const expected = JSON.parse(readFileSync(join(root, 'tests/clerk/expected.json'), 'utf8'))['thang-6'].forms.find((it) => it.code === CODE)
  const term = terms(run, 'evaluation_form')
  const field = (tab, path) => tab.getByLabel(term(path), { exact: true }).or(tab.getByLabel(`${term(path)} *`, { exact: true })).first()

  const { browser, seen, open, tab, context } = await launch(page, { engine })
  const pages = tab.getByRole('region', { name: 'Trang in' })
  const printed = async () => (await pages.locator('svg text').allTextContents()).join('\n')
  const day = (date) => date.join('/')
  const score = (id) => tab.getByRole('spinbutton', { name: `${term('rows.self_score')} ${id}`, exact: true })
  const described = (locator) => locator.evaluate((it) => it.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id)).filter((part) => part.classList.contains('error') && !part.hidden).map((part) => part.textContent).join(''))
  const leave = async (locator, text) => {
    await locator.fill(text)
    await locator.press('Tab')
    await settled(tab)
  }
  const note = tab.getByRole('textbox', { name: `${term('rows.note')} 4.5`, exact: true })
  const review = tab.getByRole('heading', { name: /^Cần xem lại/ })
  const saved = {}

  await at('1 open', async () => {
    console.log(`usable after ${seen.usable} ms`)
    must((await tab.title()).startsWith('vanban'), 'the title begins otherwise')
    equal(await tab.evaluate(() => document.documentElement.lang), 'vi', 'language')
    equal([await tab.locator('main').count(), await tab.locator('h1').count()], [1, 1], 'main and h1')
    must((await tab.locator('meta[http-equiv]').getAttribute('content')).includes("connect-src 'none'"), 'no connect-src')
    must(await tab.getByRole('combobox', { name: 'Loại văn bản' }).isVisible(), 'no combobox')
    must(await tab.getByRole('button', { name: 'Mở tệp…' }).isVisible(), 'no button')
    await accessible(tab, 'empty')
  })

  await at('2 choose', async () => {
    await tab.getByRole('combobox', { name: 'Loại văn bản' }).selectOption({ label: 'Phiếu đánh giá chất lượng sinh hoạt chi bộ' })
    await tab.getByRole('radiogroup', { name: term('scorer') }).getByRole('radio').first().check()
    const sets = field(tab, 'criteria_set')
    await sets.selectOption({ label: (await sets.getByRole('option').allInnerTexts()).find((it) => it.startsWith('An Phú') || it.includes('An Phú')) })
    await tab.getByRole('radiogroup', { name: term('session.variant') }).getByRole('radio').first().check()
    await settled(tab)
    for (const part of ['issuer', 'session', 'rows', 'signature']) must(await tab.getByRole('group', { name: term(part) }).first().isVisible(), `no group ${part}`)
    equal(await field(tab, 'place').getAttribute('aria-required'), 'true', 'required')
    const unnamed = await tab.evaluate(() => [...document.querySelectorAll('form input:not([type=radio]):not([type=checkbox]), form select, form textarea')]
      .filter((it) => it.labels?.length === 0 && !it.ariaLabel).map((it) => it.id))
    equal(unnamed, [], 'fields without a label')
    const unhelped = await tab.evaluate(() => [...document.querySelectorAll('.field > input[type=text], .field > textarea')]
      .filter((it) => !(it.getAttribute('aria-describedby') ?? '').includes('-giup') && !it.closest('.list')).map((it) => it.id))
    equal(unhelped, [], 'fields without help')
    const english = (await textOf(tab)).match(/[A-Za-z_]{2,}/g).filter((word) => /_/.test(word) || ['the', 'of', 'true', 'false', 'self', 'both', 'superior', 'regular', 'thematic', 'combined', 'hand', 'null', 'kind', 'name', 'session', 'scorer', 'issuer', 'date', 'place', 'rows'].includes(word.toLowerCase()))
    equal([...new Set(english)].filter((word) => !LATIN.has(word.toLowerCase())), [], 'words of another language')
    must((await printed()).includes('PHIẾU TỰ ĐÁNH GIÁ'), 'no blank form')
    must((await printed()).includes('....') || (await printed()).includes('…'), 'no dots')
    await picture(tab, 'a2-blank')
  })

  await at('3 fill in', async () => {
    const delays = []
    // When a letter was typed last, and when what came of it was painted.
    await tab.evaluate(() => {
      window.long = []
      new PerformanceObserver((list) => window.long.push(...list.getEntries().map((it) => it.duration))).observe({ entryTypes: ['longtask'] })
      addEventListener('input', () => (window.typed = performance.now()), true)
      new MutationObserver(() => {
        if (document.documentElement.dataset.busy === undefined) requestAnimationFrame(() => setTimeout(() => (window.painted = performance.now())))
      }).observe(document.documentElement, { attributes: true, attributeFilter: ['data-busy'] })
    })
    const type = async (path, text) => {
      await field(tab, path).focus()
      // As fast as nobody types.
      await tab.keyboard.type(String(text), { delay: 40 })
      await settled(tab)
      await tab.waitForFunction(() => window.painted > window.typed)
      delays.push(Math.round(await tab.evaluate(() => window.painted - window.typed)))
    }
    await type('issuer.superior', 'Đảng bộ phường Bình An')
    await type('issuer.name', expected.branch)
    await type('place', 'Bình An')
    await type('date', day(expected.date))
    await type('period.month', 6)
    await type('period.year', 2026)
    await type('held', day(expected.held))
    await type('session.duration', expected.minutes)
    await type('session.members', expected.members)
    await type('session.exempt', expected.exempt)
    await type('session.present', expected.present)
    await type('session.speakers', expected.speakers)
    await type('session.targets.done', expected.done)
    await type('session.targets.total', expected.targets)
    const capacity = field(tab, 'signature.capacity')
    await capacity.selectOption({ index: 1 })
    await type('signature.body', 'Chi bộ')
    await type('signature.position', 'Bí thư')
    await type('signature.name', expected.secretary)
    const [first, ...later] = delays
    console.log(`shown after ${first} ms, then ${Math.max(...later)} ms at most, ${later.sort((a, b) => a - b)[later.length >> 1]} in the middle; long tasks ${await tab.evaluate(() => window.long)}`)
    must((await printed()).includes(expected.secretary), 'the pages do not show what was typed')
  })

  await at('4 scores', async () => {
    const spins = tab.getByRole('spinbutton', { name: /^Điểm tự chấm/ })
    equal(await spins.count(), Object.keys(expected.scores).length, 'fields of scores')
    must((await tab.getByRole('row', { name: /^4\.3 / }).textContent()).includes('Không tính điểm'), '4.3 says nothing')
    const offered = async (id) => (await tab.getByRole('row', { name: new RegExp(`^${id.replace('.', '\\.')} `) }).locator('.offer').allTextContents()).join('')
    const offers = {}
    for (const id of ['1.1', '2.1', '4.5', '7.1']) offers[id] = (await offered(id)).replace(/\D+/g, '')
    equal(offers, { 1.1: '5', 2.1: '4', 4.5: String(expected.scores['4.5']), 7.1: '30' }, 'points that follow from the figures')
    equal(await score('1.1').inputValue(), '', 'written unasked')
    await tab.getByRole('button', { name: 'Điền điểm tối đa vào ô còn trống' }).click()
    for (const [id, points] of Object.entries(expected.scores)) {
      if (await score(id).inputValue() !== String(points).replace('.', ',')) await score(id).fill(String(points).replace('.', ','))
    }
    await settled(tab)
    equal(await tab.locator('.standing[role=status]').textContent(), `Tổng điểm ${String(expected.total).replace('.', ',')}, xếp loại ${expected.rating}`, 'standing')
    must((await printed()).includes(String(expected.total)), 'no total on the page')
    await picture(tab, 'a4-scores')
  })

  await at('5 errors beside the field', async () => {
    await leave(field(tab, 'session.present'), '25')
    equal(await field(tab, 'session.present').getAttribute('aria-invalid'), 'true', 'aria-invalid')
    equal(await described(field(tab, 'session.present')), 'có mặt 25 đồng chí, nhiều hơn 24 đảng viên của chi bộ', 'sentence')
    await leave(field(tab, 'session.present'), String(expected.present))
    equal(await described(note), '', 'a reason that nobody has come to is missing')
    await leave(note, '')
    equal(await described(note), 'tiêu chí 4.5 không đạt điểm tối đa 5; phải ghi lý do trừ điểm', 'reason')
    await leave(field(tab, 'session.present'), '25')
    await leave(field(tab, 'held'), '31/6/2026')
    equal(await described(field(tab, 'held')), 'ngày 31/6/2026 không có trong lịch', 'day')
    equal(await review.textContent(), 'Cần xem lại (3)', 'list')
    const raw = await download(tab, () => tab.getByRole('button', { name: 'Lưu bản ghi' }).click())
    const said = JSON.parse(run('check', '--json', write('raw.json', raw.bytes))).map((it) => it.in_form ?? it.message)
    equal(await tab.locator('.review .message').allTextContents(), said, 'sentences of the command')
    await accessible(tab, 'errors')
    await picture(tab, 'a5-errors')
    await tab.locator('.review a').filter({ hasText: 'có mặt 25' }).press('Enter')
    must(await field(tab, 'session.present').evaluate((it) => it === document.activeElement), 'a link leads elsewhere')
    await leave(field(tab, 'session.present'), String(expected.present))
    equal(await described(field(tab, 'session.present')), '', 'the error stays')
    equal(await review.textContent(), 'Cần xem lại (2)', 'list')
    must(await tab.getByRole('button', { name: 'Lưu DOCX' }).isEnabled(), 'disabled')
    await tab.getByRole('button', { name: 'Lưu DOCX' }).click()
    await settled(tab)
    await tab.waitForFunction(() => document.activeElement?.id === 'can-xem').catch(() => must(false, 'the focus is not on the list'))
  })

  await at('6 save', async () => {
    await leave(field(tab, 'session.present'), String(expected.present))
    await leave(field(tab, 'held'), day(expected.held))
    await leave(note, expected.notes?.['4.5'] ?? '47,83%')
    for (const [id, points] of Object.entries(expected.notes ?? {})) {
      const box = tab.getByRole('textbox', { name: `${term('rows.note')} ${id}`, exact: true })
      if (await box.inputValue() === '') await leave(box, String(points))
    }
    await settled(tab)
    for (const format of ['DOCX', 'PDF']) saved[format] = await download(tab, () => tab.getByRole('button', { name: `Lưu ${format}` }).click())
    const record = await download(tab, () => tab.getByRole('button', { name: 'Lưu bản ghi' }).click())
    const folder = join(scratch, 'made')
    run('render', write(record.name, record.bytes), '-o', folder)
    for (const { name, bytes } of Object.values(saved)) equal(sha(bytes), sha(readFileSync(join(folder, name))), `${name} is not the command's`)
  })

  await at('7 the pages', async () => {
    const pdf = write('saved.pdf', saved.PDF.bytes)
    const words = (text) => text.split(/\s+/).filter((word) => word !== '').join(' ')
    const count = Number(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }).match(/Pages:\s+(\d+)/)[1])
    const names = await pages.locator('svg').evaluateAll((all) => all.map((it) => it.getAttribute('aria-label')))
    equal(names, Array.from({ length: count }, (_, index) => `Trang ${index + 1} trên ${count}`), 'names of the pages')
    for (let index = 0; index < count; index += 1) {
      const text = execFileSync('pdftotext', ['-raw', '-f', String(index + 1), '-l', String(index + 1), pdf, '-'], { encoding: 'utf8' })
      const shown = (await pages.locator('svg').nth(index).locator('text').allTextContents()).join(' ')
      const sorted = (all) => words(all).split(' ').sort().join(' ')
      equal(sorted(shown), sorted(text.replace(/\f/g, ' ')), `words of page ${index + 1}`)
    }
    for (let clicks = 0; clicks < 5; clicks += 1) await pages.getByRole('button', { name: 'Phóng to' }).click()
    equal(await pages.locator('output').textContent(), '200 %', 'zoom')
    for (let clicks = 0; clicks < 6; clicks += 1) await pages.getByRole('button', { name: 'Thu nhỏ' }).click()
    equal(await pages.locator('output').textContent(), '50 %', 'zoom')
  })

  await at('8 a list that grows', async () => {
    const list = tab.getByRole('group', { name: capital(term('strengths')), exact: true })
    const add = list.getByRole('button', { name: 'Thêm dòng' })
    for (const text of ['Sinh hoạt đúng giờ.', 'Đủ thành phần.']) {
      await add.click()
      await tab.keyboard.type(text)
    }
    await list.getByRole('button', { name: 'Lên' }).click()
    equal(await list.getByRole('textbox').evaluateAll((all) => all.map((it) => it.value)), ['Đủ thành phần.', 'Sinh hoạt đúng giờ.'], 'moved')
    await list.getByRole('button', { name: 'Xoá dòng 2' }).click()
    must(await list.getByRole('textbox').first().evaluate((it) => it === document.activeElement), 'the focus is lost')
    await settled(tab)
    must((await printed()).includes('Đủ thành phần.'), 'the page does not show the row')
  })

  await at('9 reload', async () => {
    const values = () => tab.evaluate(() => [...document.querySelectorAll('form input, form textarea, form select')].map((it) => [it.id, it.type === 'radio' || it.type === 'checkbox' ? it.checked : it.value]))
    const before = [await values(), await tab.locator('.review').textContent()]
    await tab.waitForTimeout(500)
    await tab.reload()
    await tab.waitForSelector('html[data-ready]')
    await settled(tab)
    equal([await values(), await tab.locator('.review').textContent()], before, 'after the page was loaded again')
    must(/^Đã lưu trong trình duyệt này lúc /.test(await tab.locator('.kept').textContent()), 'it does not say that it keeps the draft')
    const second = await open()
    must((await second.locator('.kept').textContent()).includes('thẻ khác'), 'a second page is not told')
    await second.close()
    await tab.getByRole('button', { name: 'Làm mới' }).click()
    await tab.getByRole('dialog').getByRole('button', { name: 'Xoá' }).click()
    equal(await tab.evaluate(() => Object.keys(localStorage).length), 0, 'something is left')
    equal([seen.requests, seen.console], [[], []], 'requests, console')
  })

  await context.close()
  await browser.close()
}
