/** What every page stands on: theme, words, data, and the panels that may open over it. */
import '@mantine/core/styles.layer.css'
import './fonts.css'
import './base.css'
import './kit.css'
import './table.css'
import './pictures.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ConfirmHost } from './Confirm.tsx'
import { StepUpHost } from './StepUp.tsx'
import { Problem } from './problem.ts'
import { type Language, SayProvider, type Texts } from './say.ts'
import { cssVariables, printVariables, theme } from './theme.ts'

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Without a network a question fails at once, so that what is kept can be shown; it is asked again when there is one.
      networkMode: 'always',
      refetchOnReconnect: true,
      // A refusal does not change by asking again; a lost connection may.
      retry: (count, error) =>
        count < 2 &&
        error instanceof Problem &&
        (error.status >= 500 || (error.status === 0 && navigator.onLine)),
      refetchOnWindowFocus: true,
    },
  },
})

export function Ground(props: {
  language: Language
  texts: Texts
  awaited: (key: string) => boolean
  setLanguage: (language: Language) => void
  children: ReactNode
}): ReactNode {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <style>{printVariables()}</style>
      <QueryClientProvider client={queries}>
        <SayProvider
          language={props.language}
          texts={props.texts}
          awaited={props.awaited}
          setLanguage={props.setLanguage}
        >
          {props.children}
          <ConfirmHost />
          <StepUpHost />
        </SayProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
