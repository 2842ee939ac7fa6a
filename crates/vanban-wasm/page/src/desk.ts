// The library, in a worker of its own: the page goes on while it works. A worker that dies is begun again, and is asked
// again what it was asked.

import { words } from './words.ts'

export interface Told { id: number; value?: unknown; error?: string; died?: boolean }
export interface Asked { id: number; call: string; given: unknown[] }

interface Waiting extends Asked {
  resolve(value: unknown): void
  reject(error: Error): void
  // How often a worker died over it.
  tries: number
}

// Longer than what is asked at each key takes, and than anything else takes.
const PATIENCE = 4_000
const MOST_PATIENCE = 30_000
const SOON = new Set(['preview', 'following', 'fields', 'row', 'mapping', 'next', 'asked', 'issue'])
const TRIES = 2

export class Desk {
  #worker: Worker | undefined
  #waiting = new Map<number, Waiting>()
  #next = 1
  #timer: number | undefined
  #begin: () => Worker
  #isBegun = false
  #isBroken = false
  #stillborn = 0
  // What a worker has to know of the house's forms and criteria, and of the open sheet: another one is told it first.
  #house: Asked[] = []
  #sheet: Asked[] = []
  // Is told when a worker died and another one works.
  onrestart: () => void = () => {}
  // Is told when there is none.
  onbroken: () => void = () => {}

  constructor(begin: () => Worker) {
    this.#begin = begin
    this.#start()
  }

  get busy(): boolean {
    return this.#waiting.size > 0
  }

  call<T>(call: string, ...given: unknown[]): Promise<T> {
    if (this.#isBroken) return Promise.reject(new Error(words.broken))
    return new Promise((resolve, reject) => {
      const asked: Waiting = {
        id: this.#next++, call, given, tries: 0, reject,
        resolve: (value) => resolve(value as T),
      }
      this.#waiting.set(asked.id, asked)
      this.#ask(asked)
    })
  }

  // Ends what the worker is at; what waits is asked of the next.
  restart(): void {
    this.#worker?.terminate()
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#start()
    for (const { call, given } of [...this.#house, ...this.#sheet]) this.#worker?.postMessage({ id: -1, call, given } satisfies Asked)
    for (const asked of [...this.#waiting.values()]) {
      asked.tries += 1
      if (asked.tries < TRIES) this.#ask(asked)
      else this.#answer(asked.id, undefined, words.failed)
    }
  }

  // Leaves out what the house brought; whether there was anything.
  forget(): boolean {
    const had = this.#house.length > 0
    this.#house = []
    if (had) this.restart()
    return had
  }

  #ask({ id, call, given }: Asked): void {
    this.#worker?.postMessage({ id, call, given } satisfies Asked)
    if (this.#timer === undefined) this.#wait()
  }

  #start(): void {
    this.#isBegun = false
    try {
      const worker = this.#begin()
      worker.onmessage = ({ data }: MessageEvent<Told>) => {
        if (data.id === 0) return this.#broken()
        if (data.died) return this.#died()
        this.#isBegun = true
        this.#answer(data.id, data.value, data.error)
      }
      worker.onerror = (event) => {
        event.preventDefault()
        this.#died()
      }
      this.#worker = worker
    } catch {
      this.#broken()
    }
  }

  #broken(): void {
    this.#isBroken = true
    for (const { id } of [...this.#waiting.values()]) this.#answer(id, undefined, words.broken)
    this.onbroken()
  }

  // One that never began has no heir that could.
  #died(): void {
    const wasBegun = this.#isBegun
    this.#stillborn = wasBegun ? 0 : this.#stillborn + 1
    if (this.#stillborn >= TRIES) {
      this.#worker?.terminate()
      return this.#broken()
    }
    this.restart()
    if (wasBegun) this.onrestart()
  }

  #answer(id: number, value: unknown, error?: string): void {
    const asked = this.#waiting.get(id)
    this.#waiting.delete(id)
    this.#wait()
    if (asked === undefined) return
    if (error !== undefined) return asked.reject(new Error(error))
    if (asked.call.startsWith('add_')) this.#house.push(asked)
    if (asked.call === 'open_sheet') this.#sheet = [asked]
    if (asked.call === 'answer_sheet') this.#sheet = [...this.#sheet.slice(0, 1), asked]
    asked.resolve(value)
  }

  // A worker that was ended says nothing: that nothing is heard tells it. It answers in the order that it was asked in.
  #wait(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const [first] = this.#waiting.values()
    if (first === undefined) return
    const patience = this.#isBegun && SOON.has(first.call) ? PATIENCE : MOST_PATIENCE
    this.#timer = window.setTimeout(() => this.#died(), patience)
  }
}
