/** The operations of catalogue. */
import type { Module } from '#platform/cx.ts'

export const catalogue: Module = { name: 'catalogue', operations: [] }
