// Puts the page together: node build.mjs FOLDER-OF-BINDGEN vanban.html

import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const [bound, page] = process.argv.slice(2)
const own = join(dirname(fileURLToPath(import.meta.url)), 'src')

const bundle = async (name) => {
  const { outputFiles } = await build({
    entryPoints: [join(own, name)], bundle: true, minify: true, write: false, format: 'iife', target: 'es2022',
    charset: 'utf8', legalComments: 'none', alias: { 'vanban-wasm': join(bound, 'vanban_wasm.js') },
  })
  // Nothing in a script may look like its end.
  return outputFiles[0].text.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
}

const hash = (text) => createHash('sha256').update(text, 'utf8').digest('base64')
const styled = await build({ entryPoints: [join(own, 'style.css')], minify: true, write: false, charset: 'utf8' })
const parts = {
  STYLE: styled.outputFiles[0].text.trim(),
  SCRIPT: await bundle('main.ts'),
  WORKER: await bundle('worker.ts'),
  LIBRARY: gzipSync(readFileSync(join(bound, 'vanban_wasm_bg.wasm')), { level: 9 }).toString('base64'),
}
parts.SCRIPT_HASH = hash(parts.SCRIPT)
parts.STYLE_HASH = hash(parts.STYLE)
const text = readFileSync(join(own, 'index.html'), 'utf8').replace(/@([A-Z_]+)@/g, (_, name) => parts[name])
writeFileSync(page, text)
