/** The operations of cases, and how its derived tables are computed again. */
import type { Module } from '#platform/cx.ts'
import { monthCountSql, standingSql } from './store/standing.ts'

export const cases: Module = {
  name: 'cases',
  operations: [],
  constraints: { cases_case_number: 'cases.number-taken', cases_hold_lifted_once: 'cases.hold-already-lifted', cases_task_done_once: 'cases.task-already-done' },
  derived: { 'cases.standing': standingSql, 'cases.month_count': `select * from (${monthCountSql}) x where n > 0` },
}
