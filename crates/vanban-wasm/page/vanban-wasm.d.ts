// What the compiled library gives; `bindgen` writes it beside the script.
declare module 'vanban-wasm' {
  export class File { readonly name: string; take(): Uint8Array<ArrayBuffer>; free(): void }
  export class Desk { constructor() }
  export function initSync(given: { module: WebAssembly.Module }): unknown
}
