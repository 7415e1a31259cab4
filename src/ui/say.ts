/** The words of the screen in the person's language, changeable while one looks. */
import { type ReactNode, createContext, createElement, useContext, useMemo } from 'react'
import { type Language, type Say, type Texts, makeSay } from '#kernel/say.ts'
import { showLanguage } from './show.ts'

export type { Language, Say, Texts }

interface Words {
  readonly say: Say
  readonly language: Language
  readonly setLanguage: (language: Language) => void
}

const WordsContext = createContext<Words>({
  say: makeSay({}, 'en'),
  language: 'en',
  setLanguage: () => undefined,
})

/** `texts` are in `language`; a text that is `awaited` is not said before it has come. */
export function SayProvider(props: {
  language: Language
  texts: Texts
  awaited: (key: string) => boolean
  setLanguage: (language: Language) => void
  children: ReactNode
}): ReactNode {
  const { language, texts, awaited, setLanguage, children } = props
  const words = useMemo<Words>(() => {
    showLanguage(language)
    const known = makeSay({ [language]: texts }, language)
    setSaying((key, values) => (texts[key] === undefined && awaited(key) ? '' : known(key, values)))
    return { say: saying, language, setLanguage }
  }, [language, texts, awaited, setLanguage])
  return createElement(WordsContext.Provider, { value: words }, children)
}

let saying: Say = makeSay({}, 'en')
const setSaying = (say: Say): void => {
  saying = say
}
/** For what speaks outside of a component: the client, a dialog. */
export const sayNow: Say = (key, values) => saying(key, values)

export const useSay = (): Say => useContext(WordsContext).say
export function useLanguage(): { language: Language; setLanguage: (language: Language) => void } {
  const { language, setLanguage } = useContext(WordsContext)
  return { language, setLanguage }
}
