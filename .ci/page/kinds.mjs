// Each kind: its example is opened, shown in a form, and saved again; the files are those that the command makes.

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { accessible, at, download, equal, launch, must, root, scratch, settled, sha, write } from './harness.mjs'

export async function kinds(page, run) {
  const { browser, context, seen, tab } = await launch(page)
  const names = run('kinds').trim().split('\n').map((line) => line.split(/\s+/)[0])
  for (const kind of names) {
    await at(`kind ${kind}`, async () => {
      const folder = join(scratch, `kind-${kind}`)
      const file = write(`${kind}.json`, run('example', kind))
      run('render', file, '-o', folder)
      await tab.locator('input[type=file]').first().setInputFiles(file)
      await tab.getByRole('region', { name: 'Thông báo' }).getByText(`Đã mở ${kind}.json`).waitFor()
      await settled(tab)
      for (const format of ['DOCX', 'PDF']) {
        const { name, bytes } = await download(tab, () => tab.getByRole('button', { name: `Lưu ${format}` }).click())
        must(readdirSync(folder).includes(name), `${name} is called otherwise`)
        equal(sha(bytes), sha(readFileSync(join(folder, name))), `${name} is not the command's`)
      }
      const record = await download(tab, () => tab.getByRole('button', { name: 'Lưu bản ghi' }).click())
      const again = join(scratch, `${kind}-again`)
      run('render', write(`${kind}-again.json`, record.bytes), '-o', again)
      for (const name of readdirSync(folder).filter((name) => !name.startsWith('.'))) {
        equal(sha(readFileSync(join(again, name))), sha(readFileSync(join(folder, name))), `${name} after the form`)
      }
      await accessible(tab, kind)
    })
  }
  equal([seen.requests, seen.console], [[], []], 'requests, console')
  await context.close()
  await browser.close()
}

// What one example leaves out: each case of the tests is opened and saved again as it was.
export async function cases(page, run) {
  const { browser, context, tab } = await launch(page)
  const folder = join(root, 'tests/cases')
  await at('cases', async () => {
    for (const name of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const before = run('show', '--stage', 'record', join(folder, name))
      await tab.locator('input[type=file]').first().setInputFiles(join(folder, name))
      await tab.getByRole('region', { name: 'Thông báo' }).getByText(`Đã mở ${name}`).waitFor()
      await settled(tab)
      const record = await download(tab, () => tab.getByRole('button', { name: 'Lưu bản ghi' }).click())
      equal(JSON.parse(record.bytes.toString()), JSON.parse(before), name)
    }
  })
  await context.close()
  await browser.close()
}
