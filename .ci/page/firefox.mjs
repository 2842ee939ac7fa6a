// The story's parts A and B in another engine: Debian's Firefox as it is, driven by its own WebDriver BiDi. What is done
// by keys alone is not repeated: the last Tab leaves Firefox's page for its tools, where Chromium without a window begins again.

import { form } from './form.mjs'
import { sheet } from './sheet.mjs'

export async function firefox(page, run) {
  await form(page, run, 'firefox')
  await sheet(page, run, 'firefox')
}
