/** The sign of the house: a stepped line, one hand after another. */
import type { ReactNode } from 'react'

export const Mark = (): ReactNode => (
  <svg
    viewBox="0 0 32 32"
    width="26"
    height="26"
    fill="none"
    stroke="currentColor"
    strokeWidth="3.5"
    aria-hidden
    className="mark"
  >
    <path d="M3.500 27.500v-8h6v-7h6v-7h12v18.500h-6.500v-9.500h-4v7.500h-6v5.500z" />
  </svg>
)
