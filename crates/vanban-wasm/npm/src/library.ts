// The compiled library at work. One that stopped in the middle of something is not asked again: the next call begins
// another.

import { begin, type Door, type Glue } from '#glue'
import { thrown, type Told } from './problem.js'
import type { RendererOptions } from './renderer.js'

/** A renderer's options, and a number that no other renderer has. */
export interface House {
  id: number
  options: RendererOptions
}

// Doors are opened again in some milliseconds; so many stay open.
const MOST_DOORS = 8

export class Library {
  private readonly doors = new Map<number, Door>()

  /** With `renew`, where a browser may refuse to begin another one at once. */
  constructor(
    private readonly load: () => WebAssembly.Module,
    private glue?: Glue,
    private readonly renew?: () => Promise<Glue>,
  ) {}

  /** What `act` returns, which does nothing but call the door. */
  call<T>(house: House, act: (door: Door) => T): T {
    try {
      return act(this.door(house))
    } catch (error) {
      if (typeof error === 'string') throw thrown(JSON.parse(error) as Told)
      this.glue = undefined
      this.doors.clear()
      void this.renew?.().then((glue) => { this.glue ??= glue })
      throw new Error('vanban: the library stopped and was begun anew; nothing was made', { cause: error })
    }
  }

  private door({ id, options }: House): Door {
    this.glue ??= begin(this.load())
    let door = this.doors.get(id)
    this.doors.delete(id)
    door ??= opened(new this.glue.Door(), options)
    const [oldest] = this.doors.keys()
    if (oldest !== undefined && this.doors.size >= MOST_DOORS) {
      this.doors.get(oldest)?.free()
      this.doors.delete(oldest)
    }
    this.doors.set(id, door)
    return door
  }
}

// What a program reads from a file may be bytes.
function opened(door: Door, { profile, criteria, forms, wordings }: RendererOptions): Door {
  if (profile !== undefined) door.set_profile(profile)
  for (const toml of criteria ?? []) door.add_criteria(String(toml))
  for (const zip of forms ?? []) door.add_form(zip)
  for (const [kind, template] of Object.entries(wordings ?? {})) door.set_wording(kind, String(template))
  return door
}
