// A place where something is written: its label, its help, what is wrong with it.

import { capital, el } from './dom.ts'
import type { Path } from './path.ts'
import { written } from './path.ts'
import { sentence } from './shapes.ts'
import type { Field, Problem } from './shapes.ts'

// The id of the field at a place; no two forms of a page share one.
export const idOf = (form: string, path: Path): string => [form, ...path].map((step) => String(step).replaceAll('.', '_')).join('-')

export class Control {
  readonly path: string
  readonly input: HTMLElement
  readonly error: HTMLElement
  // Whether somebody has been here: what is missing elsewhere is not told beside its field yet.
  touched = false
  // Whether a text is wrong while it is written, as half of a date is: it is told when it is left.
  readonly patient: boolean
  #shown = ''
  #problems: readonly Problem[] = []
  #refused = ''

  constructor(path: Path, input: HTMLElement, patient: boolean, help: HTMLElement | undefined) {
    this.path = written(path)
    this.input = input
    this.patient = patient
    this.error = el('p', { id: `${input.id}-loi`, class: 'error' })
    this.error.hidden = true
    const described = [help?.id, this.error.id].filter((id) => id !== undefined)
    input.setAttribute('aria-describedby', described.join(' '))
    input.addEventListener('blur', () => (this.touched = true))
  }

  // Shows what is wrong; gives the sentence where it was not shown before.
  show(problems: readonly Problem[]): string | undefined {
    this.#problems = problems
    const said = [this.#refused, ...problems.map(sentence)].filter((it) => it !== '').join('\n')
    if (said === this.#shown) return undefined
    this.#shown = said
    this.error.textContent = said
    this.error.hidden = said === ''
    this.error.classList.toggle('warning', this.#refused === '' && problems.every((problem) => problem.severity === 'warning'))
    const isWrong = problems.some((problem) => problem.severity === 'error')
    if (isWrong) this.input.setAttribute('aria-invalid', 'true')
    else this.input.removeAttribute('aria-invalid')
    return said === '' ? undefined : said
  }

  // Says why the page did not take what was given here; the library has not seen it.
  refuse(why: string): void {
    this.#refused = why
    this.show(this.#problems)
  }

  get isShown(): boolean {
    return this.#shown !== ''
  }

  focus(): void {
    for (let at: Element | null = this.input; at; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true
    }
    this.input.focus()
    this.input.scrollIntoView({ block: 'center' })
  }
}

// What stands around an input: label before it, help behind it.
export function labelled(field: Field, input: HTMLElement, more: (Node | undefined)[] = []): [HTMLElement, HTMLElement | undefined] {
  const label = el('label', { for: input.id }, capital(field.term), field.required && mark())
  const help = helpOf(field, input.id)
  return [el('div', { class: 'field' }, label, input, ...more, help), help]
}

export function helpOf(field: Field, id: string): HTMLElement | undefined {
  return field.help === '' ? undefined : el('p', { id: `${id}-giup`, class: 'help' }, field.help)
}

export const mark = (): HTMLElement => el('span', { class: 'required', 'aria-hidden': 'true' }, ' *')

// A text as the record has it. Half of a letter would stop the library; some browsers still lack `toWellFormed`.
export const plain = (text: string): string => text.normalize('NFC').replace(/\p{Surrogate}/gu, '\uFFFD')
