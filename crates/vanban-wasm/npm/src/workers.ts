// Workers that make documents while the program goes on. They are started when they are needed, and each has one record
// at a time.

import { load, processors, startWorker, type Port } from '#platform'
import type { House } from './library.js'
import { thrown, type Told } from './problem.js'
import type { Bytes, Format } from './renderer.js'

/** What a worker is asked. */
export interface Asked {
  house: House
  record: Uint8Array
  formats: Format[]
}

/** What it made. */
export interface Made {
  facts: string
  files: { docx?: Bytes, pdf?: Bytes }
}

export type Answer = Made | { refused: Told }

interface Job {
  asked: Asked
  resolve(made: Made): void
  reject(error: Error): void
}

interface Worker {
  port: Port
  job: Job | undefined
}

// Each has a memory of its own.
const MOST = Math.max(1, Math.min(4, processors))

const workers = new Set<Worker>()
const waiting: Job[] = []

export function ask(house: House, record: Uint8Array, formats: Format[]): Promise<Made> {
  return new Promise((resolve, reject) => {
    waiting.push({ asked: { house, record, formats }, resolve, reject })
    next()
  })
}

function next(): void {
  const [job] = waiting
  if (job === undefined) return
  const idle = [...workers].find((worker) => worker.job === undefined)
  if (idle === undefined && workers.size === MOST) return
  const worker = idle ?? started()
  waiting.shift()
  worker.job = job
  worker.port.hold(true)
  worker.port.post(job.asked)
}

function started(): Worker {
  const port = startWorker(
    (answer) => {
      const { job } = worker
      worker.job = undefined
      port.hold(false)
      const told = answer as Answer
      if ('refused' in told) job?.reject(thrown(told.refused))
      else job?.resolve(told)
      next()
    },
    (error) => {
      workers.delete(worker)
      worker.job?.reject(new Error('vanban: a worker stopped; nothing was made', { cause: error }))
      next()
    },
  )
  const worker: Worker = { port, job: undefined }
  workers.add(worker)
  port.post(load())
  return worker
}
