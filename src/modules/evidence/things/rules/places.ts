/** The way to a place in as few words as say it; pure. */

/**
 * “Laboratory › Main store › Main store, rack 2 › Main store, rack 2, shelf 3” is told as “Main store › rack 2 › shelf 3”: what
 * a name repeats of the place around it is left out, and so is the site, where something stands within it.
 */
export function shortWay(path: string): string {
  const names = path.split(' › ')
  const short = names.map((name, i) => {
    const around = i > 0 ? names[i - 1] : undefined
    return around && name.startsWith(`${around}, `) ? name.slice(around.length + 2) : name
  })
  return (short.length > 1 ? short.slice(1) : short).join(' › ')
}
