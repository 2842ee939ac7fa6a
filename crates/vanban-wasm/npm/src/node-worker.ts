import { parentPort } from 'node:worker_threads'
import { answering } from './worker.js'

parentPort?.on('message', answering((answer, moved) => parentPort?.postMessage(answer, moved)))
