// A browser, or what a bundler makes for one: the compiled library is fetched before the importing program begins.

import { beginAsync, type Glue } from '#glue'
import type { Port } from '#platform'

const answer = await fetch(new URL('./vanban.wasm', import.meta.url))
if (!answer.ok) throw new Error(`vanban.wasm: ${answer.status}`)
const module = await WebAssembly.compile(await answer.arrayBuffer())

export const load = (): WebAssembly.Module => module

// The page's own thread may begin a small module only, unless it waits.
export const renew = (): Promise<Glue> => beginAsync(module)
export const begun = await renew()

export const processors = navigator.hardwareConcurrency

export function startWorker(told: (message: unknown) => void, died: (error: Error) => void): Port {
  const worker = new Worker(new URL('./browser-worker.mjs', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }) => told(data)
  worker.onerror = (event) => {
    event.preventDefault()
    worker.terminate()
    died(new Error(event.message))
  }
  return { post: (message) => worker.postMessage(message), hold: () => {} }
}
