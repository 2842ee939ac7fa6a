// Several papers, several pages, several sheets: nothing is lost, and nothing is taken for something else.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answers, at, download, equal, launch, must, root, settled } from './harness.mjs'

const WAIT = 40_000
const NOTICE = 'Thông báo'
const FORM = 'Phiếu đánh giá chất lượng sinh hoạt chi bộ'

const field = (tab, path) => tab.locator(`[id="o-${path.replaceAll('.', '-')}"]`)
const choose = async (tab, term) => {
  await tab.getByRole('combobox', { name: 'Loại văn bản' }).selectOption({ label: term })
  await settled(tab)
}
const write = async (tab, path, text) => {
  await field(tab, path).fill(text)
  await settled(tab)
}
const said = (tab) => tab.getByRole('region', { name: 'Thông báo' }).innerText()
const draft = (tab) => tab.evaluate(() => JSON.parse(localStorage.getItem('vanban.draft')))
// The draft is written soon, not at once.
const kept = async (tab) => {
  await tab.waitForTimeout(600)
  return draft(tab)
}
const json = (name, record) => ({ name, mimeType: 'application/json', buffer: Buffer.from(typeof record === 'string' ? record : JSON.stringify(record)) })
const file = (tab, given) => tab.locator('input[type=file]').first().setInputFiles(given)

export async function several(page) {
  await kinds(page)
  await drafts(page)
  await records(page)
  await sheets(page)
}

async function kinds(page) {
  const { browser, context, tab, seen } = await launch(page)
  const papers = tab.getByRole('combobox', { name: 'Văn bản đang làm' })

  await at('another kind takes nothing away', async () => {
    await choose(tab, FORM)
    await write(tab, 'issuer.name', 'Chi bộ Khu phố 3')
    await write(tab, 'place', 'Bình An')
    await write(tab, 'session.present', '23')
    await choose(tab, NOTICE)
    equal([await field(tab, 'issuer.name').inputValue(), await field(tab, 'place').inputValue()], ['Chi bộ Khu phố 3', 'Bình An'], 'what is known of the office')
    await write(tab, 'subject', 'về việc thử')
    await choose(tab, FORM)
    equal(await field(tab, 'session.present').inputValue(), '23', 'the form')
    must((await said(tab)).includes('Đang làm tiếp: phiếu đánh giá chất lượng sinh hoạt chi bộ.'), await said(tab))
    await tab.getByRole('button', { name: 'Thêm văn bản cùng loại' }).click()
    await settled(tab)
    equal(await field(tab, 'session.present').inputValue(), '', 'another form')
    must(await tab.evaluate(() => document.activeElement !== document.body), 'the focus is lost')
    await write(tab, 'session.present', '7')
    equal((await kept(tab)).papers.map(({ record }) => [record.kind, record.session?.present]), [['evaluation_form', '23'], ['notice', undefined], ['evaluation_form', '7']], 'papers')
  })

  await at('each paper is reached after reopening', async () => {
    await tab.reload()
    await tab.waitForSelector('html[data-ready]')
    await settled(tab)
    equal(await papers.locator('option').allTextContents(), ['1. Phiếu đánh giá chất lượng sinh hoạt chi bộ', '2. Thông báo: về việc thử', '3. Phiếu đánh giá chất lượng sinh hoạt chi bộ'], 'papers')
    await papers.selectOption({ index: 1 })
    await settled(tab)
    equal(await field(tab, 'subject').inputValue(), 'về việc thử', 'the notice')
    await tab.goBack()
    await settled(tab)
    equal(await field(tab, 'session.present').inputValue(), '7', 'the way back')
  })

  await at('the one that was worked at last, and one that is taken away', async () => {
    await papers.selectOption({ index: 0 })
    await settled(tab)
    await choose(tab, NOTICE)
    await choose(tab, FORM)
    equal(await field(tab, 'session.present').inputValue(), '23', 'the form that was worked at last')
    await tab.getByRole('button', { name: 'Thêm văn bản cùng loại' }).click()
    await settled(tab)
    await write(tab, 'period.month', '8')
    await papers.focus()
    equal(await papers.locator('option').last().textContent(), '4. Phiếu đánh giá chất lượng sinh hoạt chi bộ: 8', 'its name')
    await tab.getByRole('button', { name: 'Xoá văn bản này' }).click()
    equal(await tab.evaluate(() => document.activeElement.textContent), 'Thôi', 'the focus of the question')
    await tab.getByRole('dialog').getByRole('button', { name: 'Xoá' }).click()
    await settled(tab)
    equal([(await kept(tab)).papers.length, await field(tab, 'session.present').inputValue()], [3, '23'], 'papers, the one before')
    must(await tab.evaluate(() => document.activeElement !== document.body), 'the focus is lost')
  })

  await at('a choice that is opened with the mouse holds nothing up', async () => {
    await papers.evaluate((it) => it.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })))
    await papers.selectOption({ index: 0 })
    await tab.waitForFunction(() => document.querySelector('.review h2').textContent !== '')
    await field(tab, 'session.present').evaluate((it) => it.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })))
    await write(tab, 'session.present', '22')
    await tab.waitForFunction(() => document.querySelector('.pages').textContent.includes('22'))
  })

  await at('a chain that is left and begun again', async () => {
    await file(tab, join(root, 'examples/data/minutes_forum.json'))
    const next = tab.getByRole('region', { name: 'Văn bản tiếp theo' })
    const click = async () => {
      await next.getByRole('button', { name: 'Dự thảo nghị quyết' }).click()
      await tab.waitForFunction(() => document.querySelector('#loai').value === 'resolution')
      await settled(tab)
    }
    await next.getByRole('button', { name: 'Dự thảo nghị quyết' }).waitFor()
    await click()
    await write(tab, 'subject', 'về việc đã sửa')
    await tab.goBack()
    await settled(tab)
    await next.getByRole('button', { name: 'Dự thảo nghị quyết' }).waitFor()
    await click()
    const subjects = (await kept(tab)).papers.filter(({ record }) => record.kind === 'resolution').map(({ record }) => record.subject)
    equal([subjects.length, subjects[0]], [2, 'về việc đã sửa'], 'resolutions')
    equal([seen.requests, seen.console], [[], []], 'requests, console')
  })
  await context.close()
  await browser.close()
}

async function drafts(page) {
  const { browser, context, tab, open } = await launch(page)

  await at('a page that opened later writes over nothing', async () => {
    await choose(tab, NOTICE)
    await write(tab, 'subject', 'về việc thứ nhất')
    await kept(tab)
    const later = await open()
    await write(later, 'subject', 'về việc cũ')
    await write(tab, 'subject', 'về việc mới')
    await kept(tab)
    await tab.close()
    // The page that is gone is missed at the next beat.
    await later.waitForTimeout(2_500)
    await write(later, 'subject', 'về việc cũ hơn')
    equal((await kept(later)).papers[0].record.subject, 'về việc mới', 'the draft')
    must((await later.locator('.kept').innerText()).includes('thẻ khác'), 'it does not say so')
    await later.reload()
    await later.waitForSelector('html[data-ready]')
    await settled(later)
    equal(await field(later, 'subject').inputValue(), 'về việc mới', 'after it was loaded again')
    await write(later, 'subject', 'về việc sau cùng')
    equal((await kept(later)).papers[0].record.subject, 'về việc sau cùng', 'the draft')
    await later.close()
  })
  await context.close()
  await browser.close()

  for (const text of ['x', '"x"', '{}', '[]', 'null', '{"papers":[{}]}', '{"papers":[{"record":null}],"open":[]}', '{"papers":[{"id":1,"record":{"kind":"khac"},"from":null}],"at":1,"open":[]}', '{"papers":[{"id":1,"record":{"kind":"notice"},"from":null}],"open":null}']) {
    await at(`a damaged draft: ${text}`, async () => {
      const { browser, tab, seen } = await launch(page, { scripts: [`if (!sessionStorage.begun) { sessionStorage.begun = 1; localStorage.setItem('vanban.draft', ${JSON.stringify(text)}) }`] })
      equal(await said(tab), '', 'notice')
      await choose(tab, NOTICE)
      await write(tab, 'place', 'Bình An')
      // A paper of a kind that nobody knows waits for its form.
      equal((await kept(tab)).papers.filter(({ record }) => record.kind !== 'khac').map(({ record }) => record.place), ['Bình An'], 'draft')
      equal(seen.console, [], 'console')
      await browser.close()
    })
  }
}

async function records(page) {
  const { browser, tab } = await launch(page)

  await at('what is not finished is saved and opened again', async () => {
    await choose(tab, 'Nghị quyết')
    await write(tab, 'place', 'Bình An')
    await write(tab, 'date', '31/6/2026')
    const saved = await download(tab, () => tab.getByRole('button', { name: 'Lưu bản ghi' }).click())
    await choose(tab, NOTICE)
    await file(tab, { name: 'do-dang.json', mimeType: 'application/json', buffer: saved.bytes })
    await tab.getByRole('region', { name: 'Thông báo' }).getByText('Đã mở do-dang.json').waitFor()
    await settled(tab)
    equal([await field(tab, 'place').inputValue(), await field(tab, 'date').inputValue()], ['Bình An', '31/6/2026'], 'fields')
    must((await tab.locator('.review').innerText()).includes('ngày 31/6/2026 không có trong lịch'), 'the problems are not told')
  })

  await at('what no field holds is refused', async () => {
    for (const record of [{ kind: 'notice', mau: 1 }, { kind: 'notice', signature: 'An' }, { kind: 'notice', sections: 7 }, { kind: 'khac' }]) {
      await file(tab, json('la.json', record))
      await tab.getByRole('region', { name: 'Thông báo' }).getByText('la.json').waitFor()
      must(!(await said(tab)).includes('Đã mở'), `${JSON.stringify(record)} is opened`)
      await file(tab, join(root, 'examples/data/notice.json'))
      await tab.getByRole('region', { name: 'Thông báo' }).getByText('Đã mở notice.json').waitFor()
    }
  })

  await at('two files at once', async () => {
    await tab.evaluate(() => {
      const given = new DataTransfer()
      for (const name of ['a.json', 'b.json']) given.items.add(new File([`{"kind": "notice", "place": "${name}"}`], name))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: given, bubbles: true, cancelable: true }))
    })
    await tab.getByRole('region', { name: 'Thông báo' }).getByText('Chỉ mở a.json; mỗi lần mở một tệp.').waitFor()
    equal(await field(tab, 'place').inputValue(), 'a.json', 'the record')
  })
  await browser.close()
}

async function sheets(page) {
  const { browser, tab } = await launch(page)
  const table = tab.getByRole('region', { name: /^Bảng/ })
  const clerk = join(root, 'tests/clerk/cham-diem-thang-6.xlsx')

  await at('a row that is looked at is not what is saved', async () => {
    await file(tab, join(root, 'examples/data/notice.json'))
    await settled(tab)
    await file(tab, clerk)
    await table.locator('.survey').waitFor({ timeout: WAIT })
    await answers(tab, table)
    await table.getByRole('button', { name: 'Bản ghi sau' }).click()
    await tab.getByText('Bản ghi 2 trên 80').waitFor()
    must(await tab.getByRole('button', { name: 'Lưu DOCX' }).isDisabled(), 'another paper would be saved')
    await write(tab, 'place', 'Tân Lập')
    must(await tab.getByRole('button', { name: 'Lưu DOCX' }).isEnabled(), 'it is not saved')
    must((await tab.getByRole('region', { name: 'Trang in' }).locator('svg').first().textContent()).includes('Tân Lập'), 'the paper is not shown')
  })

  await at('a list that is not whole is asked for', async () => {
    await table.getByText('Hàng bị từ chối (6)').waitFor({ timeout: WAIT })
    await table.getByRole('button', { name: 'Làm danh sách tháng' }).click()
    const dialog = tab.getByRole('dialog')
    must(/^Danh sách chưa có những bản ghi bị từ chối \(6\): .*Khu phố 8/.test(await dialog.innerText()), await dialog.innerText())
    await dialog.getByRole('button', { name: 'Thôi' }).click()
    must((await draft(tab)).papers.every(({ record }) => record.kind === 'notice'), 'it is made unasked')
    await table.getByRole('button', { name: 'Làm danh sách tháng' }).click()
    await dialog.getByRole('button', { name: 'Làm danh sách chưa đủ' }).click()
    await tab.waitForFunction(() => document.querySelector('#loai').value === 'evaluation_summary')
    await tab.getByRole('region', { name: 'Thông báo' }).getByText('Danh sách chưa có những bản ghi bị từ chối (6)').waitFor()
  })

  await at('a sheet takes the place of another', async () => {
    const rows = Array.from({ length: 400 }, (_, index) => `${index + 1};05/6/2026;Tân Lập;về việc ${index}`)
    const csv = ['Số văn bản;Ngày, tháng, năm;Địa danh;Trích yếu', ...rows].join('\n')
    await tab.evaluate(() => {
      window.seen = []
      new MutationObserver(() => window.seen.push(document.querySelector('.sheet-of h2')?.textContent)).observe(document.body, { subtree: true, childList: true })
    })
    await file(tab, { name: 'hai.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await tab.getByRole('heading', { name: 'Bảng: hai.csv' }).waitFor({ timeout: 2_000 })
    must(!(await tab.locator('.sheet-of').innerText()).includes('Tháng 6'), 'the sheet before is still there')
    // One that can't be read leaves the one before.
    await file(tab, { name: 'ba.xlsx', mimeType: '', buffer: Buffer.from('không') })
    await tab.getByRole('region', { name: 'Thông báo' }).getByText('ba.xlsx').waitFor()
    must(await tab.getByRole('heading', { name: 'Bảng: hai.csv' }).isVisible(), 'the sheet before is gone')
    must(!(await tab.locator('.place').first().evaluate((it) => it.inert)), 'the sheet before is dead')
  })
  await browser.close()
}
