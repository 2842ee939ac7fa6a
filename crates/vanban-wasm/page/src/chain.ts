// What follows from a paper: a click makes the next one. Back and forward of the browser walk along the chain.

import type { Desk } from './desk.ts'
import { button, capital, el } from './dom.ts'
import { Form } from './form.ts'
import type { Field, Group } from './shapes.ts'
import { words } from './words.ts'

interface Way { to: string; of: number[]; term: string; draft: number | null; sets: [string, string][] }

export class Chain {
  readonly element = el('section', { class: 'next', 'aria-label': words.next })
  #desk: Desk
  #buttons = el('div', { class: 'tools' })
  #dialog = el('dialog', { 'aria-label': words.issue })
  #shown = ''
  // Takes the record that follows.
  ontake: (record: Group) => void = () => {}
  onfail: (sentence: string) => void = () => {}

  constructor(desk: Desk) {
    this.#desk = desk
    this.element.append(el('h2', {}, words.next), this.#buttons, this.#dialog)
    this.element.hidden = true
  }

  hide(): void {
    this.#shown = ''
    this.element.hidden = true
  }

  // Shows what may follow from the last of these records.
  async show(records: string[]): Promise<void> {
    const ways = await this.#desk.call<Way[]>('following', records)
    const now = JSON.stringify([ways, records.length])
    this.element.hidden = ways.length === 0
    if (now !== this.#shown) {
      this.#shown = now
      this.#buttons.replaceChildren(...ways.map((way) => this.#button(way)))
    }
    this.#records = records
  }

  #records: string[] = []

  #button(way: Way): HTMLButtonElement {
    if (way.to === 'issue') return button(words.issue, () => void this.#ask())
    const name = way.draft === null ? capital(way.term) : way.draft === 1 ? `${words.draft} ${way.term}` : `${words.draft} ${words.time} ${way.draft}`
    return button(name, () => void (way.sets.length > 0 ? this.#choose(way, name) : this.#make(way, null)))
  }

  async #make(way: Way, set: string | null): Promise<void> {
    try {
      const sources = way.of.flatMap((at) => this.#records[at] ?? [])
      this.ontake(await this.#desk.call<Group>('next', sources, way.to, set ?? undefined))
    } catch (error) {
      this.onfail((error as Error).message)
    }
  }

  // A form is scored by a set that somebody names.
  #choose(way: Way, name: string): void {
    const choice = el('select', { id: 'bo' }, ...way.sets.map(([id, called]) => el('option', { value: id }, called)))
    this.#open(name, [el('label', { for: 'bo' }, words.criteria), choice], name, async () => {
      await this.#make(way, choice.value)
      return undefined
    })
  }

  async #ask(): Promise<void> {
    const record = this.#records.at(-1) ?? ''
    const { fields, given } = await this.#desk.call<{ fields: Field[]; given: Group }>('asked', record)
    const form = new Form(given, fields, 'ban-hanh')
    this.#open(words.issue, [form.element], words.issue, async () => {
      try {
        this.ontake(await this.#desk.call<Group>('issue', record, form.sent().json))
        return undefined
      } catch (error) {
        return (error as Error).message
      }
    })
  }

  // A dialog; it is closed when what it is for is done. The focus goes back to where it was.
  #open(title: string, inside: HTMLElement[], name: string, act: () => Promise<string | undefined>): void {
    const said = el('p', { role: 'alert', class: 'error' })
    const close = (): void => this.#dialog.close()
    const go = async (): Promise<void> => {
      const wrong = await act()
      said.textContent = wrong ?? ''
      if (wrong === undefined) close()
    }
    this.#dialog.replaceChildren(el('h2', {}, title), ...inside, said,
      el('div', { class: 'tools' }, button(name, () => void go()), button(words.cancel, close)))
    this.#dialog.showModal()
    this.#dialog.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }
}
