// Node.js: the compiled library lies beside this file.

import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Port } from '#platform'

let module: WebAssembly.Module | undefined

export function load(): WebAssembly.Module {
  return module ??= new WebAssembly.Module(readFileSync(join(__dirname, 'vanban.wasm')))
}

export const begun = undefined
export const renew = undefined

export const processors = cpus().length

export function startWorker(told: (message: unknown) => void, died: (error: Error) => void): Port {
  // The program's own flags, a loader say, are not the worker's.
  const worker = new Worker(join(__dirname, 'node-worker.cjs'), { execArgv: [] })
  let why = new Error('it ended')
  worker.on('message', told)
  worker.on('error', (error) => { why = error })
  worker.on('exit', () => died(why))
  worker.unref()
  return {
    post: (message) => worker.postMessage(message),
    hold: (isBusy) => isBusy ? worker.ref() : worker.unref(),
  }
}
