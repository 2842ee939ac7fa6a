// A list that grows: its rows, and the buttons that add, move and remove them. The focus stays where somebody works.

import { button, el } from './dom.ts'
import type { Form } from './form.ts'
import { begun } from './form.ts'
import type { Path } from './path.ts'
import { at, put, written } from './path.ts'
import type { Field, Shape, Value } from './shapes.ts'
import { words } from './words.ts'

export function listOf(form: Form, field: Field, items: [string, Shape][], path: Path): HTMLElement {
  const holder = el('div', { class: 'list' })
  const rows = (): Value[] => {
    const value = at(form.record, path)
    return Array.isArray(value) ? value : []
  }
  const change = (next: Value[], focus: number | undefined): void => {
    put(form.record, path, next.length > 0 ? next : undefined)
    draw()
    focusOn(focus)
    form.onwrite(written(path))
  }
  const focusOn = (row: number | undefined): void => {
    const place = row === undefined ? undefined : holder.querySelector(`[data-row="${row}"]`)
    const first = place?.querySelector<HTMLElement>('textarea, input:not([type=hidden]), select') ?? holder.querySelector<HTMLElement>('.add')
    first?.focus()
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
    for (const known of [...form.controls.keys()]) if (known.startsWith(`${written(path)}[`)) form.controls.delete(known)
    const all = rows()
    const drawn = all.map((_, index) => row(index, all.length))
    const add = button(words.addRow, () => change([...rows(), begun(items[0]?.[1] ?? { is: 'text' })], rows().length), { class: 'add' })
    holder.replaceChildren(...(drawn.length > 0 ? [el('ol', {}, ...drawn)] : []), add)
  }
  const row = (index: number, count: number): HTMLElement => {
    const own = [...path, index]
    const term = `${field.term} ${index + 1}`
    const inner: Field = { ...field, name: String(index), term, help: '', required: false, asked: true }
    const made = form.alternatives(inner, items, own, draw)
    const isGroup = items.some(([, shape]) => shape.is === 'group')
    const inside = isGroup
      ? el('fieldset', { class: 'row', id: `${form.id(own)}-dong` }, el('legend', {}, `${words.row} ${index + 1}`), ...made)
      : el('div', { class: 'row' }, ...made)
    const tools = el('div', { class: 'tools' },
      index > 0 && button(words.up, () => move(index, index - 1)),
      index + 1 < count && button(words.down, () => move(index, index + 1)),
      button(`${words.removeRow} ${index + 1}`, () => remove(index)))
    return el('li', { 'data-row': index }, inside, tools)
  }
  draw()
  return holder
}
