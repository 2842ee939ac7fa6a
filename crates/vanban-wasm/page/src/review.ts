// What is to be looked at: every problem that the library finds, in its order, each a link to its field.

import { capital, el } from './dom.ts'
import { sentence } from './shapes.ts'
import type { Problem } from './shapes.ts'
import { words } from './words.ts'

export class Review {
  readonly element: HTMLElement
  #title = el('h2', { tabindex: -1, id: 'can-xem' })
  #list = el('ol')
  #shown = ''
  // Is told which problem somebody wants to go to.
  ongo: (problem: Problem) => void = () => {}

  constructor() {
    this.element = el('section', { class: 'review', 'aria-labelledby': 'can-xem' }, this.#title, this.#list)
    this.element.hidden = true
  }

  focus(): void {
    this.#title.focus()
    this.element.scrollIntoView({ block: 'start' })
  }

  show(problems: readonly Problem[]): void {
    const now = JSON.stringify(problems.map((problem) => [problem.path, problem.message]))
    if (now === this.#shown) return
    this.#shown = now
    this.element.hidden = false
    this.#title.textContent = problems.length > 0 ? words.review(problems.length) : words.sound
    // Where somebody is in the list, he stays.
    const focused = [...this.#list.querySelectorAll('a')].findIndex((link) => link === document.activeElement)
    this.#list.replaceChildren(...problems.map((problem) => this.#line(problem)))
    if (focused >= 0) (this.#list.querySelectorAll('a')[Math.min(focused, problems.length - 1)] ?? this.#title).focus()
  }

  #line(problem: Problem): HTMLElement {
    const go = (event: Event): void => {
      event.preventDefault()
      this.ongo(problem)
    }
    const link = el('a', { href: '#noi-dung', onclick: go }, problem.term !== null && el('b', {}, `${capital(problem.term)}: `), el('span', { class: 'message' }, sentence(problem)))
    const isSaid = problem.in_form !== undefined || problem.message.includes(problem.remedy)
    return el('li', { class: problem.severity }, problem.severity === 'error' ? el('span', { class: 'tag' }, 'Lỗi ') : el('span', { class: 'tag' }, 'Cảnh báo '), link,
      !isSaid && el('span', { class: 'remedy' }, ` ${capital(problem.remedy)}.`), el('span', { class: 'clause' }, words.clause(problem.clause)))
  }
}
