// What the house brings, its forms and its criteria sets: it stays in the browser as the drafts do, until all is cleared.

import type { Desk } from './desk.ts'
import { capital, el } from './dom.ts'
import type { Kind } from './shapes.ts'
import { words } from './words.ts'

export type Brings = 'add_form' | 'add_criteria'
interface Brought { call: Brings; name: string; bytes: string }

const KEY = 'vanban.house'
// Which of a house's files are what.
const SORTS: Record<string, Brings> = { zip: 'add_form', toml: 'add_criteria' }

// What kinds are chosen by. A form that is called as one of the library's says that it is the house's own.
export const optionsOf = (kinds: readonly Kind[]): HTMLElement[] => kinds.map(({ name, term }, index) => {
  const isOwn = kinds.findIndex((kind) => kind.term === term) < index
  return el('option', { value: name }, capital(term) + (isOwn ? words.own : ''))
})

export const endingOf = (file: File): string => file.name.split('.').at(-1)?.toLowerCase() ?? ''

export const bringsOf = (file: File): Brings | undefined => SORTS[endingOf(file)]

const text = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const bytes = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

export class House {
  #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  // What an earlier page kept. What a newer library refuses is passed over: its papers are told then.
  async restore(): Promise<void> {
    for (const { call, bytes: kept } of read()) {
      try {
        await this.#desk.call(call, bytes(kept))
      } catch {
        // It stays kept: the file may be opened again.
      }
    }
  }

  // Takes in a file; whether the browser keeps it, too.
  async bring<T>(call: Brings, name: string, given: Uint8Array): Promise<[T, boolean]> {
    const said = await this.#desk.call<T>(call, given)
    const others = read().filter((it) => it.name !== name || it.call !== call)
    try {
      localStorage.setItem(KEY, JSON.stringify([...others, { call, name, bytes: text(given) }]))
      return [said, true]
    } catch {
      return [said, false]
    }
  }

  // Whether there was anything.
  clear(): boolean {
    const had = this.#desk.forget()
    try {
      localStorage.removeItem(KEY)
    } catch {
      // Where nothing can be kept there is nothing to forget.
    }
    return had
  }
}

function read(): Brought[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]') as Brought[]
    return kept.filter(({ call, bytes }) => Object.values(SORTS).includes(call) && typeof bytes === 'string')
  } catch {
    return []
  }
}
