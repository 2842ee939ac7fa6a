// Letters typed at a closed choice find their option, with or without marks: the browser's own search knows no marks that
// an input method puts on afterwards.

// How long somebody pauses between two letters.
const PAUSE = 1_000

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('vi').replaceAll('đ', 'd')

export function seekable(): void {
  let sought = ''
  let last = 0
  addEventListener('keydown', (event) => {
    const choice = event.target
    if (!(choice instanceof HTMLSelectElement) || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.timeStamp - last > PAUSE) sought = ''
    // A blank at the beginning opens the choice.
    const isLetter = [...event.key].length === 1 && (event.key !== ' ' || sought !== '')
    const isBack = event.key === 'Backspace' && sought !== ''
    if (!isLetter && !isBack) return
    event.preventDefault()
    last = event.timeStamp
    sought = isBack ? sought.slice(0, -1) : sought + plain(event.key)
    const found = [...choice.options].findIndex((option) => option.value !== '' && plain(option.text).startsWith(sought))
    if (found < 0 || found === choice.selectedIndex || sought === '') return
    choice.selectedIndex = found
    choice.dispatchEvent(new Event('change'))
  })
}
