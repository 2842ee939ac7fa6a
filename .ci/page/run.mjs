// node run.mjs vanban.html COMMAND [PART…]   the page's story: each step that does not hold is told

import { count, vanban } from './harness.mjs'

const [page, command, ...parts] = process.argv.slice(2)
const run = vanban(command)
const all = ['form', 'lists', 'points', 'sheet', 'chain', 'everybody', 'faults', 'kinds', 'cases', 'several', 'house', 'firefox']
for (const part of parts.length > 0 ? parts : all) {
  const steps = await import(`./${part === 'cases' ? 'kinds' : part}.mjs`)
  await steps[part](page, run)
}
console.log(`${count()} failures`)
process.exit(count() > 0 ? 1 : 0)
