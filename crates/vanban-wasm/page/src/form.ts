// The form of a kind, made from what the library says of its fields. No kind has code of its own here.

import { Control, helpOf, idOf, labelled, mark, plain } from './control.ts'
import { capital, el } from './dom.ts'
import { alternatives, choice, flag, picture } from './inputs.ts'
import { listOf } from './list.ts'
import { afterPress } from './press.ts'
import type { Path } from './path.ts'
import { at, put, read, written } from './path.ts'
import type { Sent } from './pruned.ts'
import { pruned } from './pruned.ts'
import { ScoreTable } from './scores.ts'
import { figure } from './shapes.ts'
import type { Field, Group, Problem, Scores, Shape, Value } from './shapes.ts'
import { words } from './words.ts'

const BY_HAND = 'by_hand'
// How long somebody pauses who has written a figure.
const PAUSE = 900

export class Form {
  readonly element = el('form', { class: 'form', novalidate: true, onsubmit: (event: Event) => event.preventDefault() })
  readonly record: Group
  readonly controls = new Map<string, Control>()
  // What stood at a place, by its sort, before another sort was chosen there.
  readonly others = new Map<string, Map<string, Value>>()
  #fields: Field[]
  #name: string
  #scores: Scores | undefined
  #table: ScoreTable | undefined
  #writing: Control | undefined
  #pause: number | undefined
  #problems: [readonly Problem[], Sent] | undefined
  #asked = false
  // Is told when something was written, and what was written there.
  onwrite: (path: string) => void = () => {}
  // Is told a sentence that shall be heard.
  onsay: (sentence: string) => void = () => {}
  // Is told what is to be looked at: not what is half written.
  onproblems: (problems: readonly Problem[]) => void = () => {}

  constructor(record: Group, fields: Field[], name = 'o') {
    this.record = record
    this.#name = name
    this.#fields = fields
    this.#build()
  }

  id(path: Path): string {
    return idOf(this.#name, path)
  }

  // Makes it anew, of other fields: what was written and where somebody was stay.
  rebuild(fields: Field[] = this.#fields): void {
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.id : undefined
    const open = this.opened()
    this.#fields = fields
    this.#build()
    this.open(open)
    if (focused !== undefined) (document.getElementById(focused) ?? this.element.closest('main'))?.focus()
    this.#show()
  }

  // The groups that are open, by their ids.
  opened(): string[] {
    return [...this.element.querySelectorAll('details[open]')].map((it) => it.id)
  }

  open(ids: readonly string[]): void {
    for (const details of this.element.querySelectorAll('details')) if (ids.includes(details.id)) details.open = true
  }

  #build(): void {
    this.controls.clear()
    this.#table = undefined
    this.element.replaceChildren(...this.group(this.#fields, [], true))
  }

  // Simple fields stand together, the others each in a part of its own; what papers seldom have stands folded.
  group(fields: Field[], path: Path, isWhole: boolean): HTMLElement[] {
    const has = (field: Field): boolean => at(this.record, [...path, field.name]) !== undefined
    const asked = fields.filter((field) => field.asked)
    const others = fields.filter((field) => !field.asked)
    const parts: HTMLElement[] = []
    let simple: HTMLElement[] = []
    const flush = (): void => {
      if (simple.length > 0) parts.push(el('div', {}, ...simple))
      simple = []
    }
    for (const field of asked) {
      const made = this.field(field, [...path, field.name])
      if (made instanceof HTMLFieldSetElement && made.classList.contains('part')) {
        flush()
        parts.push(made)
      } else simple.push(made)
    }
    flush()
    if (others.length > 0) {
      const details = el('details', { id: `${this.id(path)}-khac` }, el('summary', {}, isWhole ? words.seldom : words.seldomHere))
      details.open = others.some(has)
      // Most papers have none of them: they are made when they are looked for.
      const make = (): void => {
        if (details.childElementCount === 1) details.append(...others.map((field) => this.field(field, [...path, field.name])))
      }
      if (details.open) make()
      details.addEventListener('toggle', make)
      parts.push(details)
    }
    return parts
  }

  field(field: Field, path: Path): HTMLElement {
    return this.shape(field, field.shape, path)
  }

  shape(field: Field, shape: Shape, path: Path): HTMLElement {
    switch (shape.is) {
      case 'group': return this.#part(field, path, this.group(shape.fields, path, false))
      case 'list': return this.#list(field, shape.items, path)
      case 'choice': return choice(this, field, shape.values, path)
      case 'flag': return flag(this, field, path)
      case 'picture': return picture(this, field, path)
      case 'one_of': return this.#oneOf(field, shape.of, path)
      case 'spelt': {
        const value = at(this.record, path)
        // What no text says has its fields.
        if (value !== null && typeof value === 'object') return this.#part(field, path, this.group(shape.fields, path, false))
        return this.#text(field, path, true, false)
      }
      case 'number': return this.#text(field, path, false, true)
      default: return this.#text(field, path, false, false)
    }
  }

  #part(field: Field, path: Path, inside: HTMLElement[]): HTMLElement {
    const id = this.id(path)
    const legend = el('legend', { id: `${id}-ten` }, capital(field.term), field.required && mark())
    const help = helpOf(field, id)
    const part = el('fieldset', { id, class: 'part', tabindex: -1, 'aria-describedby': help?.id }, legend, help, ...inside)
    const control = new Control(path, part, false, help)
    this.controls.set(control.path, control)
    legend.after(control.error)
    return part
  }

  // Takes what was written.
  write(control: Control, path: Path, value: Value | undefined): void {
    put(this.record, path, value)
    this.#writing = control
    clearTimeout(this.#pause)
    this.#pause = window.setTimeout(() => {
      if (!control.patient) this.#leave(control)
    }, PAUSE)
    this.onwrite(control.path)
  }

  #leave(control: Control): void {
    control.touched = true
    if (this.#writing === control) this.#writing = undefined
    afterPress(() => this.#show())
  }

  // Joins a control with its place.
  register(control: Control): Control {
    this.controls.set(control.path, control)
    control.input.addEventListener('blur', () => this.#leave(control))
    return control
  }

  // Joins an input with what it is for; tells what is written when no letter is being put together.
  bind(input: HTMLInputElement | HTMLTextAreaElement, path: Path, patient: boolean, help: HTMLElement | undefined): Control {
    const control = this.register(new Control(path, input, patient, help))
    const value = at(this.record, path)
    input.value = value === undefined || value === null || value === BY_HAND || typeof value === 'object' ? '' : shown(value)
    const take = (): void => this.write(control, path, input.value === '' ? undefined : plain(input.value))
    input.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) take()
    })
    // Whoever puts a letter together is still writing.
    input.addEventListener('compositionstart', () => clearTimeout(this.#pause))
    input.addEventListener('compositionend', take)
    input.addEventListener('change', () => {
      const text = plain(input.value)
      if (text !== input.value) input.value = text
    })
    return control
  }

  #text(field: Field, path: Path, patient: boolean, isNumber: boolean): HTMLElement {
    const given = { id: this.id(path), 'aria-required': field.required && 'true', autocomplete: 'off', spellcheck: 'false' }
    const input = isNumber || patient
      ? el('input', { type: 'text', inputmode: isNumber ? 'decimal' : undefined, ...given })
      : el('textarea', { rows: 1, ...given })
    const pen = field.by_hand ? this.#pen(input, path) : undefined
    const [element, help] = labelled(field, input, [pen])
    const control = this.bind(input, path, patient, help)
    if (pen) this.#pens(pen, control, input, path)
    element.append(control.error)
    return element
  }

  #pen(input: HTMLElement, path: Path): HTMLLabelElement {
    const box = el('input', { type: 'checkbox', id: `${input.id}-but` })
    box.checked = at(this.record, path) === BY_HAND
    return el('label', { class: 'pen' }, box, ' ' + words.byHand)
  }

  #pens(pen: HTMLLabelElement, control: Control, input: HTMLInputElement | HTMLTextAreaElement, path: Path): void {
    const box = pen.querySelector('input')
    if (!box) return
    const show = (): void => {
      input.disabled = box.checked
      input.placeholder = box.checked ? '………………' : ''
    }
    box.addEventListener('change', () => {
      if (box.checked) input.value = ''
      show()
      control.touched = true
      this.write(control, path, box.checked ? BY_HAND : undefined)
    })
    show()
  }

  #list(field: Field, items: [string, Shape][], path: Path): HTMLElement {
    const isScored = this.#scores !== undefined && this.#scores.place === written(path)
    if (isScored && this.#scores) {
      this.#table = new ScoreTable(this, field, items, path, this.#scores)
      return this.#part(field, path, [this.#table.element])
    }
    const part = this.#part(field, path, [])
    part.append(listOf(this, field, items, path))
    return part
  }

  // One of several things: which of them is chosen first.
  #oneOf(field: Field, of: [string, Shape][], path: Path): HTMLElement {
    const part = this.#part(field, path, [])
    part.append(...alternatives(this, field, of, path, () => this.rebuild()))
    return part
  }

  // Takes the table of points; it is made anew where its rows are others.
  score(scores: Scores | null): void {
    const before = this.#scores
    const isSame = before !== undefined && scores !== null && outline(before) === outline(scores)
    this.#scores = scores ?? undefined
    if (isSame) this.#table?.update(scores)
    else if (before !== undefined || scores !== null) this.rebuild()
  }

  // The record as it is sent. A criterion without points is no row yet.
  sent(): Sent {
    const scores = this.#scores
    return pruned(this.record, (path, value) => scores !== undefined && written(path.slice(0, -1)) === scores.place
      && Object.entries(value).every(([name, own]) => name === scores.key || own === '' || own === null))
  }

  // Shows what is wrong beside its fields.
  tell(problems: readonly Problem[], sent: Sent): void {
    this.#problems = [problems, sent]
    this.#show()
  }

  // From now on what is missing is told everywhere.
  askForAll(): void {
    this.#asked = true
    this.#show()
  }

  #show(): void {
    if (!this.#problems) return
    const [problems, sent] = this.#problems
    const byPath = new Map<string, Problem[]>()
    const half = new Set<Problem>()
    for (const problem of problems) {
      const control = this.at(sent.origin(problem.path))
      if (control && this.#isHalf(control)) half.add(problem)
      if (control) byPath.set(control.path, [...(byPath.get(control.path) ?? []), problem])
    }
    for (const control of this.controls.values()) {
      const own = byPath.get(control.path) ?? []
      const open = !control.touched && !this.#asked
      const said = control.show(this.#isHalf(control) ? [] : own.filter((problem) => !open || !isMissing(problem)))
      if (said !== undefined && control.touched) this.onsay(said)
    }
    this.onproblems(problems.filter((problem) => !half.has(problem)))
  }

  // Whether somebody is still writing here, and nothing was wrong before.
  #isHalf(control: Control): boolean {
    return control === this.#writing && !control.isShown
  }

  // The place that a path leads to, or the nearest above it.
  at(path: string): Control | undefined {
    for (let steps = read(path); steps.length > 0; steps = steps.slice(0, -1)) {
      const found = this.controls.get(written(steps))
      if (found) return found
    }
    return undefined
  }
}

// What is missing is told beside its field when somebody has been there.
const isMissing = (problem: Problem): boolean => /missing|empty|too_few/.test(problem.code)

const outline = (scores: Scores): string => JSON.stringify([scores.place, scores.columns, scores.rows.map((row) => [row.id, row.counted, row.max])])

const shown = (value: Value): string => (typeof value === 'number' ? figure(value) : String(value))
