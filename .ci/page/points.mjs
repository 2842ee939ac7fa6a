// Points that no field holds any more, since another criteria set, session or scorer was chosen: they are said, and taken
// out when somebody asks for it.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { opened } from './everybody.mjs'
import { accessible, at, download, equal, launch, must, picture, root, settled, terms, write } from './harness.mjs'

const FORM = join(root, 'examples/data/evaluation_form.json')

export async function points(page, run) {
  const form = JSON.parse(readFileSync(FORM, 'utf8'))
  const term = terms(run, 'evaluation_form')
  const { browser, context, seen, tab } = await launch(page)
  const stray = tab.locator('.stray')
  const said = () => stray.locator('p').allTextContents()
  const away = stray.getByRole('button')
  const problems = (part) => tab.locator('.review .message').filter({ hasText: part }).count()
  const saved = async () => JSON.parse((await download(tab, () => tab.getByRole('button', { name: 'Lưu bản ghi' }).click())).bytes.toString())
  const focused = () => tab.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.id)
  // What is answered while a button is down appears behind its click.
  const answered = async () => {
    await settled(tab)
    await tab.waitForTimeout(100)
  }
  const choose = async (id) => {
    await tab.locator(`#${id}`).check()
    await answered()
  }
  const score = (id) => tab.getByRole('spinbutton', { name: `${term('rows.self_score')} ${id}`, exact: true })
  const chooseSet = async (name) => {
    await tab.locator('#o-criteria_set').selectOption(name)
    await settled(tab)
  }
  const open = async (record) => opened(tab, write('phieu.json', JSON.stringify(record)))
  const rowsAre = async (wanted, what) => equal((await saved()).rows, wanted, what)

  await at('another criteria set', async () => {
    await open(form)
    equal(await said(), [], 'said of a form that has a field for each of its points')
    await chooseSet('hd42_btctw_2025_framework')
    equal(await problems('không có dòng điểm số'), 23, 'problems')
    equal(await said(), ['Có 23 điểm, 2 ghi chú của tiêu chí không còn trong bộ tiêu chí này.'], 'said')
    equal(await away.textContent(), 'Bỏ 23 điểm, 2 ghi chú này', 'button')
    await accessible(tab, 'stray points')
    await stray.scrollIntoViewIfNeeded()
    await picture(tab, 'points-stray')
    await tab.locator('.review a').filter({ hasText: 'không có dòng điểm số “8.3”' }).press('Enter')
    must(await stray.evaluate((it) => it === document.activeElement), 'the link leads elsewhere')
  })

  await at('back to the set', async () => {
    await chooseSet('an_phu_ward_2025_monthly')
    equal([await said(), await problems('')], [[], 0], 'said, problems')
    equal(await saved(), form, 'nothing is lost that nobody took out')
  })

  await at('taken out', async () => {
    await chooseSet('hd42_btctw_2025_framework')
    // What is written after they were found stays.
    await score('4.3').fill('9,5')
    await settled(tab)
    await away.press('Enter')
    await settled(tab)
    equal([await said(), await problems('không có dòng điểm số')], [[], 0], 'said, problems')
    equal(await focused(), `${term('rows.self_score')} 1`, 'focus')
    const kept = form.rows.filter((row) => ['3.1', '3.2', '4.1', '4.2'].includes(row.criterion))
    await rowsAre([...kept, { criterion: '4.3', self_score: 9.5 }], 'rows')
    await chooseSet('an_phu_ward_2025_monthly')
    equal(await said(), ['Có 1 điểm của tiêu chí không tính điểm trong kỳ sinh hoạt này.'], 'said of 4.3')
  })

  await at('another scorer', async () => {
    const rows = form.rows.map((row) => ({ ...row, superior_score: row.self_score, note: row.note ?? 'Đủ.' }))
    await open({ ...form, scorer: 'both', rows })
    equal(await said(), [], 'said while both score')
    await choose('o-scorer-self')
    equal(await problems('không có cột điểm của cấp trên'), 27, 'problems')
    equal(await said(), [`Có 27 điểm ở cột “${term('rows.superior_score').replace(/^Đ/, 'đ')}” không còn trong phiếu này.`], 'said')
    await tab.locator('.review a').filter({ hasText: 'không có cột điểm của cấp trên' }).last().press('Enter')
    must(await stray.evaluate((it) => it === document.activeElement), 'the link leads elsewhere')
    await tab.keyboard.press('Tab')
    await tab.keyboard.press('Enter')
    await settled(tab)
    equal([await said(), await problems('không có cột điểm')], [[], 0], 'said, problems')
    equal(await focused(), `${term('rows.self_score')} 1.1`, 'focus')
    await rowsAre(rows.map(({ superior_score: _, ...row }) => row), 'rows, the notes among them')
  })

  await at('another session', async () => {
    const given = (row) => (row.criterion === '4.2' ? { ...row, self_score: 10 } : row)
    const rows = [...form.rows.map(given), { criterion: '4.3', self_score: 5, note: 'Có chuyên đề.' }]
    await open({ ...form, session: { ...form.session, variant: 'combined' }, rows })
    equal(await said(), [], 'said while it counts')
    await choose('o-session-variant-regular')
    equal(await said(), ['Có 1 điểm của tiêu chí không tính điểm trong kỳ sinh hoạt này.'], 'said')
    await away.click()
    await answered()
    equal(await said(), [], 'said')
    const noted = (await saved()).rows.find((row) => row.criterion === '4.3')
    equal(noted, { criterion: '4.3', note: 'Có chuyên đề.' }, 'the note of a criterion that stays')
  })

  await at('twice, and several reasons', async () => {
    const rows = [...form.rows, { criterion: '1.1', self_score: 4 }, { criterion: '9.9', superior_score: 1 }]
    rows[1] = { ...rows[1], superior_score: 2 }
    await open({ ...form, rows })
    equal(await said(), ['Có 1 điểm của tiêu chí không còn trong bộ tiêu chí này. Có 1 điểm của tiêu chí đã ghi ở một dòng trước. '
      + 'Có 1 điểm ở cột “điểm cấp trên chấm” không còn trong phiếu này.'], 'said')
    equal(await away.textContent(), 'Bỏ 3 điểm này', 'button')
    await away.click()
    await answered()
    equal([await said(), await problems('')], [[], 0], 'said, problems')
    equal(await saved(), form, 'the record')
    equal([seen.requests, seen.console], [[], []], 'requests, console')
  })

  await context.close()
  await browser.close()
}
