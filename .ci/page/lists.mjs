// Lists that grow: each row keeps its place in the record while it is on the screen, and the focus stays in its list.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { opened } from './everybody.mjs'
import { at, download, equal, launch, must, root, settled, write } from './harness.mjs'

const example = (name) => join(root, 'examples/data', `${name}.json`)

export async function lists(page, run) {
  const { browser, context, seen, tab } = await launch(page)
  const field = (id) => tab.locator(`[id="o-${id}"]`)
  const record = async () => {
    await settled(tab)
    await tab.waitForTimeout(450)
    return tab.evaluate(() => {
      const { papers, at } = JSON.parse(localStorage.getItem('vanban.draft'))
      return papers.find((paper) => paper.id === at).record
    })
  }
  const saved = async () => JSON.parse((await download(tab, () => tab.getByRole('button', { name: 'Lưu bản ghi' }).click())).bytes.toString())
  // Goes as somebody does who selects all that is written in a field.
  const empty = async (id) => {
    await field(id).focus()
    await tab.keyboard.press('Control+A')
    await tab.keyboard.press('Delete')
  }
  const focused = async (id, said) => equal(await tab.evaluate(() => document.activeElement.id || document.activeElement.textContent), id, said)
  // The list that a row's field stands in, and the buttons of one of its own rows.
  const list = (id) => tab.locator('.list').filter({ has: tab.locator(`> ol > li > .row [id="o-${id}"]`) }).last()
  const tool = (within, row, name) => within.locator('> ol > li').nth(row).locator('> .tools').getByRole('button', { name })
  const add = (within) => within.locator('> .add').click()

  await at('an emptied row keeps its place', async () => {
    await opened(tab, example('evaluation_form'))
    const { strengths: [first, second] } = await record()
    const strengths = list('strengths-0')
    await add(strengths)
    await tab.keyboard.type('Dòng ba')
    await empty('strengths-1')
    equal((await record()).strengths, [first, '', 'Dòng ba'], 'emptied')
    await tab.keyboard.type('Mới')
    equal((await record()).strengths, [first, 'Mới', 'Dòng ba'], 'written again')
    await empty('strengths-1')
    equal((await saved()).strengths, [first, 'Dòng ba'], 'sent')
    await field('strengths-1').fill(second)
    await empty('strengths-0')
    await tool(strengths, 0, 'Xoá dòng 1').click()
    equal((await record()).strengths, [second, 'Dòng ba'], 'the emptied row is removed')
    equal(await strengths.getByRole('textbox').evaluateAll((all) => all.map((it) => it.value)), [second, 'Dòng ba'], 'on the screen')
  })

  await at('an emptied cell keeps its place', async () => {
    await opened(tab, example('tables'))
    const row = async () => (await record()).sections[0].table.rows[1]
    const cells = await row()
    await empty('sections-0-table-rows-1-2')
    const blank = cells.map((cell, index) => (index === 2 ? '' : cell))
    equal(await row(), blank, 'emptied')
    const sent = await saved()
    equal(sent.sections[0].table.rows[1], blank, 'sent')
    equal(JSON.parse(run('check', '--json', write('cells.json', JSON.stringify(sent)))), [], 'problems')
    await empty('sections-0-table-rows-1-4')
    equal(await row(), [cells[0], cells[1], '', cells[3], ''], 'the last one')
    await field('sections-0-table-rows-1-4').fill('94')
    equal(await row(), [cells[0], cells[1], '', cells[3], '94'], 'written again')
    // A row without cells is still a row.
    const inner = list('sections-0-table-rows-1-0')
    for (let cell = cells.length; cell > 0; cell -= 1) await tool(inner, 0, 'Xoá dòng 1').click()
    const { rows } = (await record()).sections[0].table
    equal([rows.length, rows[1]], [4, []], 'all cells are removed')
  })

  await at('an emptied row stays what it is', async () => {
    await opened(tab, example('tables'))
    const basis = list('basis-0-text')
    const { basis: { length } } = await record()
    await add(basis)
    await field(`basis-${length}-loai`).selectOption({ index: 2 })
    const proposal = field(`basis-${length}-proposal`)
    await proposal.fill('Xét đề nghị')
    await empty(`basis-${length}-proposal`)
    equal((await record()).basis[length], { proposal: '' }, 'emptied')
    await tool(basis, length, 'Lên').click()
    equal((await record()).basis[length - 1], { proposal: '' }, 'moved')
    must(await field(`basis-${length - 1}-proposal`).isVisible(), 'it is another thing')
    equal((await saved()).basis.length, length, 'sent')
  })

  await at('the focus stays in its own list', async () => {
    const nested = (name) => ({ heading: name, items: [{ heading: `${name} a` }, { heading: `${name} b` }, { heading: `${name} c` }] })
    const paper = { ...JSON.parse(readFileSync(example('resolution_thematic_draft'))), sections: [nested('Một'), nested('Hai')] }
    await opened(tab, write('nested.json', JSON.stringify(paper)))
    const own = list('sections-0-heading')
    await add(own)
    await focused('o-sections-2-heading', 'added')
    await tab.keyboard.type('Ba')
    equal((await record()).sections, [nested('Một'), nested('Hai'), { heading: 'Ba' }], 'written')
    await tool(own, 2, 'Lên').click()
    await focused('o-sections-1-heading', 'up')
    await tool(own, 0, 'Xuống').click()
    await focused('o-sections-1-heading', 'down')
    equal((await record()).sections, [{ heading: 'Ba' }, nested('Một'), nested('Hai')], 'moved')
    await tool(own, 2, 'Xoá dòng 3').click()
    await focused('o-sections-1-heading', 'removed')
    await tool(own, 0, 'Xoá dòng 1').click()
    await tool(own, 0, 'Xoá dòng 1').click()
    await focused('Thêm dòng', 'the last one is removed')
    await tab.keyboard.press('Enter')
    await focused('o-sections-0-heading', 'the first one')
  })

  await at('a row that holds a list', async () => {
    await opened(tab, example('tables'))
    const { rows } = (await record()).sections[0].table
    await add(list('sections-0-table-rows-0-0').locator('xpath=ancestor::ol[1]/..'))
    await tab.keyboard.press('Enter')
    await tab.keyboard.type('5')
    equal((await record()).sections[0].table.rows, [...rows, ['5']], 'the first cell')
  })

  // Many rows take long to draw: those that stay where they are stay what they are.
  await at('a row is added to the others', async () => {
    await opened(tab, example('evaluation_form'))
    const strengths = list('strengths-0')
    const before = await strengths.locator('textarea').evaluateAll((all) => all.map((it) => (it.dataset.mark = it.id)))
    for (const text of ['Ba', 'Bốn']) {
      await add(strengths)
      await tab.keyboard.type(text)
    }
    equal(await strengths.locator('textarea').evaluateAll((all) => all.map((it) => it.dataset.mark ?? '')), [...before, '', ''], 'drawn anew')
    equal(await strengths.locator('textarea').evaluateAll((all) => all.map((it) => it.id)), [0, 1, 2, 3].map((row) => `o-strengths-${row}`), 'ids')
    const names = (row) => strengths.locator('> ol > li').nth(row).getByRole('button').allTextContents()
    equal([await names(0), await names(1), await names(2), await names(3)], [
      ['Xuống', 'Xoá dòng 1'], ['Lên', 'Xuống', 'Xoá dòng 2'], ['Lên', 'Xuống', 'Xoá dòng 3'], ['Lên', 'Xoá dòng 4'],
    ], 'buttons')
    const { strengths: [first, second] } = await record()
    await tool(strengths, 2, 'Xuống').click()
    await focused('o-strengths-3', 'down')
    equal((await record()).strengths, [first, second, 'Bốn', 'Ba'], 'moved')
  })

  await at('what another thing had comes back', async () => {
    await opened(tab, example('tables'))
    const basis = async () => (await record()).basis
    const [words, paper] = await basis()
    must(words.text !== undefined && paper.document !== undefined, 'the example has another basis')
    const sort = (row) => field(`basis-${row}-loai`)
    await sort(1).focus()
    for (const key of ['ArrowUp', 'ArrowDown']) await tab.keyboard.press(key)
    equal((await basis())[1], paper, 'past it and back')
    await focused('o-basis-1-loai', 'past it and back')
    await sort(1).selectOption({ index: 0 })
    await field('basis-1-text').fill('Lời khác')
    await sort(1).selectOption({ index: 2 })
    await sort(1).selectOption({ index: 0 })
    equal((await basis())[1], { text: 'Lời khác' }, 'what was written since')
    await empty('basis-1-text')
    await sort(1).selectOption({ index: 1 })
    await field('basis-1-document-kind').fill('Quy định')
    await sort(1).selectOption({ index: 0 })
    equal((await basis())[1], { text: '' }, 'what was emptied stays empty')
    await sort(1).selectOption({ index: 1 })
    const changed = { document: { ...paper.document, kind: 'Quy định' } }
    equal((await basis())[1], changed, 'what was changed')
    // What a place had is not what its next row had.
    await tool(list('basis-0-text'), 1, 'Lên').click()
    await sort(1).selectOption({ index: 1 })
    equal((await basis()).slice(0, 2), [changed, { document: { kind: '' } }], 'moved')
    await tool(list('basis-1-document-kind'), 1, 'Xoá dòng 2').click()
    await sort(1).selectOption({ index: 0 })
    equal((await basis())[1], { text: '' }, 'removed')
  })

  await at('what another thing had comes back outside of lists', async () => {
    await opened(tab, example('plan'))
    const rows = async () => (await record()).schedule.rows
    const before = await rows()
    const sort = field('schedule-rows-loai')
    const chosen = await sort.inputValue()
    await sort.focus()
    await sort.selectOption({ index: 0 })
    equal(await rows(), { steps: [] }, 'another thing')
    await sort.selectOption(chosen)
    equal(await rows(), before, 'back')
    await focused('o-schedule-rows-loai', 'back')
  })

  await at('half of a letter', async () => {
    await opened(tab, example('evaluation_form'))
    await field('place').focus()
    // It would not pass whole from here to the browser.
    await field('place').evaluate((it) => {
      it.value = 'Bình\uD800An \u{1F600}'
      it.dispatchEvent(new InputEvent('input'))
      it.dispatchEvent(new Event('change'))
    })
    equal((await record()).place, 'Bình\uFFFDAn \u{1F600}', 'written')
    equal(await field('place').inputValue(), 'Bình\uFFFDAn \u{1F600}', 'on the screen')
    equal(await tab.locator('.notice p').allTextContents(), ['Đã mở evaluation_form.json.'], 'said')
    equal((await saved()).place, 'Bình\uFFFDAn \u{1F600}', 'sent')
  })

  await at('a file that is no picture', async () => {
    await opened(tab, example('decision'))
    const { signature } = await record()
    const folded = () => tab.locator('details').evaluateAll((all) => all.forEach((it) => (it.open = true)))
    const file = field('signature-image-png')
    const said = tab.locator('[id="o-signature-image-png-loi"]')
    const held = file.locator('xpath=..').locator('.held')
    // What stands folded in what stands folded is made when that is opened.
    for (let depth = 0; depth < 3; depth += 1) await folded()
    await file.waitFor()
    const refused = async (name, bytes, image) => {
      await file.setInputFiles(write(name, bytes))
      await said.filter({ hasText: name }).waitFor()
      equal(await said.textContent(), `${name}: tệp này trống hoặc không phải ảnh PNG; hãy chọn một tệp ảnh .png.`, 'said')
      must((await file.getAttribute('aria-describedby')).includes('o-signature-image-png-loi'), 'it does not stand beside the field')
      must(!await said.evaluate((it) => it.classList.contains('warning')), 'it looks like a warning')
      equal(await held.textContent(), image ? 'Đã có ảnh. ' : '', 'held')
      equal(await file.inputValue(), '', 'the name of the file stays')
      equal((await record()).signature, image ? { ...signature, image } : signature, 'record')
    }
    await refused('rong.png', '', undefined)
    await refused('anh.png', Buffer.from('ffd8ffe000104a464946', 'hex'), undefined)
    const picture = join(root, 'examples/data/signature.png')
    await file.setInputFiles(picture)
    await held.filter({ hasText: 'Đã có ảnh.' }).waitFor()
    equal(await said.textContent(), '', 'the sentence stays')
    const image = { png: readFileSync(picture).toString('base64') }
    equal((await record()).signature, { ...signature, image }, 'a picture')
    await refused('rong.png', '', image)
    await tab.getByRole('button', { name: 'Bỏ ảnh' }).first().click()
    equal([await held.textContent(), await said.textContent()], ['', ''], 'removed')
    equal((await saved()).signature, signature, 'sent')
  })

  equal([seen.requests, seen.console], [[], []], 'requests, console')
  await context.close()
  await browser.close()
}
