// The rest of the callers' story, in a folder where the package is installed; VANBAN is the command.

import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { Invalid, Renderer } from 'vanban'

const sha = (bytes) => createHash('sha256').update(bytes).digest('hex')
const shas = (document) => [sha(document.docx()), sha(document.pdf())]
const paper = JSON.parse(readFileSync('paper.json', 'utf8'))
const wrong = JSON.parse(readFileSync('paper-wrong.json', 'utf8'))

// What the command says of a record.
function checked(record) {
  writeFileSync('given.json', JSON.stringify(record))
  const { stdout } = spawnSync(process.env.VANBAN, ['check', '--json', 'given.json'], { encoding: 'utf8' })
  return JSON.parse(stdout).map(({ file: _, ...problem }) => problem)
}

function problems(renderer, record) {
  try {
    renderer.render(record)
  } catch (error) {
    assert.ok(error instanceof Invalid && error instanceof Error, String(error))
    return error.problems
  }
  assert.fail('a paper was made')
}

if (isMainThread) await story()
else await fifty(workerData)

async function story() {
  const renderer = new Renderer()
  const made = shas(renderer.render(paper))
  slips(renderer, made)
  same(renderer, made)
  own(renderer)
  await loop(renderer, made)
  await workers(made)
  stopped(renderer, made)
  await service(made)
  damaged(renderer, made)
}

function slips(renderer, made) {
  const slip = problems(renderer, { ...paper, number: undefined, date: '31/6/2026', numbr: 5 })
  for (const path of ['date', 'numbr']) assert.ok(slip.some((problem) => problem.path === path), path)
  assert.match(slip.find(({ path }) => path === 'numbr').message, /number/)
  assert.deepEqual(problems(renderer, wrong), checked(wrong))
  assert.deepEqual(slip, checked({ ...paper, number: undefined, date: '31/6/2026', numbr: 5 }))
  const position = problems(renderer, wrong)[1]
  assert.equal(position.code, 'signature.position_has_body')
  assert.equal(position.clause, '05-HD/VPTW II.I.7.1.2')
  assert.deepEqual(shas(renderer.render({ ...paper, date: '05/6/2026', signature: { ...paper.signature, capacity: 'T/M' } })), made)
  const warned = renderer.render({ ...paper, date: '20/5/2026' })
  assert.equal(warned.warnings.length, 1)
  assert.equal(warned.warnings[0].severity, 'warning')
  assert.deepEqual(warned.warnings, renderer.check({ ...paper, date: '20/5/2026' }))
  assert.match(warned.warnings[0].message, /[à-ỹ]/)
  console.log('slips of shape, dates as people write them, warnings: told as by the command')
}

// Other ways to give the same record, and to load the package.
function same(renderer, made) {
  const text = JSON.stringify(paper)
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  for (const given of [text, Buffer.from(text), new TextEncoder().encode(text), utf16, `// một dòng\n${text}`]) {
    assert.deepEqual(shas(renderer.render(given)), made)
  }
  const other = createRequire(import.meta.url)('vanban')
  assert.equal(other.Invalid, Invalid)
  const [first, second] = [renderer.render(paper), renderer.render({ ...paper, number: 6 })]
  assert.notEqual(sha(second.pdf()), made[1])
  assert.deepEqual(shas(first), made)
  assert.match(first.fileName, /^nghi-quyet-05-nq-cb/)
  assert.equal(first.pageCount, 1)
  for (const given of [undefined, null, 5, [], '', 'x', Buffer.from([0xff, 0x00, 0x80])]) assert.ok(problems(renderer, given).length > 0)
  assert.ok(renderer.kinds().includes('resolution'))
  assert.equal(renderer.schema('resolution').properties.kind.const, 'resolution')
  assert.equal(renderer.schema('no_such'), null)
}

// Options, good and bad; more renderers than are kept open.
function own(renderer) {
  const plain = { ...paper, date: '05/6/2022' }
  assert.deepEqual(shas(new Renderer({ profile: 'hd36' }).render(plain)), shas(renderer.render({ ...plain, profile: 'hd36' })))
  for (const options of [{ profile: 'hd99' }, { forms: [Buffer.from('x')] }, { criteria: ['x'] }, { wordings: { no_such: '' } }]) {
    assert.throws(() => new Renderer(options), (error) => error instanceof Error && error.cause === undefined && error.message.length > 0)
  }
  const wordings = { resolution: '<p>Chỉ một đoạn.</p>' }
  const worded = new Renderer({ wordings })
  const one = shas(worded.render(paper))
  assert.notDeepEqual(one, shas(renderer.render(paper)))
  for (let at = 0; at < 20; at += 1) assert.deepEqual(shas(new Renderer({ wordings }).render(paper)), one)
  assert.deepEqual(shas(worded.render(paper)), one)
}

// While workers make papers, this thread is free.
async function loop(renderer, made) {
  await renderer.renderAsync(paper)
  let late = 0
  let last = performance.now()
  const begun = last
  const clock = setInterval(() => { late = Math.max(late, performance.now() - last); last = performance.now() }, 1)
  const all = await Promise.all(Array.from({ length: 100 }, () => renderer.renderAsync(paper)))
  const took = performance.now() - begun
  clearInterval(clock)
  for (const document of all) assert.deepEqual(shas(document), made)
  assert.ok(late < took / 4, `the event loop waits ${late} of ${took} ms`)
  const refused = await renderer.renderAsync(wrong).catch((error) => error)
  assert.ok(refused instanceof Invalid)
  assert.deepEqual(refused.problems, problems(renderer, wrong))
  const worded = new Renderer({ wordings: { resolution: '<p>Chỉ một đoạn.</p>' } })
  assert.deepEqual(shas(await worded.renderAsync(paper, ['pdf'])), shas(worded.render(paper)))
  console.log(`renderAsync: 100 papers in ${took.toFixed()} ms, in which the event loop waits ${late.toFixed()} ms at most`)
}

async function workers(made) {
  const begun = performance.now()
  const told = await Promise.all(Array.from({ length: 8 }, () => new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: made })
    worker.on('message', resolve)
    worker.on('error', reject)
  })))
  assert.deepEqual(told, Array(8).fill(50))
  console.log(`8 workers, 50 papers each: the same bytes, ${(performance.now() - begun).toFixed()} ms`)
}

async function fifty(made) {
  const { parentPort } = await import('node:worker_threads')
  const renderer = new Renderer()
  let count = 0
  for (let at = 0; at < 50; at += 1) {
    assert.deepEqual(shas(renderer.render(paper)), made)
    count += 1
  }
  parentPort.postMessage(count)
}

// A stack that is full stops the library in the middle of something: it is told, and the next paper is right.
function stopped(renderer, made) {
  let told = 0
  const deep = (left) => {
    if (left > 0) return deep(left - 1)
    return renderer.check(paper)
  }
  for (let depth = 100; depth < 20_000; depth += 40) {
    try {
      deep(depth)
    } catch (error) {
      if (error.cause === undefined) break
      told += 1
      assert.match(error.message, /begun anew/)
      assert.deepEqual(shas(renderer.render(paper)), made)
      if (told === 10) break
    }
  }
  assert.ok(told > 0, 'nothing stopped the library')
  console.log(`stopped ${told} times in the middle of a record: told, and begun anew`)
}

async function service(made) {
  const process_ = spawn(process.execPath, ['service.mjs'], { env: { ...process.env, PORT: '8629' }, stdio: 'inherit' })
  try {
    const ask = (file) => spawnSync('curl', ['-sS', '-D', 'head', '-o', 'body', '-w', '%{http_code}', '--retry', '9', '--retry-connrefused', '--retry-delay', '1',
      '-H', 'Content-Type: application/json', '--data-binary', `@${file}`, 'http://127.0.0.1:8629/'], { encoding: 'utf8' }).stdout
    assert.equal(ask('paper.json'), '200')
    assert.equal(sha(readFileSync('body')), made[1])
    assert.match(readFileSync('head', 'utf8'), /content-disposition: attachment; filename="nghi-quyet-05-nq-cb[^"/]*\.pdf"/i)
    assert.equal(ask('paper-wrong.json'), '422')
    assert.deepEqual(JSON.parse(readFileSync('body', 'utf8')), checked(wrong))
    assert.match(readFileSync('head', 'utf8'), /content-type: application\/json; charset=utf-8/i)
  } finally {
    process_.kill()
  }
  console.log('service.mjs: 200 with the PDF, 422 with the problems')
}

// Records that are damaged at random, the same ones each time: a paper or problems, and no more memory after half of them.
function damaged(renderer, made) {
  let state = 2026
  const chance = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor(state / 2 ** 32 * below)
  }
  const bytes = readFileSync('paper.json')
  const pieces = ['"', '{', '}', '[', ']', ',', ':', 'null', '0', '-1', '1e999', '"by_hand"', '\\u0000', '😀', '漢', '\ud800', '', ' '.repeat(200)].map((text) => Buffer.from(text))
  const counts = { paper: 0, problems: 0 }
  let midway = 0
  for (let at = 0; at < 10_000; at += 1) {
    let record = bytes
    for (let times = 1 + chance(3); times > 0; times -= 1) {
      const from = chance(record.length)
      const piece = chance(3) === 0 ? record.subarray(chance(record.length)).subarray(0, chance(60)) : pieces[chance(pieces.length)]
      record = Buffer.concat([record.subarray(0, from), piece, record.subarray(from + chance(chance(2) * 30 + 1))])
    }
    try {
      const document = renderer.render(record)
      assert.ok(document.docx().length > 0 && document.pdf().length > 0)
      counts.paper += 1
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      assert.ok(error.problems.some(({ severity }) => severity === 'error'))
      counts.problems += 1
    }
    if (at === 5_000) midway = memory()
  }
  const end = memory()
  assert.ok(counts.paper > 100 && counts.problems > 1000, JSON.stringify(counts))
  assert.ok(end < midway + 24, `memory grows: ${midway} MB, then ${end}`)
  assert.deepEqual(shas(renderer.render(paper)), made)
  console.log(`10,000 damaged records: ${counts.paper} papers, ${counts.problems} with problems; ${midway.toFixed()} MB midway, ${end.toFixed()} at the end`)
}

function memory() {
  globalThis.gc?.()
  return process.memoryUsage().rss / 2 ** 20
}
