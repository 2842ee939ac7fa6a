// node node.mjs PACKAGE FOLDER   what becomes of each record of the folder, a line of JSON each: the npm package

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [own, folder] = process.argv.slice(2)
const { Invalid, Renderer } = createRequire(import.meta.url)(own)
const renderer = new Renderer()
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  console.log(JSON.stringify([file.slice(0, -'.json'.length), outcome(JSON.parse(readFileSync(join(folder, file), 'utf8')))]))
}

function outcome(record) {
  try {
    const document = renderer.render(record)
    return { docx: sha256(document.docx()), pdf: sha256(document.pdf()) }
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return { problems: error.problems }
  }
}
