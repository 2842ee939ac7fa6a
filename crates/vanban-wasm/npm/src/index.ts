// The package's face. What follows is what a caller sees; the rest of this folder is how it comes about.

export { Invalid, type Problem, type TableCell } from './problem.js'
export { Renderer, type Bytes, type Document, type Format, type RecordInput, type RendererOptions } from './renderer.js'
export type * from './records.js'
