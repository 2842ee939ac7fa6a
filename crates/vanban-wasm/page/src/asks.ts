// A question before something that is not taken back.

import { el } from './dom.ts'
import { words } from './words.ts'

export function asks(question: string, yes: string, act: () => void): void {
  const dialog = el('dialog', { 'aria-label': question }, el('p', {}, question),
    el('form', { method: 'dialog' }, el('button', { value: 'yes' }, yes), el('button', { value: 'no', autofocus: true }, words.cancel)))
  dialog.addEventListener('close', () => {
    dialog.remove()
    if (dialog.returnValue === 'yes') act()
  })
  document.body.append(dialog)
  dialog.showModal()
}
