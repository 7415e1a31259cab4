/** The word by which the server knows this browser again: whoever guesses elsewhere then locks nobody out here. */
export const DEVICE = 'custodia.device'
export const device = (): { device?: string } => {
  const kept = localStorage.getItem(DEVICE)
  return kept ? { device: kept } : {}
}
