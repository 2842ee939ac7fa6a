// What is wrong with a record, as the library tells it.

/** The cell of a table that a record was read from. */
export interface TableCell {
  sheet: string | null
  /** As a spreadsheet writes it: `AU14`. */
  reference: string
  letters: string
  column: string
  row: number
  about: string
  value: string
}

/** One problem of a record: what `vanban check --json` prints, without the file. */
export interface Problem {
  /** `signature.position_has_body`: stable, for programs. */
  code: string
  /** The place in the record: `recipients[0]`. */
  path: string
  /** The Vietnamese name of the field there. */
  term: string | null
  /** The place in a table, if the record came from one. */
  place?: string
  cells?: TableCell[]
  /** The clause of the guidance: `05-HD/VPTW II.I.7.1.2`. */
  clause: string
  /** A warning does not stop a document. */
  severity: 'error' | 'warning'
  /** One sentence in Vietnamese. */
  message: string
  /** The sentence for somebody who sees the field in a form, if it differs. */
  in_form?: string
  /** What to do, in Vietnamese. */
  remedy: string
}

/** A record of which no document is made. It has all problems at once, errors and warnings. */
export class Invalid extends Error {
  readonly problems: Problem[]

  constructor(message: string, problems: Problem[]) {
    super(message)
    this.name = 'Invalid'
    this.problems = problems
  }
}

/** An error of the library, as it travels. */
export interface Told {
  message: string
  problems: Problem[]
}

/** The error of what was told: the record's fault, if there are problems. */
export function thrown({ message, problems }: Told): Error {
  return problems.length > 0 ? new Invalid(message, problems) : new Error(message)
}
