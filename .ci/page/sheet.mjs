// The story's part B: a clerk's sheet, from its questions to the ZIP of all papers.

import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { accessible, answers, at, download, equal, launch, must, picture, root, scratch, settled, sha } from './harness.mjs'

const WAIT = 90_000

export async function sheet(page, run, engine = 'chromium') {
  const expected = JSON.parse(readFileSync(join(root, 'tests/clerk/expected.json'), 'utf8'))['thang-6']
  const { browser, context, seen, tab } = await launch(page, { engine })
  const table = tab.getByRole('region', { name: 'Bảng' })
  const open = async (file) => {
    await tab.locator('input[type=file]').first().setInputFiles(join(root, 'tests/clerk', file))
    await table.getByRole('heading', { name: `Bảng: ${file}` }).waitFor({ timeout: WAIT })
  }
  const ready = () => table.getByRole('button', { name: /^Làm \d+ phiếu/ })
  let mapping = ''

  await at('10 a sheet', async () => {
    await open('cham-diem-thang-6.xlsx')
    const survey = await table.locator('.survey').innerText()
    for (const said of ['Tháng 6', 'dòng 7–49', '40 bản ghi', 'nhận ra 45 trong 50 cột', ...expected.left_out.map((row) => `dòng ${row.row} (${row.branch})`)]) {
      must(survey.toLowerCase().includes(said.toLowerCase()), `the survey does not say ${said}: ${survey}`)
    }
    const columns = table.getByRole('combobox', { name: /^Cột “/ })
    must(await columns.count() <= 5, `${await columns.count()} columns are asked`)
    for (const choice of await columns.all()) must((await choice.locator('option').allTextContents()).includes('Bỏ qua'), 'nothing to pass over a column')
    await picture(tab, 'b10-sheet')
    await accessible(tab, 'sheet')
  })

  await at('11 the first paper, the rows that are refused', async () => {
    await answers(tab, table)
    await ready().and(tab.locator(':enabled')).waitFor({ timeout: WAIT })
    mapping = (await download(tab, () => table.getByRole('button', { name: 'Lưu cách ghép cột' }).click())).bytes.toString()
    const shown = (await tab.getByRole('region', { name: 'Trang in' }).locator('svg text').allTextContents()).join('\n')
    for (const said of ['CHI BỘ KHU PHỐ 1', '100', 'Tốt']) must(shown.includes(said), `the first paper does not say ${said}`)
    await table.getByRole('button', { name: 'Bản ghi sau' }).click()
    equal(await ready().textContent(), `Làm ${expected.first_run.papers} phiếu (ZIP)`, 'button')
    const refused = table.getByRole('table', { name: `Hàng bị từ chối (${expected.refused.length})` })
    const rows = await refused.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)))
    equal(rows.map((row) => row[1]).sort(), expected.refused.map((it) => it.cell).sort(), 'cells')
    for (const it of expected.refused) {
      const row = rows.find((row) => row[1] === it.cell)
      must(row?.[0].includes(it.branch) && row[3] === String(it.value ?? ''), `${it.cell}: ${row}`)
    }
    await picture(tab, 'b11-refused')
    await accessible(tab, 'refused')
  })

  await at('11 typed on while an answer is awaited', async () => {
    const [name, superior] = [/Mẫu 2 ghi tên cơ quan/, /Mẫu 2 ghi cơ quan cấp trên/].map((it) => table.getByLabel(it).first())
    const [before, text] = [await name.inputValue(), await superior.inputValue()]
    for (const other of ['Đảng ủy phường Bình', before]) {
      await name.fill(other)
      await name.press('Tab')
      await tab.keyboard.type(text, { delay: 20 })
      equal(await superior.inputValue(), text, 'what was typed')
    }
    await tab.keyboard.press('Tab')
    await ready().and(tab.locator(':enabled')).waitFor({ timeout: WAIT })
  })

  // The command's folder for the same sheet and mapping.
  const made = (file, name) => {
    const folder = mkdtempSync(join(scratch, name))
    const toml = join(folder, 'phieu.toml')
    writeFileSync(toml, mapping)
    run('batch', join(root, 'tests/clerk', file), '--map', toml, '-o', join(folder, 'out'))
    return join(folder, 'out')
  }
  const same = (zip, folder, papers) => {
    const inside = join(scratch, `${papers}-zip`)
    mkdirSync(inside)
    const archive = join(scratch, `${papers}.zip`)
    writeFileSync(archive, zip)
    execFileSync('python3', ['-m', 'zipfile', '-e', archive, inside])
    const names = (at) => readdirSync(at).filter((name) => !name.startsWith('.')).sort()
    equal(names(inside), names(folder), 'files')
    equal(names(inside).filter((name) => /\.(docx|pdf)$/.test(name)).length, papers * 2, 'papers')
    for (const name of names(folder)) equal(sha(readFileSync(join(inside, name))), sha(readFileSync(join(folder, name))), `${name} is not the command's`)
  }

  await at('12 all papers', async () => {
    const zip = await download(tab, async () => {
      await ready().click()
      must(await table.getByRole('progressbar').isVisible(), 'no progress')
      must(await tab.getByRole('button', { name: 'Dừng' }).isVisible(), 'no stop')
    }, WAIT)
    same(zip.bytes, made('cham-diem-thang-6.xlsx', 'first'), expected.first_run.papers)
    await ready().click()
    await tab.getByRole('button', { name: 'Dừng' }).click()
    await ready().and(tab.locator(':enabled')).waitFor({ timeout: WAIT })
    equal(await table.getByRole('progressbar').count(), 0, 'the progress stays')
  })

  await at('12 mended', async () => {
    await open('cham-diem-thang-6-da-sua.xlsx')
    await answers(tab, table)
    await ready().and(tab.locator(':enabled')).waitFor({ timeout: WAIT })
    equal(await ready().textContent(), `Làm ${expected.second_run.papers} phiếu (ZIP)`, 'button')
    const began = Date.now()
    const zip = await download(tab, () => ready().click(), WAIT)
    console.log(`${expected.second_run.papers} papers in ${Date.now() - began} ms`)
    mapping = (await download(tab, () => table.getByRole('button', { name: 'Lưu cách ghép cột' }).click())).bytes.toString()
    same(zip.bytes, made('cham-diem-thang-6-da-sua.xlsx', 'second'), expected.second_run.papers)
  })

  await at('12 a list of the month', async () => {
    await table.getByRole('button', { name: 'Làm danh sách tháng' }).click()
    const pages = tab.getByRole('region', { name: 'Trang in' })
    await pages.locator('svg text').filter({ hasText: 'DANH SÁCH' }).first().waitFor({ timeout: WAIT })
    await settled(tab)
    const words = (await pages.locator('svg text').allTextContents()).join(' ')
    const { members, present, ratings } = expected.second_run
    must(words.includes(`Tổng số: ${members} đảng viên`) && words.includes(`có mặt ${present} đồng chí`), 'members')
    const total = (await pages.locator('svg text').allTextContents()).map((text) => text.trim())
    const sums = total.slice(total.indexOf('Tổng cộng') + 1, total.indexOf('Tổng cộng') + 1 + Object.keys(ratings).length)
    equal(sums, Object.values(ratings).map((count) => String(count).padStart(sums[0]?.length ?? 0, '0').slice(-String(count).length)), 'Tổng cộng')
    // What no form says is left open.
    for (const text of ['Các đồng chí Ban Thường vụ', 'Lưu Văn phòng Đảng ủy']) {
      await tab.locator('[id="o-recipients"]').getByRole('button', { name: 'Thêm dòng' }).click()
      await tab.keyboard.type(text)
    }
    await tab.locator('[id="o-signature-name"]').fill('Lê Văn Cường')
    await settled(tab)
    const saved = await download(tab, () => tab.getByRole('button', { name: 'Lưu DOCX' }).click())
    must(saved.name.endsWith('.docx'), saved.name)
  })

  await at('10 the same as ODS, dropped', async () => {
    const bytes = [...readFileSync(join(root, 'tests/clerk/cham-diem-thang-6.ods'))]
    await tab.evaluate((bytes) => {
      const given = new DataTransfer()
      given.items.add(new File([new Uint8Array(bytes)], 'cham-diem-thang-6.ods'))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: given, bubbles: true, cancelable: true }))
    }, bytes)
    await table.getByRole('heading', { name: 'Bảng: cham-diem-thang-6.ods' }).waitFor({ timeout: WAIT })
    const survey = (await table.locator('.survey').innerText()).toLowerCase()
    for (const said of ['tháng 6', 'dòng 7–49', '40 bản ghi', 'nhận ra 45 trong 50 cột']) must(survey.includes(said), `the survey does not say ${said}`)
  })

  equal([seen.requests, seen.console], [[], []], 'requests, console')
  await context.close()
  await browser.close()
}
