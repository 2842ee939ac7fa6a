// The table of points. Its rows come from the criteria, what can be given from the library: the page adds nothing up.

import { Control } from './control.ts'
import { button, capital, el } from './dom.ts'
import type { Form } from './form.ts'
import type { Path } from './path.ts'
import { at, put, written } from './path.ts'
import { figure } from './shapes.ts'
import type { Field, ScoreRow, Scores, Shape, Value } from './shapes.ts'
import type { Stray } from './stray.ts'
import { stray } from './stray.ts'
import { words } from './words.ts'

export class ScoreTable {
  readonly element: HTMLElement
  #form: Form
  #path: Path
  #fields: Field[]
  #scores: Scores
  #status = el('p', { role: 'status', class: 'standing' })
  #offers = new Map<string, HTMLElement>()
  #inputs = new Map<string, HTMLInputElement>()

  constructor(form: Form, field: Field, items: [string, Shape][], path: Path, scores: Scores) {
    this.#form = form
    this.#path = path
    this.#scores = scores
    const row = items.map(([, shape]) => shape).find((shape) => shape.is === 'group')
    const known = row?.is === 'group' ? row.fields : []
    this.#fields = scores.columns.flatMap((name) => known.find((own) => own.name === name) ?? [])
    this.#order()
    const head = el('tr', {}, el('th', { scope: 'col' }, words.criterion), ...this.#fields.map((own) => el('th', { scope: 'col' }, capital(own.term))))
    const body = el('tbody')
    let group: string | null = null
    for (const line of scores.rows) {
      if (line.group !== null && line.group !== group) {
        body.append(el('tr', {}, el('th', { scope: 'colgroup', colspan: this.#fields.length + 1, class: 'group' }, line.group)))
      }
      group = line.group
      body.append(this.#row(line))
    }
    const fill = button(words.fillMost, () => this.#fill())
    this.element = el('div', { class: 'scores' }, this.#stray(known), fill,
      el('div', { class: 'scroll' }, el('table', {}, el('caption', {}, capital(field.term)), el('thead', {}, head), body)), this.#status)
    this.update(scores)
  }

  // The rows stand in the order of the criteria, whatever order they were written in.
  #order(): void {
    const value = at(this.#form.record, this.#path)
    const rows = Array.isArray(value) ? value : []
    const of = (id: string): Value | undefined => rows.find((row) => at(row, [this.#scores.key]) === id)
    const known: Value[] = this.#scores.rows.map((row) => of(row.id) ?? { [this.#scores.key]: row.id })
    const next = [...known, ...rows.filter((row) => !known.includes(row))]
    put(this.#form.record, this.#path, next)
    // What the library said of these rows it said of their places before: it is asked again.
    if (rows.some((row, index) => next[index] !== row)) this.#form.onwrite(written(this.#path))
  }

  // What the record has of points without a field here: it is said, and can be taken out.
  #stray(fields: Field[]): HTMLElement | undefined {
    const find = (): Stray => {
      const rows = at(this.#form.record, this.#path)
      return stray(Array.isArray(rows) ? rows : [], this.#scores, fields)
    }
    const { said, whole, places } = find()
    if (said.length === 0) return undefined
    const paths = places.map((place) => [...this.#path, ...place])
    const id = `${this.#form.id(this.#path)}-thua`
    const away = button(words.takeOut(whole), () => {
      // The others may have been written at since.
      put(this.#form.record, this.#path, find().rest)
      for (const path of paths) this.#form.controls.delete(written(path))
      this.#focus()
      group.remove()
      this.#form.onwrite(written(this.#path))
    })
    const group = el('div', { id, class: 'stray', role: 'group', tabindex: -1, 'aria-labelledby': `${id}-cau` },
      el('p', { id: `${id}-cau` }, said.join(' ')), away)
    // What is wrong with them leads here, where something can be done; the sentence says it for them all.
    const control = new Control(paths[0] ?? this.#path, group, false, undefined)
    group.removeAttribute('aria-describedby')
    for (const path of paths) this.#form.controls.set(written(path), control)
    return group
  }

  // The first score to be given, else the first of all.
  #focus(): void {
    const all = [...this.#inputs.values()]
    const next = all.find((input) => input.value === '') ?? all[0]
    if (next) next.focus()
    else this.#form.controls.get(written(this.#path))?.focus()
  }

  #index(id: string): number {
    return this.#scores.rows.findIndex((row) => row.id === id)
  }

  #row(line: ScoreRow): HTMLElement {
    const head = el('th', { scope: 'row' }, `${line.id} ${line.title} `, line.counted && el('span', { class: 'max' }, `(${words.most} ${figure(line.max)})`))
    if (!line.counted) return el('tr', { class: 'uncounted' }, head, el('td', { colspan: this.#fields.length }, words.notCounted))
    return el('tr', {}, head, ...this.#fields.map((field) => this.#cell(field, line)))
  }

  #cell(field: Field, line: ScoreRow): HTMLElement {
    const path = [...this.#path, this.#index(line.id), field.name]
    const isScore = field.shape.is === 'number'
    const name = `${capital(field.term)} ${line.id}`
    const given = { id: this.#form.id(path), 'aria-label': name, autocomplete: 'off' }
    const input = isScore
      ? el('input', { type: 'text', role: 'spinbutton', inputmode: 'decimal', 'aria-valuemin': 0, 'aria-valuemax': line.max, ...given })
      : el('textarea', { rows: 1, ...given })
    const control = this.#form.bind(input, path, false, undefined)
    if (!isScore || !(input instanceof HTMLInputElement)) return el('td', {}, input, control.error)
    this.#steps(input, control, path, line)
    this.#inputs.set(`${field.name} ${line.id}`, input)
    const offer = el('span', { class: 'offer' })
    this.#offers.set(`${field.name} ${line.id}`, offer)
    return el('td', {}, input, offer, control.error)
  }

  // Up and down, as in any field of figures.
  #steps(input: HTMLInputElement, control: Control, path: Path, line: ScoreRow): void {
    const say = (): void => {
      const now = read(input.value)
      if (input.value === '' || Number.isNaN(now)) input.removeAttribute('aria-valuenow')
      else input.setAttribute('aria-valuenow', String(now))
    }
    input.addEventListener('input', say)
    input.addEventListener('keydown', (event) => {
      const isUp = event.key === 'ArrowUp'
      if ((!isUp && event.key !== 'ArrowDown') || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      const now = Number.isNaN(read(input.value)) ? 0 : read(input.value)
      this.#set(input, control, path, figure(next(line, now, isUp)))
    })
    say()
  }

  #set(input: HTMLInputElement, control: Control, path: Path, value: string): void {
    input.value = value
    input.setAttribute('aria-valuenow', value.replace(',', '.'))
    this.#form.write(control, path, value)
  }

  // The most into each score that is empty.
  #fill(): void {
    for (const line of this.#scores.rows.filter((row) => row.counted)) {
      for (const field of this.#fields) {
        const input = this.#inputs.get(`${field.name} ${line.id}`)
        const path = [...this.#path, this.#index(line.id), field.name]
        const control = this.#form.controls.get(written(path))
        if (input && control && input.value === '') this.#set(input, control, path, figure(line.max))
      }
    }
  }

  // Takes what follows from the figures now, and what the points come to.
  update(scores: Scores): void {
    this.#scores = scores
    if (this.#status.textContent !== (scores.standing ?? '')) this.#status.textContent = scores.standing ?? ''
    for (const line of scores.rows) for (const field of this.#fields) this.#offer(field, line)
  }

  // What follows from the figures is offered where another value stands, and never written unasked.
  #offer(field: Field, line: ScoreRow): void {
    const key = `${field.name} ${line.id}`
    const [offer, input] = [this.#offers.get(key), this.#inputs.get(key)]
    if (!offer || !input) return
    const points = line.points === null ? '' : figure(line.points)
    const wanted = input.value === points ? '' : points
    if (offer.dataset['points'] === wanted) return
    offer.dataset['points'] = wanted
    if (wanted === '') return offer.replaceChildren()
    const path = [...this.#path, this.#index(line.id), field.name]
    const take = button(`${words.byFigures} ${wanted}`, () => {
      const control = this.#form.controls.get(written(path))
      if (control) this.#set(input, control, path, wanted)
      input.focus()
    }, { 'aria-label': `${words.byFigures} ${wanted}: ${capital(field.term)} ${line.id}` })
    offer.replaceChildren(take)
  }
}

const read = (text: string): number => Number(text.replace(',', '.'))

// The next points that can be given: those that the criteria name, else half a point on.
function next(line: ScoreRow, now: number, isUp: boolean): number {
  if (line.levels.length === 0) return Math.min(Math.max(now + (isUp ? line.step : -line.step), 0), line.max)
  const levels = [...line.levels].sort((a, b) => a - b)
  const found = isUp ? levels.find((level) => level > now) : levels.findLast((level) => level < now)
  return found ?? now
}
