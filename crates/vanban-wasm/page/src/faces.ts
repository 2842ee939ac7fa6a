// The library's own faces: lines of `Trang in` break where those of the PDF do.

import type { Desk } from './desk.ts'

export const FAMILY = 'vanban-serif'

export async function faces(desk: Desk): Promise<void> {
  const styles = [['normal', '400'], ['normal', '700'], ['italic', '400'], ['italic', '700']] as const
  await Promise.all(styles.map(async ([style, weight], index) => {
    const bytes = await desk.call<Uint8Array<ArrayBuffer>>('face', index)
    document.fonts.add(await new FontFace(FAMILY, bytes, { style, weight }).load())
  }))
}
