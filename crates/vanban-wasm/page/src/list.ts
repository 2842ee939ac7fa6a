// A list that grows: its rows, and the buttons that add, move and remove them. The focus stays where somebody works.

import { button, el } from './dom.ts'
import type { Form } from './form.ts'
import { alternatives, begun } from './inputs.ts'
import type { Path } from './path.ts'
import { at, forget, put, written } from './path.ts'
import type { Field, Shape, Value } from './shapes.ts'
import { words } from './words.ts'

// What takes the focus in a row: its first field, or the way to it.
const FIRST = 'textarea:enabled, input:enabled, select, .add, summary'

export function listOf(form: Form, field: Field, items: [string, Shape][], path: Path): HTMLElement {
  const list = el('ol')
  const add = button(words.addRow, () => append(), { class: 'add' })
  const holder = el('div', { class: 'list' }, add)
  const rows = (): Value[] => {
    const value = at(form.record, path)
    return Array.isArray(value) ? value : []
  }
  const change = (next: Value[], focus: number | undefined): void => {
    put(form.record, path, next.length > 0 ? next : undefined)
    // What is kept of a place is not for the row that comes there.
    forget(form.others, path)
    draw()
    wrote(focus)
  }
  // A list in a row has rows, too: only this list's own are counted.
  const wrote = (row: number | undefined): void => {
    const place = row === undefined ? undefined : list.children[row]
    const first = place?.querySelector<HTMLElement>(FIRST) ?? add
    first.focus()
    form.onwrite(written(path))
  }
  // The rows before stay as they are: to draw hundreds of fields anew takes long.
  const append = (): void => {
    const last = rows().length
    put(form.record, [...path, last], begun(items[0]?.[1] ?? { is: 'text' }))
    if (last === 0) holder.prepend(list)
    else list.children[last - 1]?.lastElementChild?.replaceWith(tools(last - 1))
    list.append(row(last))
    wrote(last)
  }
  const move = (from: number, to: number): void => {
    const next = [...rows()]
    const [row] = next.splice(from, 1)
    if (row === undefined) return
    next.splice(to, 0, row)
    change(next, to)
  }
  const remove = (row: number): void => {
    const next = rows().filter((_, index) => index !== row)
    change(next, next.length === 0 ? undefined : Math.max(row - 1, 0))
  }
  const draw = (): void => {
    forget(form.controls, path)
    list.replaceChildren(...rows().map((_, index) => row(index)))
    if (rows().length > 0) holder.prepend(list)
    else list.remove()
  }
  const row = (index: number): HTMLElement => {
    const own = [...path, index]
    const term = `${field.term} ${index + 1}`
    const inner: Field = { ...field, name: String(index), term, help: '', required: false, asked: true }
    const made = alternatives(form, inner, items, own, draw)
    const isGroup = items.some(([, shape]) => shape.is === 'group')
    const inside = isGroup
      ? el('fieldset', { class: 'row', id: `${form.id(own)}-dong` }, el('legend', {}, `${words.row} ${index + 1}`), ...made)
      : el('div', { class: 'row' }, ...made)
    return el('li', {}, inside, tools(index))
  }
  const tools = (index: number): HTMLElement => el('div', { class: 'tools' },
    index > 0 && button(words.up, () => move(index, index - 1)),
    index + 1 < rows().length && button(words.down, () => move(index, index + 1)),
    button(`${words.removeRow} ${index + 1}`, () => remove(index)))
  draw()
  return holder
}
