/** Which language somebody chose in this browser; it counts before the account's. */
import type { Language } from '#ui/say.ts'

const LANGUAGE = 'custodia.language'
export const chosenLanguage = (): Language | null => {
  const kept = localStorage.getItem(LANGUAGE)
  return kept === 'es' || kept === 'en' ? kept : null
}
export const chooseLanguage = (language: Language): void => localStorage.setItem(LANGUAGE, language)
