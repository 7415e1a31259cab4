/** The gallery: a list. */
import type { ReactNode } from 'react'
import { DataTable } from '../DataTable.tsx'
import { StateChip } from '../StateChip.tsx'
import * as data from './data.ts'

export function ListParts(): ReactNode {
  return (
    <>
      <DataTable
        name="gallery.items"
        rows={data.items}
        rowKey={(r) => r.number}
        rowTo={(r) => `/gallery?item=${r.number}`}
        bulk={() => <span>Move to store</span>}
        filterOf={(r) => r.state}
        filters={[
          {
            key: 'state',
            label: 'State',
            options: [
              { value: 'in-store', label: 'In store' },
              { value: 'at-bench', label: 'At the bench' },
            ],
          },
        ]}
        columns={[
          {
            key: 'number',
            label: 'Number',
            cell: (r) => r.number,
            text: (r) => r.number,
            mono: true,
            sortable: true,
            primary: true,
          },
          { key: 'what', label: 'What', cell: (r) => r.what, text: (r) => r.what, sortable: true },
          {
            key: 'gross',
            label: 'Gross, g',
            cell: (r) => r.gross,
            text: (r) => r.gross,
            number: true,
            sortable: true,
          },
          {
            key: 'state',
            label: 'State',
            cell: (r) => <StateChip state={r.state} />,
            text: (r) => r.state,
            sortable: true,
          },
        ]}
      />
    </>
  )
}
