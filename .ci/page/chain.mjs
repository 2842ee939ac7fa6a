// The story's part C: from minutes to the issued resolution and its plan, each paper in a click.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { accessible, at, download, equal, launch, must, picture, root, scratch, settled, sha, write } from './harness.mjs'

export async function chain(page, run) {
  const { browser, context, seen, tab } = await launch(page)
  const next = tab.getByRole('region', { name: 'Văn bản tiếp theo' })
  const printed = async () => (await tab.getByRole('region', { name: 'Trang in' }).locator('svg text').allTextContents()).join(' ')
  const settle = async () => {
    await settled(tab)
    await tab.waitForTimeout(300)
  }
  // The paper on the page is the one that the command makes.
  const same = async (file, name) => {
    const folder = join(scratch, name)
    run('render', file, '-o', folder)
    for (const format of ['DOCX', 'PDF']) {
      const saved = await download(tab, () => tab.getByRole('button', { name: `Lưu ${format}` }).click())
      equal(sha(saved.bytes), sha(readFileSync(join(folder, saved.name))), `${saved.name} is not the command's`)
    }
  }
  const click = async (name) => {
    await next.getByRole('button', { name, exact: true }).click()
    await settle()
    must(await tab.evaluate(() => document.activeElement !== document.body), 'the focus is lost')
  }
  const file = (name) => join(scratch, name)
  const minutes = write('bien-ban.json', readFileSync(join(root, 'examples/data/minutes_forum.json')))

  await at('14 the first draft', async () => {
    await tab.locator('input[type=file]').first().setInputFiles(minutes)
    await tab.getByRole('region', { name: 'Thông báo' }).getByText('Đã mở bien-ban.json').waitFor()
    await settle()
    for (const name of ['Dự thảo nghị quyết', 'Dự thảo thông báo']) must(await next.getByRole('button', { name, exact: true }).or(next.getByRole('button', { name: name.replace('Dự thảo thông báo', 'Thông báo'), exact: true })).first().isVisible(), `no button ${name}`)
    await picture(tab, 'c14-minutes')
    await accessible(tab, 'chain')
    await click('Dự thảo nghị quyết')
    must((await printed()).includes('Dự thảo lần 1'), 'it is no first draft')
    // Room for the pen is spaces.
    equal(await tab.locator('.sheet svg text').first().evaluate((it) => getComputedStyle(it).whiteSpace), 'pre', 'spaces')
    run('next', minutes, '--to', 'resolution', '-o', file('nghi-quyet-1.json'))
    await same(file('nghi-quyet-1.json'), 'draft-1')
  })

  await at('14 comments, the second draft', async () => {
    await click('Bảng tổng hợp ý kiến góp ý')
    run('next', file('nghi-quyet-1.json'), '--to', 'comments', '-o', file('gop-y.json'))
    await same(file('gop-y.json'), 'comments')
    await tab.locator('[id="o-comments"]').getByRole('button', { name: 'Thêm dòng' }).click()
    for (const [name, text] of [['commenter', 'Tập thể Phòng 9'], ['content', 'Tên nghị quyết còn dài'], ['accepted', 'Rút gọn tên nghị quyết']]) {
      await tab.locator(`[id="o-comments-0-${name}"]`).fill(text)
    }
    await settle()
    await click('Dự thảo lần 2')
    must((await printed()).includes('Dự thảo lần 2'), 'it is no second draft')
    const recipients = tab.locator('[id="o-recipients"]')
    for (const text of ['Các đảng viên Chi bộ', 'Lưu Chi bộ']) {
      await recipients.getByRole('button', { name: 'Thêm dòng' }).click()
      await tab.keyboard.type(text)
    }
    await settle()
  })

  await at('14 issued', async () => {
    const issue = next.getByRole('button', { name: 'Ban hành', exact: true })
    must(await issue.isVisible(), `no issue: ${(await tab.locator('.review').innerText()).slice(0, 500)}`)
    await issue.click()
    const dialog = tab.getByRole('dialog')
    await dialog.waitFor()
    await tab.keyboard.press('Escape')
    must(await issue.evaluate((it) => it === document.activeElement), 'the focus does not return')
    await issue.click()
    await accessible(tab, 'dialog')
    await picture(tab, 'c14-issue')
    const fill = async (id, text) => dialog.locator(`[id="ban-hanh-${id}"]`).fill(text)
    await fill('number', '5')
    await fill('date', '10/6/2026')
    await fill('adopted', '10/6/2026')
    for (const [name, count] of Object.entries({ entitled: '13', present: '12', in_favour: '12', against: '0', abstained: '0' })) await fill(`vote-${name}`, count)
    await dialog.locator('[id="ban-hanh-signature-capacity"]').selectOption({ index: 1 })
    await fill('signature-body', 'Chi bộ')
    await fill('signature-position', 'Phó Bí thư')
    await fill('signature-name', 'Nguyễn Thị Hoa')
    await dialog.getByRole('button', { name: 'Ban hành' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await settle()
    const words = await printed()
    for (const said of ['05-NQ/CB', 'Nguyễn Thị Hoa', '12/12']) must(words.includes(said), `the paper does not say ${said}`)
    must(!words.includes('Dự thảo'), 'it is a draft still')
    const plan = next.getByRole('button', { name: /[Kk]ế hoạch/ })
    await plan.waitFor().catch(() => {})
    must(await plan.isVisible(), `no plan follows: ${await tab.locator('main').innerText()}`)
  })

  await at('14 back and forward', async () => {
    await tab.goBack()
    await settle()
    must((await printed()).includes('Dự thảo lần 2'), 'back leads elsewhere')
    await tab.goBack()
    await settle()
    await tab.goForward()
    await tab.goForward()
    await settle()
    must((await printed()).includes('05-NQ/CB'), 'forward leads elsewhere')
  })

  equal([seen.requests, seen.console], [[], []], 'requests, console')
  await context.close()
  await browser.close()
}
