// A clerk's sheet: what is asked of its columns, its first paper, the rows that are refused, and all papers as a ZIP.

import type { Desk } from './desk.ts'
import { mark } from './control.ts'
import { button, capital, el } from './dom.ts'
import { optionsOf } from './house.ts'
import type { Group, Kind, Saved } from './shapes.ts'
import { words } from './words.ts'

interface Choice { value: string; term: string }
interface Question { key: string; term: string; sentence: string; help: string; choices: Choice[]; answer: string; required: boolean }
interface Plan { kind: string; sheet: string | null; sheets: string[]; survey: string[]; questions: Question[]; wrong: string[]; count: number; has_list: boolean }
interface Refused { name: string; problems: { cell: string; column: string; value: string; message: string }[] }
interface Looked { to: number; papers: number; refused: Refused[] }

// So many records at a time: short enough to stop between two steps, and to show how far it is.
const STEP = 4

export class Sheet {
  readonly element = el('section', { class: 'sheet-of', 'aria-label': words.sheet })
  #desk: Desk
  #name: string
  #bytes: Uint8Array
  #isText: boolean
  #kinds: Kind[]
  #answers: Record<string, string> = {}
  #plan: Plan | undefined
  #row = 0
  // Counts what was asked, so that what is looked at for earlier answers is given up.
  #turn = 0
  #survey = el('ul', { class: 'survey' })
  #questions = el('div')
  // The fields of what is asked, by its key; what each was made for.
  #fields = new Map<string, { id: string; made: string; field: HTMLElement; input: HTMLInputElement | HTMLSelectElement }>()
  #wrong = el('div', { role: 'alert', class: 'error' })
  #refused = el('div')
  #make = button('', () => void this.#papers())
  #list = button(words.makeList, () => void this.#makeList())
  #rows = el('div', { class: 'tools' })
  #progress = el('div', { class: 'progress' })
  #said = el('p', { role: 'status', class: 'said' })
  #at = el('span', { role: 'status' })
  #left: string[] = []
  // Takes the record of a row, to be seen.
  onrow: (record: Group) => void = () => {}
  // Takes the month's list, to be filled in and saved, and a sentence of who is not in it.
  onlist: (record: Group, without: string) => void = () => {}
  onsaved: (saved: Saved) => void = () => {}
  onfail: (sentence: string) => void = () => {}

  constructor(desk: Desk, kinds: Kind[], name: string, bytes: Uint8Array, isText: boolean) {
    this.#kinds = kinds
    this.#desk = desk
    this.#name = name
    this.#bytes = bytes
    this.#isText = isText
    const before = button(words.rowBefore, () => void this.#show(this.#row - 1))
    const after = button(words.rowAfter, () => void this.#show(this.#row + 1))
    this.#rows.append(before, after, this.#at)
    this.element.append(el('h2', {}, `${words.sheet}: ${name}`), this.#survey, this.#questions, this.#wrong,
      el('div', { class: 'bar' }, this.#make, this.#list, button(words.saveMapping, () => void this.#saveMapping())), this.#progress, this.#said, this.#rows, this.#refused)
  }

  // Opens it; what keeps it from being read is thrown.
  async open(onread: () => void = () => {}, kind?: string, sheet?: string): Promise<void> {
    const plan = await this.#desk.call<Plan>('open_sheet', this.#bytes, this.#isText, kind, sheet)
    onread()
    // Its rows are looked at while it is there to be seen.
    void this.#take(plan)
  }

  // Tells what went wrong, but for what was asked of an earlier state.
  #fail(error: unknown, turn: number): void {
    if (turn === this.#turn) this.onfail((error as Error).message)
  }

  // Gives up what it is at.
  close(): void {
    this.#turn += 1
  }

  async #take(plan: Plan): Promise<void> {
    const turn = ++this.#turn
    this.#plan = plan
    this.#said.textContent = ''
    this.#survey.replaceChildren(...plan.survey.map((line) => el('li', {}, capital(line))))
    this.#ask(plan)
    // What is asked and not answered is told by its question.
    const isOpen = plan.questions.some((question) => question.required && question.answer === '')
    this.#wrong.replaceChildren(...(isOpen ? [words.answerAll] : plan.wrong).map((line) => el('p', {}, line)))
    this.#refused.replaceChildren()
    this.#make.hidden = plan.count === 0
    this.#rows.hidden = plan.count === 0
    this.#list.hidden = !plan.has_list
    if (plan.count === 0) return
    await this.#show(0)
    if (turn === this.#turn) await this.#look(turn)
  }

  // The questions, each beside what is taken without an answer. An answer may change what else is asked; what is asked as
  // before stays as it is, since somebody may be typing there already.
  #ask(plan: Plan): void {
    const focused = document.activeElement?.id
    const choice = plan.sheets.length > 1 ? [this.#sheetChoice(plan)] : []
    const asked = [this.#kindChoice(plan), ...choice, ...plan.questions.map((question) => this.#question(question))]
    for (const field of [...this.#questions.children]) if (!asked.includes(field as HTMLElement)) field.remove()
    asked.forEach((field, index) => {
      const there = this.#questions.children[index]
      if (there !== field) this.#questions.insertBefore(field, there ?? null)
    })
    if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus()
  }

  #kindChoice(plan: Plan): HTMLElement {
    const input = el('select', { id: 'bang-loai' }, ...optionsOf(this.#kinds))
    input.value = plan.kind
    input.addEventListener('change', () => {
      this.#answers = {}
      void this.open(undefined, input.value, plan.sheet ?? undefined).catch((error: Error) => this.onfail(error.message))
    })
    return el('div', { class: 'field' }, el('label', { for: 'bang-loai' }, words.sheetKind), input)
  }

  #sheetChoice(plan: Plan): HTMLElement {
    const input = el('select', { id: 'trang' }, ...plan.sheets.map((name) => el('option', { value: name }, name)))
    input.value = plan.sheet ?? ''
    input.addEventListener('change', () => void this.open(undefined, plan.kind, input.value).catch((error: Error) => this.onfail(error.message)))
    return el('div', { class: 'field' }, el('label', { for: 'trang' }, words.sheetName), input)
  }

  #question(question: Question): HTMLElement {
    const isChoice = question.choices.length > 0
    const made = JSON.stringify(isChoice ? question : { ...question, answer: '' })
    const before = this.#fields.get(question.key)
    const known = this.#answers[question.key] ?? question.answer
    if (before?.made === made && (before.input === document.activeElement || before.input.value === known)) return before.field
    const id = before?.id ?? `hoi-${this.#fields.size}`
    const help = el('p', { id: `${id}-giup`, class: 'help' }, question.help)
    const given = { id, 'aria-describedby': help.id, 'aria-required': question.required && 'true' }
    const input = isChoice
      ? el('select', given, ...(question.answer === '' ? [el('option', { value: '' }, words.choose)] : []),
        ...question.choices.map(({ value, term }) => el('option', { value }, capital(term))))
      : el('input', { type: 'text', autocomplete: 'off', ...given })
    input.value = question.answer
    input.addEventListener('change', () => {
      this.#answers[question.key] = input.value
      void this.#answer()
    })
    const field = el('div', { class: 'field' }, el('label', { for: id }, capital(question.sentence), question.required && mark()), input, help)
    this.#fields.set(question.key, { id, made, field, input })
    return field
  }

  async #answer(): Promise<void> {
    const turn = ++this.#turn
    try {
      const plan = await this.#desk.call<Plan>('answer_sheet', JSON.stringify(this.#answers))
      if (turn === this.#turn) await this.#take(plan)
    } catch (error) {
      this.#fail(error, turn)
    }
  }

  async #show(row: number): Promise<void> {
    const turn = this.#turn
    const count = this.#plan?.count ?? 0
    this.#row = Math.min(Math.max(row, 0), count - 1)
    const [before, after] = this.#rows.querySelectorAll('button')
    const [isFirst, isLast] = [this.#row === 0, this.#row + 1 >= count]
    if (before && !isFirst) before.disabled = false
    if (after && !isLast) after.disabled = false
    // A button that can do no more gives the focus to the other.
    if (isFirst && document.activeElement === before) after?.focus()
    if (isLast && document.activeElement === after) before?.focus()
    if (before && isFirst) before.disabled = true
    if (after && isLast) after.disabled = true
    this.#at.textContent = words.rowAt(this.#row + 1, count)
    try {
      const record = await this.#desk.call<Group>('row', this.#row)
      if (turn === this.#turn) this.onrow(record)
    } catch (error) {
      this.#fail(error, turn)
    }
  }

  // Looks at all rows, some at a time, and tells which are refused.
  async #look(turn: number): Promise<void> {
    const refused: Refused[] = []
    let papers = 0
    this.#left = []
    this.#make.disabled = true
    for (let at = 0; at < (this.#plan?.count ?? 0);) {
      let looked: Looked
      try {
        looked = await this.#desk.call<Looked>('look', at, STEP)
      } catch (error) {
        return this.#fail(error, turn)
      }
      if (turn !== this.#turn) return
      at = looked.to
      papers += looked.papers
      refused.push(...looked.refused)
    }
    this.#make.disabled = papers === 0
    this.#make.textContent = words.makePapers(papers)
    this.#left = refused.map(({ name }) => name)
    if (refused.length > 0) this.#refused.replaceChildren(table(refused))
  }

  async #papers(): Promise<void> {
    const turn = ++this.#turn
    const total = this.#plan?.count ?? 0
    const bar = el('progress', { max: total, value: 0, 'aria-label': words.making })
    const left = el('p', { 'aria-live': 'off' })
    let stopped = false
    const stop = button(words.stop, () => (stopped = true))
    this.#progress.replaceChildren(bar, left, stop)
    this.#make.disabled = true
    stop.focus()
    const began = performance.now()
    try {
      await this.#desk.call('begin_papers')
      for (let done = 0; done < total && !stopped && turn === this.#turn;) {
        ({ done } = await this.#desk.call<{ done: number }>('more_papers', STEP))
        bar.value = done
        const seconds = Math.ceil(((performance.now() - began) / done) * (total - done) / 1000)
        left.textContent = words.left(done, total, seconds)
      }
      if (!stopped && turn === this.#turn) this.#save(await this.#desk.call<Saved>('papers'))
    } catch (error) {
      this.#fail(error, turn)
    }
    if (!stopped && turn !== this.#turn) this.#said.textContent = words.givenUp
    const isHere = document.activeElement === stop
    this.#progress.replaceChildren()
    this.#make.disabled = false
    if (isHere) this.#make.focus()
  }

  async #makeList(): Promise<void> {
    try {
      this.onlist(await this.#desk.call<Group>('list'), this.#left.length > 0 ? words.listWithout(this.#left) : '')
    } catch (error) {
      this.onfail((error as Error).message)
    }
  }

  async #saveMapping(): Promise<void> {
    this.#save(await this.#desk.call<Saved>('mapping'))
  }

  #save(saved: Saved): void {
    this.onsaved(saved)
    this.#said.textContent = words.saved(saved.name)
  }

  get name(): string {
    return this.#name
  }
}

// What is refused, a line each: where, and why.
function table(refused: Refused[]): HTMLElement {
  const head = el('tr', {}, ...[words.record, words.cell, words.column, words.value, words.why].map((name) => el('th', { scope: 'col' }, name)))
  const lines = refused.flatMap(({ name, problems }) => problems.map(({ cell, column, value, message }) =>
    el('tr', {}, el('th', { scope: 'row' }, name), ...[cell, column, value, message].map((text) => el('td', {}, text)))))
  return el('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': words.refused(refused.length) },
    el('table', {}, el('caption', {}, words.refused(refused.length)), el('thead', {}, head), el('tbody', {}, ...lines)))
}
