// In a worker: the compiled library comes first, then records.

import { Library } from './library.js'
import { Invalid } from './problem.js'
import type { Answer, Asked, Made } from './workers.js'

/** Answers what a worker is asked. */
export function answering(post: (answer: Answer, moved: ArrayBuffer[]) => void): (message: unknown) => void {
  let library: Library | undefined
  return (message) => {
    if (library === undefined) {
      library = new Library(() => message as WebAssembly.Module)
      return
    }
    const { house, record, formats } = message as Asked
    try {
      const facts = library.call(house, (door) => door.render(record))
      const files: Made['files'] = {}
      for (const format of formats) files[format] = library.call(house, (door) => door.file(record, format))
      post({ facts, files }, Object.values(files).map(({ buffer }) => buffer))
    } catch (error) {
      const problems = error instanceof Invalid ? error.problems : []
      post({ refused: { message: (error as Error).message, problems } }, [])
    }
  }
}
