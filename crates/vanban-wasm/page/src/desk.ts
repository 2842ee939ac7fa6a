// The library, in a worker of its own: the page goes on while it works. A worker that dies is begun again, and is asked
// again what it was asked.

export interface Told { id: number; value?: unknown; error?: string; died?: boolean }
export interface Asked { id: number; call: string; given: unknown[] }

interface Waiting extends Asked {
  resolve(value: unknown): void
  reject(error: Error): void
  // How often a worker died over it.
  tries: number
}

// Longer than anything takes that a worker is asked.
const PATIENCE = 15_000
const TRIES = 2

export class Desk {
  #worker: Worker | undefined
  #waiting = new Map<number, Waiting>()
  #next = 1
  #timer: number | undefined
  #begin: () => Worker
  // Is told when a worker died and another one works.
  onrestart: () => void = () => {}
  // Is told when there is none, and why.
  onbroken: (why: string) => void = () => {}

  constructor(begin: () => Worker) {
    this.#begin = begin
    this.#start()
  }

  get busy(): boolean {
    return this.#waiting.size > 0
  }

  call<T>(call: string, ...given: unknown[]): Promise<T> {
    return new Promise((resolve, reject) => {
      const asked: Waiting = {
        id: this.#next++, call, given, tries: 0, reject,
        resolve: (value) => resolve(value as T),
      }
      this.#waiting.set(asked.id, asked)
      this.#ask(asked)
    })
  }

  // Ends what the worker is at; what waits is asked of the next.
  restart(): void {
    this.#worker?.terminate()
    this.#start()
    for (const asked of [...this.#waiting.values()]) {
      asked.tries += 1
      if (asked.tries < TRIES) this.#ask(asked)
      else this.#answer(asked.id, undefined, 'không làm được việc này; phần đã ghi vẫn còn')
    }
  }

  #ask({ id, call, given }: Asked): void {
    this.#worker?.postMessage({ id, call, given } satisfies Asked)
    this.#wait()
  }

  #start(): void {
    try {
      const worker = this.#begin()
      worker.onmessage = ({ data }: MessageEvent<Told>) => {
        if (data.id === 0) return this.#broken(data.error ?? '')
        if (data.died) return this.#died()
        this.#answer(data.id, data.value, data.error)
      }
      worker.onerror = (event) => {
        event.preventDefault()
        this.#died()
      }
      this.#worker = worker
    } catch (error) {
      this.#broken(String(error))
    }
  }

  #broken(why: string): void {
    for (const { id } of [...this.#waiting.values()]) this.#answer(id, undefined, why)
    this.onbroken(why)
  }

  #died(): void {
    this.restart()
    this.onrestart()
  }

  #answer(id: number, value: unknown, error?: string): void {
    const asked = this.#waiting.get(id)
    this.#waiting.delete(id)
    this.#wait()
    if (error === undefined) asked?.resolve(value)
    else asked?.reject(new Error(error))
  }

  // A worker that was ended says nothing: that nothing is heard tells it.
  #wait(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#waiting.size > 0) this.#timer = window.setTimeout(() => this.#died(), PATIENCE)
  }
}
