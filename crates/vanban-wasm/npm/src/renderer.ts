// The renderer: a record in, a document out, here or in a worker.

import { begun, load, renew } from '#platform'
import { Library, type House } from './library.js'
import type { Problem } from './problem.js'
import type { AnyRecord, ProfileId } from './records.js'
import { ask, type Made } from './workers.js'

/** The bytes of a file; with TypeScript 5.7 or later a `Uint8Array<ArrayBuffer>`, which a `Blob` takes. */
export type Bytes = ReturnType<typeof Uint8Array.from>

/** A record: an object, or its JSON as a text or as the bytes of a file. */
export type RecordInput = AnyRecord | string | Uint8Array

export type Format = 'docx' | 'pdf'

export interface RendererOptions {
  /** The guidance for records that name none. */
  profile?: ProfileId
  /** Criteria sets of your own, in TOML. */
  criteria?: string[]
  /** Forms of your own, each the ZIP of its folder. */
  forms?: Uint8Array[]
  /** Wordings by kind, in place of the built-in ones. */
  wordings?: Record<string, string>
}

/** A document: its files are made when they are asked for, the same bytes each time. */
export interface Document {
  /** A name for its files, in ASCII, without extension: `nghi-quyet-05-nq-cb`. */
  readonly fileName: string
  readonly pageCount: number
  /** Problems that did not stop it. */
  readonly warnings: Problem[]
  docx(): Bytes
  pdf(): Bytes
}

const library = new Library(load, begun, renew)
const letters = new TextEncoder()
let count = 0

/** Makes documents. One renderer is enough for a program. */
export class Renderer {
  private readonly house: House

  /** @throws Error that says what is wrong with the options. */
  constructor(options?: RendererOptions) {
    // Renderers without options are the same.
    this.house = { id: options === undefined ? 0 : (count += 1), options: options ?? {} }
    library.call(this.house, () => undefined)
  }

  /**
   * Makes the document of a record.
   * @throws Invalid with all problems of the record.
   */
  render(record: RecordInput): Document {
    const bytes = written(record)
    const facts = library.call(this.house, (door) => door.render(bytes))
    return made(JSON.parse(facts) as Facts, {}, (format) => library.call(this.house, (door) => door.file(bytes, format)))
  }

  /**
   * Makes the document of a record and its files in a worker, so that nothing else waits. Name the formats if you need
   * only one; the other is then made when it is asked for.
   * @throws Invalid with all problems of the record.
   */
  async renderAsync(record: RecordInput, formats: Format[] = ['docx', 'pdf']): Promise<Document> {
    const bytes = written(record)
    const { facts, files } = await ask(this.house, bytes, formats)
    return made(JSON.parse(facts) as Facts, files, (format) => library.call(this.house, (door) => door.file(bytes, format)))
  }

  /** All problems of a record, errors and warnings: the JSON of `vanban check --json`. */
  check(record: RecordInput): Problem[] {
    const bytes = written(record)
    return JSON.parse(library.call(this.house, (door) => door.check(bytes))) as Problem[]
  }

  /** The names of the kinds that records may name. */
  kinds(): string[] {
    return JSON.parse(library.call(this.house, (door) => door.kinds())) as string[]
  }

  /** The JSON Schema of a kind's records, with Vietnamese titles; `null` if there is no such kind. */
  schema(kind: string): object | null {
    return JSON.parse(library.call(this.house, (door) => door.schema(kind))) as object | null
  }
}

type Facts = Pick<Document, 'fileName' | 'pageCount' | 'warnings'>

function made(facts: Facts, files: Made['files'], make: (format: Format) => Bytes): Document {
  const file = (format: Format): Bytes => files[format] ??= make(format)
  return { ...facts, docx: () => file('docx'), pdf: () => file('pdf') }
}

function written(record: RecordInput): Uint8Array {
  // Of another realm, too, where `instanceof` does not hold. What JSON has no word for is told as other wrong records are.
  if (ArrayBuffer.isView(record)) return new Uint8Array(record.buffer, record.byteOffset, record.byteLength).slice()
  return letters.encode(typeof record === 'string' ? record : JSON.stringify(record) ?? 'null')
}
