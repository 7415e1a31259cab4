/** SQL is written as SQL: a tagged template whose values travel as parameters and whose pieces nest. */
import sqlTag, { type Sql, empty, join, raw } from 'sql-template-tag'

export const sql = sqlTag
export const noSql: Sql = empty
export const joinSql = join
/** For names only (tables, columns) that stand in our own source; never for anything a person sent. */
export const nameSql = raw
export type { Sql }
/** A text that was written before, with its values. */
export type Statement = Pick<Sql, 'text' | 'values'>

/** Words inside a pattern of `like`: per cent, underscore and backslash stand for themselves. */
export const literal = (words: string): string => words.replaceAll(/[\\%_]/g, '\\$&')
/** The pattern of `like` for these words anywhere in a text. */
export const anywhere = (words: string): string => `%${literal(words)}%`
