/** Work from elsewhere (a remote desk, a hotel, another office): a browser is all that is needed, behind a proxy and on a narrow line. */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aRadiographOf, examined, officeOf } from '../../src/modules/death/examples.ts'
import { webFolder } from '../../src/app/web.ts'
import { launchBrowser } from '../chromium.ts'
import { type Lab, openLab } from '../lab.ts'
import { until } from './device.ts'
import { type Front, openFront } from './front.ts'
import { built } from './house.ts'

let lab: Lab
let browser: Browser
let front: Front
beforeAll(async () => {
  if (!built) return
  lab = await openLab({ start: new Date().toISOString() })
  await officeOf(lab)
  front = await openFront({ server: lab.url, pages: true })
  browser = await launchBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  front?.close()
  await lab?.close()
}, 120_000)

/** What would need more than a browser: parts drawn by a plug-in, devices that a remote desk does not pass on, programs that a link starts. */
const needsMore =
  /<(?:object|embed|applet)\b|createElement\(["'`](?:object|embed|applet)["'`]|navigator\.(?:serial|usb|hid|bluetooth)\b|requestMIDIAccess|registerProtocolHandler|show(?:OpenFile|SaveFile|Directory)Picker/

test.skipIf(!built)(
  'M7 no file of the pages asks for a plug-in, a device at a port or a program on the machine',
  async () => {
    const names = (await readdir(webFolder, { recursive: true })).filter((name) =>
      /[.](?:js|html)$/.test(name),
    )
    expect(names.length).toBeGreaterThan(50)
    const found: string[] = []
    for (const name of names) {
      const said = needsMore.exec(await readFile(join(webFolder, name), 'utf8'))
      if (said) found.push(`${name}: ${said[0]}`)
    }
    expect(found).toEqual([])
  },
)

test.skipIf(!built)(
  'M7 from a bare browser elsewhere, over 256 kbit/s: no worker, no camera, no device at a port, no plug-in; a pathologist finds a death, sees its radiograph and states its manner',
  { timeout: 600_000 },
  async () => {
    const known = await examined(lab)
    await aRadiographOf(lab, known.examination)
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      serviceWorkers: 'block',
      permissions: [],
    })
    context.setDefaultTimeout(120_000)
    const person = lab.people.get('hugo')
    await context.addCookies([
      { name: 'custodia_session', value: person?.token ?? '', url: front.url },
      { name: 'custodia_csrf', value: person?.csrf ?? '', url: front.url },
    ])
    // What a terminal of a remote desk does not have.
    await context.addInitScript(`{
      for (const name of ['serial', 'usb', 'hid', 'bluetooth', 'mediaDevices', 'serviceWorker', 'locks'])
        delete Navigator.prototype[name]
    }`)
    const page = await context.newPage()
    const strange: string[] = []
    page.on('request', (r) => {
      if (!/^(data|blob):/.test(r.url()) && !r.url().startsWith(front.url)) strange.push(r.url())
    })
    page.on('pageerror', (e) => strange.push(String(e)))
    page.on('download', (d) => strange.push(`downloads ${d.suggestedFilename()}`))
    front.line.bytesPerSecond = 32_000
    front.line.delayMs = 60
    const before = Date.now()
    try {
      await page.goto(`${front.url}/death`)
      await page.getByText(known.number).first().waitFor()
      const opened = (Date.now() - before) / 1_000
      await page.getByText(known.number).first().click()
      await page.waitForURL(/death\/deaths\//)
      await page.locator('h1').first().waitFor()
      await page.goto(`${front.url}/death/examinations/${known.examination}?tab=pictures`)
      await page
        .getByRole('button', { name: /Radiograph/ })
        .first()
        .click()
      await page.locator('canvas').first().waitFor()
      expect(await page.evaluate('document.querySelectorAll("object, embed, applet").length')).toBe(0)
      await page.goto(`${front.url}/death/deaths/${known.death}?tab=examination`)
      await page.getByRole('button', { name: 'Give the manner' }).first().click()
      const panel = page.getByRole('dialog')
      await panel.getByText('Accident').or(panel.getByRole('combobox').first()).first().click()
      const choice = panel.getByRole('combobox').first()
      if (await choice.count()) await choice.selectOption({ label: 'Accident' }).catch(() => undefined)
      await panel.getByRole('button', { name: 'Give the manner' }).click()
      await until(
        async () =>
          (await lab.as('hugo').ask('death.get-death', { death: known.death })).body.manner?.code ===
          'accident',
      )
      console.info(`M7: the list of deaths stood after ${opened.toFixed(1)} s on 256 kbit/s`)
    } finally {
      front.line.bytesPerSecond = null
      front.line.delayMs = 0
    }
    expect(strange).toEqual([])
    await context.close()
  },
)
