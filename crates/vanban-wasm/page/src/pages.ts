// The pages as they will be printed, drawn by the library. Only what changed is drawn anew.

import { button, el } from './dom.ts'
import { words } from './words.ts'

const ZOOMS = [50, 75, 100, 125, 150, 200]

export class Pages {
  readonly element: HTMLElement
  #holder = el('div', { class: 'pages', tabindex: 0, role: 'group', 'aria-label': 'Các trang' })
  #shown: string[] = []
  #zoom = 2
  #percent = el('output', { class: 'zoom' })
  #said = el('p', { role: 'status', class: 'said' })
  #tools: HTMLButtonElement[]

  constructor(tools: HTMLButtonElement[]) {
    this.#tools = tools
    const zoom = el('div', { class: 'tools', role: 'group', 'aria-label': 'Cỡ xem' },
      button(words.smaller, () => this.#set(this.#zoom - 1)), this.#percent, button(words.larger, () => this.#set(this.#zoom + 1)))
    this.element = el('section', { id: 'trang-in', tabindex: -1, 'aria-label': words.pages },
      el('h2', {}, words.pages), el('div', { class: 'bar' }, ...tools, zoom), this.#said, this.#holder)
    this.#set(this.#zoom)
    this.#holder.replaceChildren(el('p', {}, words.drawing))
  }

  // Says what became of saving, beside the buttons for it.
  tell(sentence: string, isWrong = false): void {
    this.#said.textContent = sentence
    this.#said.classList.toggle('error', isWrong)
  }

  // Shows pages of something else than the form: they are not saved here. Whether that was so before.
  lend(isLent: boolean): boolean {
    const was = this.#tools.some((tool) => tool.disabled)
    for (const tool of this.#tools) tool.disabled = isLent
    return was
  }

  get zoom(): number {
    return this.#zoom
  }

  set zoom(zoom: number) {
    this.#set(zoom)
  }

  #set(zoom: number): void {
    this.#zoom = Math.min(Math.max(zoom, 0), ZOOMS.length - 1)
    const percent = ZOOMS[this.#zoom] ?? 100
    this.#percent.textContent = `${percent} %`
    this.#holder.style.setProperty('--zoom', String(percent / 100))
  }

  show(pages: readonly string[]): void {
    if (pages.length === 0) {
      this.#holder.replaceChildren(el('p', {}, words.noPages))
      this.#shown = []
      return
    }
    const isFirst = this.#shown.length === 0
    if (isFirst) this.#holder.replaceChildren()
    const changed: Element[] = []
    pages.forEach((page, index) => {
      if (this.#shown[index] === page) return
      const sheet = this.#holder.children[index] ?? this.#holder.appendChild(el('div', { class: 'sheet' }))
      const drawn = el('div')
      drawn.innerHTML = page
      become(sheet, drawn, changed)
    })
    while (this.#holder.children.length > pages.length) this.#holder.lastElementChild?.remove()
    this.#shown = [...pages]
    if (!isFirst) this.#follow(changed.filter((part) => part.tagName === 'text'))
  }

  // Whoever writes sees a line that it changes; the page around does not move.
  #follow(lines: readonly Element[]): void {
    const seen = this.#holder.getBoundingClientRect()
    const places = lines.map((line) => line.getBoundingClientRect())
    if (places.some((own) => own.top >= seen.top && own.bottom <= seen.bottom)) return
    const [first] = places
    if (first) this.#holder.scrollTop += first.top - seen.top - seen.height / 3
  }
}

// Makes what stands in an element what stands in another, and adds to `changed` what is new. What is the same stays: it is
// neither laid out nor painted again, and what somebody has selected in it stays so.
function become(now: Element, then: Element, changed: Element[]): void {
  const [before, after] = [[...now.children], [...then.children]]
  after.forEach((child, index) => {
    const old = before[index]
    if (old?.isEqualNode(child)) return
    if (old && isHolder(old) && old.cloneNode(false).isEqualNode(child.cloneNode(false))) return become(old, child, changed)
    if (old) old.replaceWith(child)
    else now.append(child)
    changed.push(child)
  })
  before.slice(after.length).forEach((child) => child.remove())
}

const isHolder = (element: Element): boolean => element.tagName === 'svg' || element.tagName === 'g'
