// What appears while a button is pressed would move it away from under the pointer, and the click would be lost: it waits
// until the pointer is released.

let isDown = false
const waiting: (() => void)[] = []

function release(): void {
  isDown = false
  // Behind the click that follows.
  setTimeout(() => waiting.splice(0).forEach((act) => act()))
}

addEventListener('pointerdown', (event) => {
  // The list of a choice is the system's own: its release is never told.
  isDown = !(event.target instanceof HTMLSelectElement)
}, true)
// Whoever writes ends a press whose release went elsewhere.
for (const end of ['pointerup', 'pointercancel', 'keydown', 'input', 'dragend']) addEventListener(end, release, true)

export function afterPress(act: () => void): void {
  if (isDown) waiting.push(act)
  else act()
}
