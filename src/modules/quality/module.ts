/** The operations of quality. */
import type { Module } from '#platform/cx.ts'

export const quality: Module = { name: 'quality', operations: [] }
