/**
 * A wall of thousands of photographs in a browser: only what is in sight is drawn, and each touch is answered at once. Small here; `npm run bench -- --only wall`
 * takes five thousand. The rows are copied in the database without entries: ballast for looking, of which nothing is verified.
 */
import { cpus, loadavg } from 'node:os'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import sharp from 'sharp'
import { launchBrowser } from '../../../test/chromium.ts'
import { deviceOf, until } from '../../../test/e2e/device.ts'
import { type Front, openFront } from '../../../test/e2e/front.ts'
import { built } from '../../../test/e2e/house.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { openSuperuser } from '../../../test/tampering.ts'
import { sql } from '#platform/sql.ts'
import { attended, unitOf } from './examples.ts'

const MANY = Number(process.env['CUSTODIA_PHOTOGRAPHS'] ?? 1_200)
let lab: Lab
let browser: Browser
let front: Front
beforeAll(async () => {
  if (!built) return
  lab = await openLab()
  await unitOf(lab as never)
  front = await openFront({ server: lab.url, pages: true })
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  front?.close()
  await lab?.close()
})

/** One that came in as they all do, and so many copies of its row. */
async function filled(attendance: string): Promise<void> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const picture = await sharp({
    create: { width: 800, height: 600, channels: 3, background: 'black', noise },
  })
    .jpeg({ quality: 64 })
    .toBuffer()
  const { body } = await lab.as('tessa').upload(picture, 'DSCN0001.JPG')
  await lab.as('tessa').do('scenes.add-photograph', { attendance, file: body.sha256 })
  const { name } = await lab.db.direct.one<{ name: string }>(sql`select current_database() as name`)
  const owner = await openSuperuser(inject('cluster').superUrl, name)
  await owner.query(
    `insert into scenes.photograph select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'seq', n, 'name', 'DSCN' || lpad(n::text, 4, '0') || '.JPG', 'caption', 'Photograph ' || n, 'file', encode(sha256(convert_to(n::text, 'UTF8')), 'hex')))).*
       from scenes.photograph p, generate_series(2, $2::int) n where p.attendance = $1`,
    [attendance, MANY],
  )
  await owner.query(
    `insert into scenes.rendition select p.file, r.kind, r.made, r.media_type, r.made_at from scenes.photograph p, scenes.rendition r
      where p.attendance = $1 and p.file <> r.file and r.file = $2`,
    [attendance, body.sha256],
  )
  await owner.query('analyze scenes.photograph')
  await owner.query('analyze scenes.rendition')
  await owner.end()
}
const middle = (times: readonly number[]): number =>
  Math.round((times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0) * 10) / 10
const inPage = <T>(page: Page, script: string): Promise<T> => page.evaluate(script) as Promise<T>
const watching = `(() => {
  globalThis.slow = []; globalThis.frames = []
  new PerformanceObserver((list) => { for (const e of list.getEntries()) if (e.interactionId) globalThis.slow.push(e.duration) })
    .observe({ type: 'event', durationThreshold: 16, buffered: true })
  let last = performance.now()
  const tick = (now) => { globalThis.frames.push(now - last); last = now; requestAnimationFrame(tick) }
  requestAnimationFrame(tick)
})()`

test.skipIf(!built)(
  'a wall of thousands draws what is in sight alone, and answers each touch at once',
  { timeout: 300_000 },
  async () => {
    const { attendance } = await attended(lab as never)
    await filled(attendance)
    const ask = () => lab.as('tessa').ask('scenes.photographs', { attendance, limit: 500 })
    const asked: number[] = []
    for (let n = 0; n < 7; n += 1) {
      const since = performance.now()
      expect((await ask()).body.items).toHaveLength(Math.min(500, MANY))
      asked.push(performance.now() - since)
    }
    const context = await deviceOf(browser, front.url, lab, 'tessa', { width: 1440, height: 900 })
    const page = await context.newPage()
    await page.goto(`${front.url}/scenes`)
    await page.locator('h1').first().waitFor()
    const since = performance.now()
    await page.goto(`${front.url}/scenes/${attendance}/photographs`)
    await page.locator('.photo-tile img').first().waitFor()
    const firstMs = Math.round(performance.now() - since)
    await inPage(page, watching)
    let drawn = 0
    const height = await inPage<number>(page, 'document.documentElement.scrollHeight')
    for (let y = 0; y < height; y += height / 60) {
      await inPage(page, `scrollTo(0, ${Math.round(y)})`)
      await page.waitForTimeout(30)
      drawn = Math.max(drawn, await page.locator('.photo-tile').count())
    }
    // All the rows come as one scrolls to them; the last stands at the end.
    await until(async () => {
      await inPage(page, 'scrollTo(0, document.documentElement.scrollHeight)')
      return (await page.locator('.photo-tile-no', { hasText: new RegExp(`^${MANY}$`) }).count()) > 0
    }, 120_000)
    await page.locator('.photo-tile').last().focus()
    for (let n = 0; n < 12; n += 1) await page.keyboard.press(n % 2 ? 'ArrowUp' : 'ArrowLeft')
    for (let n = 0; n < 3; n += 1) {
      await page.locator('.photo-tile img').nth(n).click()
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    const slow = await inPage<number[]>(page, 'globalThis.slow')
    const frames = await inPage<number[]>(page, 'globalThis.frames')
    const inp = Math.max(0, ...slow)
    const busy = Math.round(((loadavg()[0] ?? 0) / cpus().length) * 10) / 10
    console.log(
      `figures of wall: ${JSON.stringify({
        photographs: MANY,
        listOf500P50Ms: middle(asked),
        firstTileMs: firstMs,
        tilesDrawnAtMost: drawn,
        inpMs: inp,
        interactionsOver16Ms: slow.length,
        longestFrameMs: Math.round(Math.max(...frames)),
        frameP50Ms: middle(frames),
        loadPerCore: busy,
      })}`,
    )
    expect(drawn).toBeLessThan(160)
    // “Good” by Web Vitals is 200 ms: asked of a machine that is free; of another the figure says with what it was busy.
    if (busy <= 1) expect(inp).toBeLessThan(200)
    await context.close()
  },
)
