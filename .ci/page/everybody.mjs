// The story's steps 16 to 18: the page with keys alone, for every eye, and for Vietnamese as it is typed.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { accessible, answers, at, equal, launch, must, picture, root, settled, terms } from './harness.mjs'

const example = (name) => join(root, 'examples/data', `${name}.json`)
const WAIT = 60_000

// Where the focus is: what a screen reader would say of it.
const focus = (tab) => tab.evaluate(() => {
  const it = document.activeElement
  const shape = getComputedStyle(it)
  const box = it.getBoundingClientRect()
  return {
    id: it.id, tag: it.localName, name: it.ariaLabel ?? it.labels?.[0]?.textContent.trim() ?? it.textContent.trim(),
    ring: shape.outlineStyle !== 'none' && parseFloat(shape.outlineWidth) >= 2,
    seen: box.width > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
  }
})

// Opens a file, until something is said of it.
export async function opened(tab, file) {
  await tab.evaluate(() => document.querySelector('.notice [role=status]').replaceChildren())
  await tab.locator('input[type=file]').first().setInputFiles(file)
  await tab.locator('.notice p').first().waitFor({ timeout: WAIT })
  await settled(tab)
}

export async function everybody(page, run) {
  await keys(page, run)
  await eyes(page, run)
  await letters(page, run)
}

async function keys(page, run) {
  const term = terms(run, 'evaluation_form')
  const { browser, seen, tab } = await launch(page)
  const press = async (...all) => {
    for (const key of all) await tab.keyboard.press(key)
  }
  // Goes on until it is at a field of this name.
  const to = async (name) => {
    for (let steps = 0; steps < 250; steps += 1) {
      const here = await focus(tab)
      if (here.name.replace(/ \*$/, '') === name && here.tag !== 'main') return here
      await press('Tab')
    }
    must(false, `no way by Tab to ${name}`)
  }
  const write = async (path, text) => {
    await to(term(path))
    await tab.keyboard.type(String(text))
  }

  await at('16 keys alone: choose', async () => {
    await press('Tab')
    equal((await focus(tab)).name, 'Đến nội dung', 'first')
    must((await focus(tab)).seen, 'the way to the content is not seen')
    await press('Enter')
    equal((await focus(tab)).id, 'noi-dung', 'the way to the content')
    await to('Loại văn bản')
    // As an input method gives them.
    for (const letter of 'phiếu đánh') await tab.evaluate((key) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })), letter)
    await settled(tab)
    equal(await tab.getByLabel('Loại văn bản').evaluate((it) => it.selectedOptions[0].text), 'Phiếu đánh giá chất lượng sinh hoạt chi bộ', 'sought with marks')
    await tab.waitForTimeout(1_100)
    await tab.keyboard.type('phieu d')
    await settled(tab)
    equal(await tab.getByLabel('Loại văn bản').evaluate((it) => it.selectedOptions[0].text), 'Phiếu đánh giá chất lượng sinh hoạt chi bộ', 'sought without marks')
    equal((await focus(tab)).name, 'Loại văn bản', 'a choice takes the focus away')
    await tab.waitForFunction(() => document.querySelector('form fieldset'))
    // The second skip link leads to the pages.
    await tab.evaluate(() => document.querySelector('.skip').focus())
    await press('Tab')
    equal((await focus(tab)).name, 'Đến trang in', 'second')
    await press('Enter')
    equal((await focus(tab)).id, 'trang-in', 'the way to the pages')
    await tab.evaluate(() => document.getElementById('loai').focus())
  })

  await at('16 keys alone: fill in', async () => {
    for (let steps = 0; steps < 250 && !(await tab.evaluate(() => document.activeElement.type === 'radio')); steps += 1) await press('Tab')
    await press('Space')
    await settled(tab)
    const radios = await tab.getByRole('radiogroup', { name: term('scorer') }).getByRole('radio').evaluateAll((all) => all.filter((it) => it.checked).length)
    equal(radios, 1, 'a mark by the blank')
    await press('ArrowDown', 'ArrowUp')
    await settled(tab)
    must(await tab.evaluate(() => document.activeElement.type === 'radio'), 'the focus leaves the radio')
    await to(term('criteria_set'))
    await tab.keyboard.type('an ph')
    await settled(tab)
    must((await tab.evaluate(() => document.activeElement.selectedOptions?.[0]?.text ?? '')).includes('An Ph'), 'no criteria set')
    await write('issuer.superior', 'Đảng bộ phường Bình An')
    await write('issuer.name', 'Chi bộ Khu phố 3')
    await write('place', 'Bình An')
    await write('date', '5/6/2026')
    await settled(tab)
    must((await tab.getByRole('region', { name: 'Trang in' }).locator('svg text').allTextContents()).join(' ').includes('Bình An'), 'not on the page')
  })

  await at('16 order and rings', async () => {
    await tab.evaluate(() => document.querySelector('.skip').focus())
    const order = []
    for (let steps = 0; steps < 400; steps += 1) {
      const here = await focus(tab)
      if (here.tag === 'body') break
      if (!here.ring) must(false, `no ring at ${here.tag} ${here.name}`)
      if (!here.seen) must(false, `${here.tag} ${here.name} has the focus and is not seen`)
      if (here.name === '') must(false, `${here.tag} ${here.id} has no name`)
      order.push(await tab.evaluate(() => [...document.querySelectorAll('*')].indexOf(document.activeElement)))
      await press('Tab')
    }
    must(order.length > 40 && order.length < 400, `${order.length} stops: a trap`)
    equal(order.filter((place, index) => index > 0 && place < order[index - 1]), [], 'stops against the reading order')
  })

  await at('16 errors and saving by keys', async () => {
    await opened(tab, example('evaluation_form'))
    await to(term('session.present'))
    await press('Control+a')
    await tab.keyboard.type('99')
    await press('Tab')
    await settled(tab)
    await to('Lưu DOCX')
    await press('Enter')
    await tab.waitForFunction(() => document.activeElement.id === 'can-xem')
    for (let steps = 0; steps < 60 && !(await focus(tab)).name.includes('có mặt 99'); steps += 1) await press('Tab')
    await press('Enter')
    equal((await focus(tab)).name.replace(/ \*$/, ''), term('session.present'), 'from the list to the field')
    await to('Lưu bản ghi')
    const [saved] = await Promise.all([tab.waitForEvent('download'), press('Enter')])
    equal(JSON.parse(readFileSync(await saved.path(), 'utf8')).session.present, 99, 'what was typed')
    equal((await focus(tab)).name, 'Lưu bản ghi', 'the focus after saving')
    must(saved.suggestedFilename().endsWith('.json'), 'its name')
  })

  await at('16 a dialog', async () => {
    await tab.getByRole('button', { name: 'Làm mới' }).focus()
    await press('Enter')
    must(await tab.getByRole('dialog').isVisible(), 'no dialog')
    await press('Escape')
    must(!await tab.getByRole('dialog').isVisible(), 'Esc does nothing')
    equal((await focus(tab)).name, 'Làm mới', 'the focus after a dialog')
    must(await tab.evaluate(() => JSON.parse(localStorage.getItem('vanban.draft')).papers.length) > 0, 'cleared unasked')
    // Rows come and go, and the focus stays with them.
    const rows = tab.getByRole('group', { name: 'Ưu điểm', exact: true })
    if (await rows.count() > 0) {
      await rows.getByRole('button', { name: 'Thêm dòng' }).focus()
      await press('Enter')
      equal((await focus(tab)).tag, 'textarea', 'the focus in a new row')
      for (let left = await rows.getByRole('textbox').count(); left > 0; left -= 1) {
        await rows.getByRole('button', { name: `Xoá dòng ${left}` }).press('Enter')
        equal((await focus(tab)).name, left > 1 ? `Ưu điểm ${left - 1}` : 'Thêm dòng', `the focus after row ${left}`)
      }
    }
  })
  equal([seen.requests, seen.console], [[], []], 'requests, console')
  await browser.close()
}

const SETTINGS = [
  { width: 1280 }, { width: 1280, dark: true }, { width: 360, height: 740 }, { width: 360, height: 740, dark: true },
  { width: 1280, zoom: 2 }, { width: 360, height: 740, zoom: 2, motion: 'reduce' },
]

async function eyes(page) {
  for (const setting of SETTINGS) {
    const called = Object.entries(setting).filter(([key]) => key !== 'height').map(([key, value]) => (value === true ? key : `${key}-${value}`)).join('-')
    await at(`17 ${called}`, async () => {
      const { browser, seen, tab } = await launch(page, setting)
      const look = async (state) => {
        await accessible(tab, state)
        const { wide, wider } = await tab.evaluate(() => {
          const all = document.scrollingElement
          const wide = all.scrollWidth > all.clientWidth
          // What stands out, for whoever mends it.
          const isOut = (it) => it.getBoundingClientRect().right > all.clientWidth + 1 && !it.closest('.pages, .scroll')
          return { wide, wider: wide ? [...document.querySelectorAll('main *')].filter(isOut).slice(0, 5).map((it) => `${it.localName}.${it.className}#${it.id}`) : [] }
        })
        must(!wide, `${state}: scrolls sideways: ${wider}`)
        await picture(tab, `d17-${called}-${state}`)
      }
      await look('empty')
      await opened(tab, example('evaluation_form'))
      await look('filled')
      const members = tab.getByLabel(/^Tổng số đảng viên/).first()
      await members.fill('2')
      await members.press('Tab')
      await settled(tab)
      must(await tab.locator('.error:not([hidden])').count() > 0, 'no errors')
      await look('errors')
      const question = tab.getByRole('dialog')
      await tab.getByRole('button', { name: 'Làm mới' }).click()
      await look('question')
      await question.getByRole('button', { name: 'Thôi' }).click()
      await opened(tab, join(root, 'tests/clerk/cham-diem-thang-6-da-sua.xlsx'))
      const table = tab.getByRole('region', { name: 'Bảng' })
      await table.getByRole('heading', { name: /^Bảng: / }).waitFor({ timeout: WAIT })
      await look('sheet')
      if (setting.dark !== undefined || setting.zoom !== undefined) {
        await browser.close()
        return
      }
      await progress(tab, table, look)
      await opened(tab, example('minutes_forum'))
      const next = tab.getByRole('region', { name: 'Văn bản tiếp theo' })
      await next.getByRole('button').first().click()
      await next.getByRole('button', { name: 'Ban hành' }).click({ timeout: WAIT })
      await look('dialog')
      await tab.keyboard.press('Escape')
      equal((await focus(tab)).name, 'Ban hành', 'the focus after a dialog')
      equal([seen.requests, seen.console], [[], []], 'requests, console')
      await browser.close()
    })
  }
  await at('17 what moves, and what is heard', async () => {
    const { browser, tab } = await launch(page, { motion: 'reduce' })
    const moving = await tab.evaluate(() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => /transition|animation|smooth/.test(rule.cssText)).map((rule) => rule.cssText))
    equal(moving, [], 'moves')
    await opened(tab, example('evaluation_form'))
    await tab.waitForTimeout(500)
    await tab.evaluate(() => {
      window.heard = []
      const hear = () => {
        for (const place of document.querySelectorAll('[role=status], [role=alert]')) {
          if (place.textContent !== place.known && place.textContent !== '') window.heard.push(place.textContent)
          place.known = place.textContent
        }
      }
      for (const place of document.querySelectorAll('[role=status], [role=alert]')) place.known = place.textContent
      new MutationObserver(hear).observe(document.body, { subtree: true, childList: true, characterData: true })
    })
    const present = tab.getByLabel(/^Có mặt/).first()
    await present.fill('99')
    await present.press('Tab')
    await settled(tab)
    await tab.waitForTimeout(1_200)
    const heard = await tab.evaluate(() => window.heard)
    equal(heard.filter((said) => said.includes('có mặt 99')).length, 1, `heard once: ${JSON.stringify(heard)}`)
    await browser.close()
  })
}

async function progress(tab, table, look) {
  await answers(tab, table)
  const make = table.getByRole('button', { name: /^Làm \d+ phiếu/ })
  await make.and(tab.locator(':enabled')).waitFor({ timeout: WAIT })
  await make.click()
  equal((await focus(tab)).name, 'Dừng', 'the focus while papers are made')
  await look('progress')
  // The page goes on meanwhile.
  const late = await tab.evaluate(() => new Promise((done) => {
    let [worst, last, count] = [0, performance.now(), 0]
    const tick = () => {
      const now = performance.now()
      worst = Math.max(worst, now - last)
      last = now
      count += 1
      if (count < 40) setTimeout(tick, 10)
      else done(worst)
    }
    tick()
  }))
  console.log(`held up for ${Math.round(late)} ms while papers are made`)
  must(late < 500, 'the page is held up while papers are made')
  const stop = tab.getByRole('button', { name: 'Dừng' })
  if (await stop.count() > 0) await stop.click()
  await make.and(tab.locator(':enabled')).waitFor({ timeout: WAIT })
  equal((await focus(tab)).name.replace(/\d+/, '…'), 'Làm … phiếu (ZIP)', 'the focus after stopping')
}

async function letters(page, run) {
  const term = terms(run, 'evaluation_form')
  const { browser, seen, tab } = await launch(page)
  const cdp = await tab.context().newCDPSession(tab)
  const field = (path) => tab.getByLabel(new RegExp(`^${term(path)}( \\*)?$`)).first()
  const printed = async () => (await tab.getByRole('region', { name: 'Trang in' }).locator('svg text').allTextContents()).join(' ')
  const shown = (path) => field(path).evaluate((it) => it.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id)).filter((own) => own.classList.contains('error') && !own.hidden).map((own) => own.textContent).join(''))
  const record = () => tab.evaluate(() => {
    const { papers, at } = JSON.parse(localStorage.getItem('vanban.draft'))
    return papers.find((paper) => paper.id === at).record
  })
  await opened(tab, example('evaluation_form'))

  await at('18 an input method', async () => {
    await field('place').fill('')
    await settled(tab)
    await tab.evaluate(() => {
      window.drawn = 0
      new MutationObserver(() => (window.drawn += 1)).observe(document.querySelector('.pages'), { subtree: true, childList: true })
      window.flashes = 0
      new MutationObserver(() => (window.flashes += 1)).observe(document.querySelector('form'), { subtree: true, attributes: true, attributeFilter: ['aria-invalid'] })
    })
    await field('place').focus()
    for (const part of ['B', 'Bi', 'Bin', 'Binh', 'Bình']) {
      await cdp.send('Input.imeSetComposition', { text: part, selectionStart: part.length, selectionEnd: part.length })
      await tab.waitForTimeout(250)
    }
    equal(await tab.evaluate(() => [window.drawn, window.flashes]), [0, 0], 'drawn, told in the middle of a word')
    await cdp.send('Input.insertText', { text: 'Bình' })
    await settled(tab)
    await tab.waitForFunction(() => window.drawn > 0)
    must((await printed()).includes('Bình'), 'the word is not on the page')
    await tab.keyboard.press('Tab')
    await tab.waitForTimeout(400)
    equal((await record()).place, 'Bình', 'in the record')
  })

  await at('18 other writings', async () => {
    await field('place').fill('')
    await cdp.send('Input.insertText', { text: 'Bình Định'.normalize('NFD') })
    await tab.keyboard.press('Tab')
    await settled(tab)
    await tab.waitForTimeout(400)
    equal([await field('place').inputValue(), (await record()).place], ['Bình Định', 'Bình Định'], 'NFC')
    await field('place').fill('Chi bé ®· hoµn thµnh nhiÖm vô')
    await field('place').press('Tab')
    await settled(tab)
    const said = await shown('place')
    must(said.includes('TCVN3') && said.includes('Chi bộ đã hoàn thành nhiệm vụ'), `an old encoding: ${said}`)
    await field('place').fill('Bình An')
    await field('place').press('Tab')
    await settled(tab)
    equal(await shown('place'), '', 'told after it is mended')
  })

  await at('18 figures and days, as they are written', async () => {
    await field('date').fill('')
    await settled(tab)
    await field('date').focus()
    const early = []
    for (const key of '5/6/2026') {
      await tab.keyboard.type(key)
      await tab.waitForTimeout(key === '/' ? 1_200 : 300)
      early.push(await shown('date') + await tab.locator('.review li', { hasText: /ngày/i }).filter({ hasText: /ghi theo|không đọc|không có trong lịch|không phải/ }).allTextContents())
    }
    equal(early.filter((it) => it !== ''), [], 'told while a day is typed')
    await tab.keyboard.press('Tab')
    await settled(tab)
    equal(await shown('date'), '', 'a day')
    must((await printed()).includes('05 tháng 6 năm 2026') || (await printed()).includes('ngày 05 tháng 6'), 'the day is not on the page')
    const score = tab.getByRole('spinbutton').first()
    const before = await score.inputValue()
    await score.fill('0,5')
    await score.press('Tab')
    await settled(tab)
    must(!(await shownOf(score)).includes('số'), `a figure with a comma: ${await shownOf(score)}`)
    await score.fill(before)
    await tab.getByLabel('Loại văn bản').selectOption({ label: 'Biên bản' })
    await settled(tab)
    const clock = terms(run, 'minutes')
    const began = tab.getByLabel(new RegExp(`^${clock('starts')}`)).first()
    await began.fill('14h00')
    await began.press('Tab')
    await settled(tab)
    must(!(await shownOf(began)), `an hour: ${await shownOf(began)}`)
  })
  must(!(await tab.evaluate(() => location.href)).includes('?'), 'something in the address')
  equal([seen.requests, seen.console], [[], []], 'requests, console')
  await browser.close()
}

const shownOf = (locator) => locator.evaluate((it) => it.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id)).filter((own) => own?.classList.contains('error') && !own.hidden).map((own) => own.textContent).join(''))
