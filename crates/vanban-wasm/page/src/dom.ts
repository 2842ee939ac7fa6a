// Elements in one expression.

type Child = Node | string | undefined | null | false
type Given = Record<string, string | number | boolean | undefined | ((event: never) => void)>

export function el<K extends keyof HTMLElementTagNameMap>(
  name: K, given: Given = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(given)) {
    if (typeof value === 'function') made.addEventListener(key.slice(2), value as EventListener)
    else if (value === true) made.setAttribute(key, '')
    else if (value !== false && value !== undefined) made.setAttribute(key, String(value))
  }
  for (const child of children) if (child) made.append(child)
  return made
}

export const button = (name: string, onclick: () => void, given: Given = {}): HTMLButtonElement =>
  el('button', { type: 'button', onclick, ...given }, name)

// Begins with a capital.
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

export function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id)
  if (!found) throw new Error(id)
  return found as T
}
