/** Whether somebody is at the keys: a page that refreshes itself must not keep a session alive before an empty chair. */
const QUIET_MS = 2 * 60_000
let last = Date.now()
for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])
  document.addEventListener(kind, () => (last = Date.now()), { passive: true, capture: true })

/** How long nobody has been at the keys. */
export const quietMs = (): number => Date.now() - last
export const isAttended = (): boolean => quietMs() < QUIET_MS
