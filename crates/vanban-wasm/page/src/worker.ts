// The worker: the compiled library, and nothing else.

import { Desk, File, initSync } from 'vanban-wasm'
import type { Asked, Told } from './desk.ts'

let desk: Desk | undefined

async function begin(packed: string): Promise<Desk> {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  const module = await WebAssembly.compile(await new Response(unpacked).arrayBuffer())
  initSync({ module })
  return new Desk()
}

type Method = (...given: unknown[]) => unknown

function made(call: string, given: unknown[]): unknown {
  if (desk === undefined) throw new Error('no desk')
  const method = (desk as unknown as Record<string, Method>)[call]
  const value = method?.apply(desk, given)
  if (typeof value === 'string') return JSON.parse(value) as unknown
  if (value instanceof File) {
    const file = { name: value.name, bytes: value.take() }
    value.free()
    return file
  }
  return value
}

// One after the other, also while the library is being unpacked.
let queue: Promise<void> = Promise.resolve()

onmessage = ({ data }: MessageEvent<Asked>) => {
  queue = queue.then(async () => {
    const { id, call, given } = data
    try {
      if (call === 'begin') {
        try {
          desk = await begin(String(given[0]))
        } catch (error) {
          return postMessage({ id: 0, error: String(error) } satisfies Told)
        }
        return postMessage({ id, value: true } satisfies Told)
      }
      postMessage({ id, value: made(call, given) } satisfies Told)
    } catch (error) {
      // A sentence of the library is a text; all else is its end.
      if (typeof error === 'string') postMessage({ id, error } satisfies Told)
      else postMessage({ id, died: true } satisfies Told)
    }
  })
}
