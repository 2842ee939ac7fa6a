// The page: a kind is chosen, a form filled in, its pages seen, its files saved.

import { asks } from './asks.ts'
import { Chain } from './chain.ts'
import { Desk } from './desk.ts'
import { button, byId, capital, el } from './dom.ts'
import { Drafts } from './draft.ts'
import { FAMILY, faces } from './faces.ts'
import { Form } from './form.ts'
import type { Brings } from './house.ts'
import { bringsOf, endingOf, House, optionsOf } from './house.ts'
import { Pages } from './pages.ts'
import type { Paper } from './papers.ts'
import { nameOf, Papers } from './papers.ts'
import { afterPress } from './press.ts'
import type { Sent } from './pruned.ts'
import { Review } from './review.ts'
import { seekable } from './seek.ts'
import { Sheet } from './sheet.ts'
import type { Field, Group, Kind, Preview, Problem, Saved } from './shapes.ts'
import { words } from './words.ts'

const MOST = 100

const packed = byId('thu-vien').textContent.trim()
const script = URL.createObjectURL(new Blob([byId('tho').textContent], { type: 'text/javascript' }))
const desk = new Desk(() => {
  const worker = new Worker(script)
  worker.postMessage({ id: -1, call: 'begin', given: [packed] })
  return worker
})

let kinds: Kind[] = []
let form: Form | undefined
let problems: readonly Problem[] = []
let isStale = false
let isAsking = false

const notice = el('section', { class: 'notice', 'aria-label': 'Thông báo' }, el('div', { role: 'status' }))
const heard = el('p', { role: 'status', class: 'heard' })
const kept = el('p', { class: 'kept' })
const kindChoice = el('select', { id: 'loai' })
const paperChoice = el('select', { id: 'dang-lam' })
const paperPlace = el('div', { class: 'bar' },
  el('div', { class: 'field' }, el('label', { for: 'dang-lam' }, words.papers), paperChoice),
  button(words.another, () => void another()),
  button(words.remove, () => asks(words.removing, words.clear, () => void remove())))
const input = el('input', { type: 'file', hidden: true, multiple: true, 'aria-label': words.open, accept: '.json,.jsonl,.xlsx,.ods,.csv,.tsv,.txt,.docx,.pdf,.zip,.toml' })
const sheetPlace = el('div', { class: 'place' })
const formPlace = el('div', { class: 'place' })
const papers = new Papers()
const review = new Review()
const save = (format: string, name: string): HTMLButtonElement => button(name, () => void saveAs(format))
const pages = new Pages([save('docx', words.saveDocx), save('pdf', words.savePdf), save('json', words.saveRecord)])
const chain = new Chain(desk)
const house = new House(desk)
const drafts = new Drafts(() => ({
  papers: papers.kept, at: papers.at?.id ?? 0, open: form?.opened() ?? [], scroll: scrollY, zoom: pages.zoom,
  saved: new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' }),
}))

function tell(sentence: string): void {
  notice.firstElementChild?.replaceChildren(...(sentence === '' ? [] : [el('p', {}, sentence)]))
}

// The paper that is worked at.
async function show(paper: Paper): Promise<void> {
  const fields = await fieldsOf(paper.record)
  papers.go(paper)
  kindChoice.value = String(paper.record['kind'])
  const made = new Form(paper.record, fields)
  form = made
  made.onsay = (sentence) => (heard.textContent = sentence)
  made.onproblems = (found) => {
    // A form that was left may still come to the end of a pause.
    if (made === form) review.show(found)
  }
  made.onwrite = (path) => void wrote(made, path)
  formPlace.replaceChildren(made.element)
  pages.element.hidden = false
  pages.tell('')
  document.title = `vanban: ${termOf(paper)}`
  list()
  await refresh()
}

const termOf = ({ record }: Paper): string => kinds.find((known) => known.name === record['kind'])?.term ?? ''

// The papers that are worked at.
function list(): void {
  const draft = (paper: Paper): string => (paper.record['draft'] ? `, ${words.draftAt} ${String(paper.record['draft'])}` : '')
  const name = (paper: Paper, index: number): string =>
    `${index + 1}. ${capital(termOf(paper))}${draft(paper)}${nameOf(paper) === '' ? '' : `: ${nameOf(paper)}`}`
  paperChoice.replaceChildren(...papers.all.map((paper, index) => el('option', { value: paper.id }, name(paper, index))))
  paperChoice.value = String(papers.at?.id ?? '')
  paperPlace.hidden = papers.at === undefined
}

const variantOf = (record: Group): string | null => (typeof record['variant'] === 'string' ? record['variant'] : null)

const fieldsOf = (record: Group): Promise<Field[]> => desk.call<Field[]>('fields', String(record['kind']), variantOf(record) ?? undefined)

async function wrote(made: Form, path: string): Promise<void> {
  pages.tell('')
  drafts.keep()
  if (path === 'variant') made.rebuild(await fieldsOf(made.record))
  void refresh()
}

// Asks for pages and problems; while the library is at it, what is written since is asked for once, afterwards.
async function refresh(): Promise<void> {
  isStale = true
  if (isAsking) return
  isAsking = true
  document.documentElement.dataset['busy'] = ''
  while (isStale && form) {
    isStale = false
    const [asked, sent] = [form, form.sent()]
    try {
      const preview = await desk.call<Preview>('preview', sent.json, FAMILY)
      afterPress(() => {
        if (asked === form) take(preview, sent)
      })
    } catch (error) {
      tell(String((error as Error).message))
    }
  }
  isAsking = false
  delete document.documentElement.dataset['busy']
}

function take(preview: Preview, sent: Sent): void {
  problems = preview.problems
  pages.show(preview.pages)
  if (pages.lend(false)) pages.tell('')
  papers.sent(sent.json)
  if (problems.some((problem) => problem.severity === 'error')) chain.hide()
  else void chain.show(papers.chain())
  form?.score(preview.scores)
  form?.tell(problems, sent)
  review.ongo = (problem) => form?.at(sent.origin(problem.path))?.focus()
}

// Saves a paper once, however often the button is pressed meanwhile.
let isSaving = false

async function saveAs(format: string): Promise<void> {
  if (!form || isSaving) return
  isSaving = true
  const sent = form.sent()
  try {
    const preview = await desk.call<Preview>('preview', sent.json, FAMILY)
    take(preview, sent)
    const wrong = preview.problems.filter((problem) => problem.severity === 'error')
    if (wrong.length > 0 && format !== 'json') {
      form.askForAll()
      pages.tell(words.notSaved(wrong.map((problem) => problem.term ?? words.record.toLowerCase())), true)
      return review.focus()
    }
    const saved = await desk.call<Saved>('file', sent.json, format)
    download(saved)
    pages.tell(words.saved(saved.name))
  } catch (error) {
    pages.tell((error as Error).message, true)
  } finally {
    isSaving = false
  }
}

function download({ name, bytes }: Saved): void {
  const address = URL.createObjectURL(new Blob([bytes]))
  el('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

// A paper of a kind: the one that was worked at last, else a new one.
async function choose(kind: string): Promise<void> {
  const before = papers.ofKind(kind)
  await go(before ?? papers.add(papers.fresh(kind), undefined))
  tell(before ? words.goneOn(termOf(before)) : '')
}

// Another paper of the kind that is worked at.
async function another(): Promise<void> {
  tell('')
  await go(papers.add(papers.fresh(kindChoice.value), undefined))
  byId('noi-dung').focus()
}

async function remove(): Promise<void> {
  const next = papers.at && papers.remove(papers.at)
  if (!next) return clear()
  await go(next)
  byId('noi-dung').focus()
}

// Goes to a paper; the browser's way back leads to the one before.
async function go(paper: Paper): Promise<void> {
  if (papers.at) history.pushState({ paper: paper.id }, '')
  else history.replaceState({ paper: paper.id }, '')
  await show(paper)
  drafts.keep()
}

// A paper that came from elsewhere is read from its beginning.
async function arrive(record: Group, follows: boolean): Promise<void> {
  await go(papers.add(record, follows ? papers.at : undefined))
  byId('noi-dung').focus()
}

const TABLES = ['xlsx', 'ods', 'csv', 'tsv', 'txt']
const RECORDS = ['json']

// Whoever is quick opens a file before the library is there.
let begun: () => void = () => {}
const isBegun = new Promise<void>((resolve) => (begun = resolve))

let opening: Promise<void> = isBegun

// One after the other: all that the house brings, and of records and sheets one.
function open(files: FileList | null | undefined): void {
  const all = [...files ?? []]
  for (const file of all) {
    const call = bringsOf(file)
    if (call) opening = opening.then(() => bring(file, call))
  }
  const [file, ...others] = all.filter((file) => !bringsOf(file))
  if (file) opening = opening.then(() => read(file, others.length > 0))
}

// A form or a criteria set of the house. The paper that is worked at may be of it.
async function bring(file: File, call: Brings): Promise<void> {
  tell('')
  if (file.size > MOST * 1024 * 1024) return tell(words.tooBig(file.name, MOST))
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const [said, isKept] = await house.bring<{ term?: string; name: string }>(call, file.name, bytes)
    await know()
    papers.take(isKnown)
    const waited = papers.all.at(-1)
    if (papers.at === undefined && waited) await go(waited)
    list()
    if (form) form.rebuild(await fieldsOf(form.record))
    void refresh()
    const opened = said.term === undefined ? words.criteriaOpened(file.name, said.name) : words.formOpened(file.name, said.term)
    tell(isKept ? opened : `${opened} ${words.houseNotKept}`)
  } catch (error) {
    tell(error instanceof DOMException ? words.unread(file.name) : `${file.name}: ${(error as Error).message}`)
  }
}

const isKnown = ({ record }: Paper): boolean => kinds.some((kind) => kind.name === record['kind'])

// The kinds, which change with what the house brings.
async function know(): Promise<void> {
  const chosen = kindChoice.value
  kinds = await desk.call<Kind[]>('kinds')
  kindChoice.replaceChildren(el('option', { value: '' }, '(chọn loại văn bản)'), ...optionsOf(kinds))
  kindChoice.value = chosen
}

async function read(file: File, isOneOfSeveral: boolean): Promise<void> {
  tell('')
  const ending = endingOf(file)
  if (file.size > MOST * 1024 * 1024) return tell(words.tooBig(file.name, MOST))
  if (![...TABLES, ...RECORDS].includes(ending)) return tell(words.strange(file.name))
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (RECORDS.includes(ending)) await arrive(await desk.call<Group>('open', bytes), false)
    else await openSheet(file.name, bytes, !['xlsx', 'ods'].includes(ending))
    tell(isOneOfSeveral ? words.oneFile(file.name) : words.opened(file.name))
  } catch (error) {
    tell(error instanceof DOMException ? words.unread(file.name) : `${file.name}: ${(error as Error).message}`)
  }
}

async function openSheet(name: string, bytes: Uint8Array, isText: boolean): Promise<void> {
  const opened = new Sheet(desk, kinds, name, bytes, isText)
  opened.onrow = (record) => void look(record)
  opened.onfail = tell
  opened.onlist = (record, without) => {
    const make = (): void => void arrive(record, false).then(() => tell(without))
    if (without === '') make()
    else asks(without, words.listAnyway, make)
  }
  opened.onsaved = download
  // The desk has one sheet: nobody asks anything of the one before while this one takes its place.
  sheetPlace.inert = true
  try {
    await opened.open(() => {
      closeSheet()
      sheet = opened
      sheetPlace.replaceChildren(opened.element)
    })
  } finally {
    sheetPlace.inert = false
  }
}

let sheet: Sheet | undefined

function closeSheet(): void {
  sheet?.close()
  sheet = undefined
  sheetPlace.replaceChildren()
}

// Shows the paper of a row; the form stays as it is.
async function look(record: Group): Promise<void> {
  const preview = await desk.call<Preview>('preview', JSON.stringify(record), FAMILY)
  pages.element.hidden = false
  pages.show(preview.pages)
  pages.lend(true)
  pages.tell(words.rowSeen)
}

function clear(): void {
  drafts.clear()
  papers.clear()
  chain.hide()
  form = undefined
  problems = []
  formPlace.replaceChildren()
  closeSheet()
  list()
  review.element.hidden = true
  pages.show([])
  pages.element.hidden = true
  kept.textContent = ''
  kindChoice.value = ''
  if (house.clear()) void know()
  tell('')
  kindChoice.focus()
}

async function start(): Promise<void> {
  byId('dau').append(
    el('div', { class: 'field' }, el('label', { for: 'loai' }, 'Loại văn bản'), kindChoice),
    paperPlace, button(words.open, () => input.click()), input,
    button(words.anew, () => asks(words.clearing, words.clear, clear)), kept)
  byId('bao').replaceWith(notice)
  byId('viet').append(sheetPlace, formPlace, review.element, chain.element, heard)
  chain.ontake = (record) => void arrive(record, true)
  chain.onfail = tell
  addEventListener('popstate', (event) => {
    const paper = papers.find((event.state as { paper?: number } | null)?.paper ?? 0)
    if (paper) void show(paper).then(() => byId('noi-dung').focus())
  })
  byId('in').replaceWith(pages.element)
  pages.element.hidden = true
  kindChoice.addEventListener('change', () => {
    if (kindChoice.value !== '') void choose(kindChoice.value)
  })
  paperPlace.hidden = true
  // Their names change with what is written.
  paperChoice.addEventListener('focus', list)
  paperChoice.addEventListener('change', () => {
    const paper = papers.find(Number(paperChoice.value))
    if (paper) void go(paper)
  })
  input.addEventListener('change', () => {
    open(input.files)
    input.value = ''
  })
  seekable()
  addEventListener('dragover', (event) => event.preventDefault())
  addEventListener('drop', (event) => {
    event.preventDefault()
    open(event.dataTransfer?.files)
  })
  desk.onbroken = () => tell(words.broken)
  desk.onrestart = () => tell(words.restarted)
  drafts.onstate = (state, saved) => {
    if (state === 'kept') return void (kept.textContent = words.kept(saved))
    const said = { refused: words.notKept, 'too large': words.tooLarge, elsewhere: words.elsewhere }[state]
    if (kept.textContent !== said) heard.textContent = said
    kept.textContent = said
  }
  await Promise.all([house.restore().then(know), faces(desk)])
  drafts.begin()
  const draft = drafts.read()
  if (draft && papers.restore(draft.papers, draft.at, isKnown) && papers.at) {
    pages.zoom = draft.zoom
    await show(papers.at)
    form?.open(draft.open)
    scrollTo(0, draft.scroll)
    if (!drafts.isElsewhere) kept.textContent = words.kept(draft.saved)
  }
  begun()
  document.documentElement.dataset['ready'] = ''
}

start().catch(() => {
  tell(words.broken)
  begun()
  document.documentElement.dataset['ready'] = ''
})
