// The story's step 15: what the house brings, a form and a criteria set, is there like all else, and stays.

import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { at, download, equal, launch, must, root, scratch, settled } from './harness.mjs'
import { opened } from './everybody.mjs'

const FORM = join(scratch, 'mau/giay-khen')
const ROWS = join(root, 'tests/forms/khen-thuong-da-sua.csv')
const CRITERIA = join(root, 'tests/data/binh_giang_2026.toml')

const zipped = (name, from) => {
  const to = join(scratch, name)
  execFileSync('python3', ['-c', 'import shutil, sys; shutil.make_archive(sys.argv[1], "zip", *sys.argv[2:])', to.replace(/\.zip$/, ''), ...from])
  return to
}

const kinds = (tab) => tab.getByRole('combobox', { name: 'Loại văn bản' }).locator('option').allTextContents()
const said = (tab) => tab.getByRole('region', { name: 'Thông báo' }).innerText()

export async function house(page, run) {
  cpSync(join(root, 'tests/forms/giay-khen'), FORM, { recursive: true })
  copyFileSync(join(root, 'examples/data/emblem.png'), join(FORM, 'emblem.png'))
  const form = zipped('giay-khen.zip', [join(scratch, 'mau'), 'giay-khen'])
  const [, term] = /^term = "(.*)"$/m.exec(readFileSync(join(FORM, 'form.toml'), 'utf8'))
  const label = `${term[0].toUpperCase()}${term.slice(1)} (mẫu riêng)`
  const { browser, tab } = await launch(page)

  await at('15 a form of the house', async () => {
    const before = (await kinds(tab)).length
    await opened(tab, form)
    equal(await said(tab), `Đã mở giay-khen.zip: mẫu “${term}” có trong ô Loại văn bản.`, 'what is said')
    equal((await kinds(tab)).length, before + 1, 'kinds')
    must((await kinds(tab)).includes(label), `no ${label} among the kinds`)
    // Opened again, it takes its own place.
    await opened(tab, form)
    equal((await kinds(tab)).length, before + 1, 'kinds, opened twice')
  })

  await at('15 the paper of row 21', async () => {
    const out = join(scratch, 'giay-khen')
    mkdirSync(out)
    run('batch', ROWS, '--form', FORM, '-o', out)
    await opened(tab, ROWS)
    const choice = tab.getByRole('combobox', { name: 'Bảng này để làm' })
    // Another kind asks other questions: those of the one before go first.
    if (await choice.inputValue() !== 'giay_khen') {
      const before = await choice.elementHandle()
      await choice.selectOption({ label })
      await tab.waitForFunction((it) => !it.isConnected, before)
    }
    await settled(tab)
    const zip = await download(tab, () => tab.getByRole('button', { name: /^Làm 50 phiếu/ }).click(), 180_000)
    const inside = join(scratch, 'giay-khen-zip')
    execFileSync('python3', ['-c', 'import io, sys, zipfile; zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())).extractall(sys.argv[1])', inside], { input: zip.bytes })
    const made = readdirSync(out).filter((name) => /\.(docx|pdf)$/.test(name)).sort()
    equal(made.length, 100, 'files of the command')
    for (const name of made.filter((name) => /bui-van-binh|21/.test(name))) {
      must(readFileSync(join(out, name)).equals(readFileSync(join(inside, name))), `${name} differs`)
    }
    must(made.some((name) => /bui-van-binh|21/.test(name)), 'no file of row 21')
  })

  await at('15 a criteria set of the house', async () => {
    await opened(tab, CRITERIA)
    must((await said(tab)).startsWith('Đã mở binh_giang_2026.toml: “'), await said(tab))
    await tab.getByRole('combobox', { name: 'Loại văn bản' }).selectOption({ label: 'Phiếu đánh giá chất lượng sinh hoạt chi bộ' })
    await settled(tab)
    const sets = await tab.locator('[id="o-criteria_set"] option').evaluateAll((all) => all.map((one) => one.value))
    must(sets.includes('binh_giang_2026'), `criteria sets: ${sets}`)
  })

  await at('15 all is there after reopening', async () => {
    await tab.getByRole('combobox', { name: 'Loại văn bản' }).selectOption({ label })
    await settled(tab)
    await tab.waitForTimeout(600)
    await tab.reload()
    await tab.waitForSelector('html[data-ready]')
    await settled(tab)
    must((await kinds(tab)).includes(label), 'the form is gone')
    equal(await tab.getByRole('combobox', { name: 'Loại văn bản' }).inputValue(), 'giay_khen', 'the paper that is worked at')
  })

  await at('15 a paper waits for its form', async () => {
    await tab.locator('[id="o-ten"]').fill("Bùi Văn Bình")
    await settled(tab)
    await tab.waitForTimeout(600)
    await tab.evaluate(() => localStorage.removeItem('vanban.house'))
    await tab.reload()
    await tab.waitForSelector('html[data-ready]')
    await settled(tab)
    must(!(await kinds(tab)).includes(label), 'the form is still there')
    await opened(tab, form)
    await settled(tab)
    equal(await tab.locator('[id="o-ten"]').inputValue(), "Bùi Văn Bình", "what was written")
  })

  await at('15 what is no form is told', async () => {
    const before = await kinds(tab)
    for (const [name, from] of [['khong-phai-mau.zip', [join(root, 'tests/data')]]]) {
      await opened(tab, zipped(name, from))
      must((await said(tab)).includes('form.toml'), await said(tab))
    }
    await opened(tab, join(FORM, 'form.toml'))
    must((await said(tab)).startsWith('form.toml: '), await said(tab))
    equal(await kinds(tab), before, 'kinds')
  })

  await at('15 cleared, it is gone', async () => {
    await tab.getByRole('button', { name: 'Làm mới' }).click()
    await tab.getByRole('dialog').getByRole('button', { name: 'Xoá' }).click()
    await tab.waitForFunction((label) => ![...document.querySelectorAll('#loai option')].some((option) => option.textContent === label), label)
    await tab.reload()
    await tab.waitForSelector('html[data-ready]')
    must(!(await kinds(tab)).includes(label), 'the form is still there')
  })

  await browser.close()
}
