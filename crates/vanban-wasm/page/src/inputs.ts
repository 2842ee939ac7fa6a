// What is no text: a choice, a tick, a picture, and a place where one of several things may stand.

import { Control, helpOf, labelled, mark } from './control.ts'
import { capital, el } from './dom.ts'
import type { Form } from './form.ts'
import type { Path } from './path.ts'
import { at, put, written } from './path.ts'
import type { Field, Shape, Value } from './shapes.ts'
import { words } from './words.ts'

// So few choices are seen all at once.
const FEW = 4
// How each PNG begins, as the record has it.
const PNG = 'iVBORw0KGgo'

export function flag(form: Form, field: Field, path: Path): HTMLElement {
  const input = el('input', { type: 'checkbox', id: form.id(path) })
  input.checked = at(form.record, path) === true
  const help = helpOf(field, input.id)
  const control = form.register(new Control(path, input, false, help))
  input.addEventListener('change', () => form.write(control, path, input.checked ? true : undefined))
  return el('div', { class: 'field flag' }, el('label', { for: input.id }, input, ' ' + capital(field.term)), help, control.error)
}

export function choice(form: Form, field: Field, values: [string, string][], path: Path): HTMLElement {
  return field.required && values.length <= FEW ? radios(form, field, values, path) : select(form, field, values, path)
}

function select(form: Form, field: Field, values: [string, string][], path: Path): HTMLElement {
  const input = el('select', { id: form.id(path), 'aria-required': field.required && 'true' }, el('option', { value: '' }, words.choose),
    ...values.map(([value, term]) => el('option', { value }, capital(term))))
  const value = at(form.record, path)
  input.value = typeof value === 'string' && values.some(([known]) => known === value) ? value : ''
  const [element, help] = labelled(field, input)
  const control = form.register(new Control(path, input, false, help))
  input.addEventListener('change', () => form.write(control, path, input.value === '' ? undefined : input.value))
  element.append(control.error)
  return element
}

function radios(form: Form, field: Field, values: [string, string][], path: Path): HTMLElement {
  const id = form.id(path)
  const group = el('fieldset', { id, class: 'field radios', role: 'radiogroup', tabindex: -1, 'aria-required': 'true' },
    el('legend', {}, capital(field.term), mark()))
  const help = helpOf(field, id)
  const control = form.register(new Control(path, group, false, help))
  for (const [value, term] of values) {
    const input = el('input', { type: 'radio', name: id, value, id: `${id}-${value}` })
    input.checked = at(form.record, path) === value
    input.addEventListener('change', () => form.write(control, path, value))
    group.append(el('label', { for: input.id }, input, ' ' + capital(term)))
  }
  if (help) group.append(help)
  group.append(control.error)
  control.focus = () => group.querySelector<HTMLInputElement>('input:checked, input')?.focus()
  return group
}

// A PNG, kept as the record has it.
export function picture(form: Form, field: Field, path: Path): HTMLElement {
  const input = el('input', { type: 'file', accept: 'image/png', id: form.id(path) })
  const held = el('span', { class: 'held' })
  const clear = el('button', { type: 'button' }, words.removePicture)
  const [element, help] = labelled(field, input, [held, clear])
  const control = form.register(new Control(path, input, false, help))
  const show = (): void => {
    const has = (at(form.record, path) ?? '') !== ''
    held.textContent = has ? words.hasPicture : ''
    clear.hidden = !has
  }
  const take = (value: string | undefined): void => {
    control.refuse('')
    form.write(control, path, value)
    show()
  }
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (!file) return
    const reader = new FileReader()
    reader.onload = () => {
      const bytes = String(reader.result).replace(/^[^,]*,/, '')
      if (bytes.startsWith(PNG)) return take(bytes)
      // What was there before stays.
      input.value = ''
      control.refuse(words.noPicture(file.name))
      form.onsay(words.noPicture(file.name))
    }
    reader.readAsDataURL(file)
  })
  clear.addEventListener('click', () => {
    input.value = ''
    take(undefined)
    input.focus()
  })
  element.append(control.error)
  show()
  return element
}

// What stands at a place where one of several things may stand, and a choice of them.
export function alternatives(form: Form, field: Field, of: [string, Shape][], path: Path, again: () => void): HTMLElement[] {
  const value = at(form.record, path)
  const fitting = of.findIndex(([, shape]) => value !== undefined && fits(shape, value))
  const index = Math.max(fitting, 0)
  const [sort, inner] = of[index] ?? ['', { is: 'text' }]
  const own: Field = { ...field, help: '', asked: true }
  const made = inner.is === 'group' ? form.group(inner.fields, path, false) : [form.shape(own, inner, path)]
  if (of.length < 2) return made
  const choice = el('select', { 'aria-label': words.sort, id: `${form.id(path)}-loai` },
    ...of.map(([name], at) => el('option', { value: at }, capital(name))))
  choice.value = String(index)
  choice.addEventListener('change', () => {
    const [chosen, shape] = of[Number(choice.value)] ?? [sort, inner]
    const here = written(path)
    const others = form.others.get(here) ?? new Map<string, Value>()
    form.others.set(here, others.set(sort, at(form.record, path) ?? begun(inner)))
    put(form.record, path, others.get(chosen) ?? begun(shape))
    again()
    document.getElementById(choice.id)?.focus()
    form.onwrite(here)
  })
  return [el('div', { class: 'field' }, choice), ...made]
}

// Whether a value is of a shape.
function fits(shape: Shape, value: Value): boolean {
  switch (shape.is) {
    case 'group': return typeof value === 'object' && value !== null && !Array.isArray(value)
      && Object.keys(value).every((name) => shape.fields.some((field) => field.name === name))
    case 'list': return Array.isArray(value)
    case 'choice': return shape.values.some(([known]) => known === value)
    case 'flag': return typeof value === 'boolean'
    case 'number': return typeof value === 'number' || typeof value === 'string'
    case 'one_of': return shape.of.some(([, one]) => fits(one, value))
    case 'spelt': return typeof value === 'string' || fits({ is: 'group', fields: shape.fields }, value)
    default: return typeof value !== 'object'
  }
}

// What stands where nothing is written yet, so that it is seen which of several things it is.
export function begun(shape: Shape): Value {
  if (shape.is === 'list') return []
  if (shape.is !== 'group') return ''
  const first = shape.fields.find((field) => field.required) ?? shape.fields[0]
  return first ? { [first.name]: begun(first.shape) } : {}
}
