import { answering } from './worker.js'

const answered = answering((answer, moved) => postMessage(answer, { transfer: moved }))
onmessage = ({ data }: MessageEvent<unknown>) => answered(data)
