// What Node.js and a browser do in their own ways: `node.ts`, `browser.ts`. The build takes one of them.

declare module '#platform' {
  import type { Glue } from '#glue'

  /** The compiled library. */
  export function load(): WebAssembly.Module

  /** An instance of it, and how to get another, where that takes more than a call. */
  export const begun: Glue | undefined
  export const renew: (() => Promise<Glue>) | undefined

  /** How many workers are worth their memory. */
  export const processors: number

  export interface Port {
    post(message: unknown): void
    /** Whether the program waits for it before it ends. */
    hold(isBusy: boolean): void
  }

  /** Starts a worker of this package. `died` is called once, if it ends by itself. */
  export function startWorker(told: (message: unknown) => void, died: (error: Error) => void): Port
}

// What `bindgen` writes, in functions: each call begins another instance.
declare module '#glue' {
  export class Door {
    set_profile(name: string): void
    add_form(zip: Uint8Array): void
    add_criteria(toml: string): void
    set_wording(kind: string, template: string): void
    render(record: Uint8Array): string
    file(record: Uint8Array, format: string): Uint8Array<ArrayBuffer>
    check(record: Uint8Array): string
    kinds(): string
    schema(kind: string): string
    free(): void
  }
  export interface Glue { Door: typeof Door }
  export function begin(module: WebAssembly.Module): Glue
  export function beginAsync(module: WebAssembly.Module): Promise<Glue>
}
