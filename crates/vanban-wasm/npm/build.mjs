// Makes the package: node build.mjs FOLDER-OF-BINDGEN VERSION OUT

import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import ts from 'typescript'
import { types } from './types.mjs'

const [bound, version, out] = process.argv.slice(2)
const own = dirname(fileURLToPath(import.meta.url))
const root = join(own, '../../..')
const typed = join(out, 'types')
rmSync(out, { recursive: true, force: true })
mkdirSync(typed, { recursive: true })

// An instance that stopped cannot be begun again within its script, so each has a script of its own. Its doors are
// freed by those who opened them: freeing one of an instance that stopped would stop the program.
const { outputFiles: [script] } = await build({
  stdin: { contents: `export { Door, initSync, default } from './vanban_wasm.js'`, resolveDir: bound },
  bundle: true, minify: true, write: false, format: 'iife', globalName: 'glue', target: 'es2022',
})
const glue = `const fresh = () => { const FinalizationRegistry = undefined; ${script.text}; return glue }
export const begin = (module) => { const glue = fresh(); glue.initSync({ module }); return glue }
export const beginAsync = async (module) => { const glue = fresh(); await glue.default({ module_or_path: module }); return glue }`

const bundle = (contents, name, platform) => build({
  stdin: { contents, resolveDir: join(own, 'src') }, outfile: join(out, name), bundle: true, target: 'es2022', platform,
  format: platform === 'node' ? 'cjs' : 'esm', charset: 'utf8',
  plugins: [{
    name: 'own',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^#platform$/ }, () => ({ path: join(own, 'src', platform === 'node' ? 'node.ts' : 'browser.ts') }))
      onResolve({ filter: /^#glue$/ }, () => ({ path: 'glue', namespace: 'own' }))
      onLoad({ filter: /^glue$/, namespace: 'own' }, () => ({ contents: glue }))
    },
  }],
})
const face = 'export { Invalid, Renderer } from "./index.ts"'
await bundle(face, 'node.cjs', 'node')
await bundle('import "./node-worker.ts"', 'node-worker.cjs', 'node')
await bundle(face, 'browser.mjs', 'browser')
await bundle('import "./browser-worker.ts"', 'browser-worker.mjs', 'browser')
// `import` and `require` get the same classes.
writeFileSync(join(out, 'node.mjs'), 'import vanban from "./node.cjs"\nexport const { Invalid, Renderer } = vanban\n')
copyFileSync(join(bound, 'vanban_wasm_bg.wasm'), join(out, 'vanban.wasm'))

// The library itself says what its records are.
const { Renderer } = createRequire(import.meta.url)(join(out, 'node.cjs'))
const renderer = new Renderer()
const records = await types(renderer.kinds().map((kind) => renderer.schema(kind)))
writeFileSync(join(typed, 'records.d.ts'), records)

const { config } = ts.readConfigFile(join(own, 'tsconfig.json'), ts.sys.readFile)
const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, own)
const program = ts.createProgram(fileNames, {
  ...options, declaration: true, emitDeclarationOnly: true, outDir: typed,
  rootDirs: [join(own, 'src'), typed], typeRoots: [join(own, 'node_modules/@types')],
})
const faults = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics]
if (faults.length > 0) {
  console.error(ts.formatDiagnostics(faults, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => own, getNewLine: () => '\n' }))
  process.exit(1)
}
// What the face does not lead to is nobody's.
const shown = new Set(['index', 'problem', 'renderer', 'records'].map((name) => `${name}.d.ts`))
for (const name of readdirSync(typed)) if (!shown.has(name)) rmSync(join(typed, name))

const { private: _, devDependencies: __, ...manifest } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'))
writeFileSync(join(out, 'package.json'), JSON.stringify({ version, ...manifest }, null, 2) + '\n')
for (const name of ['README.md', 'examples/service.mjs']) {
  mkdirSync(dirname(join(out, name)), { recursive: true })
  copyFileSync(join(own, name), join(out, name))
}
for (const name of ['LICENSE-MIT', 'LICENSE-APACHE', 'fonts/OFL.txt']) copyFileSync(join(root, name), join(out, name.split('/').at(-1)))
