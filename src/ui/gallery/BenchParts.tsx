/** The gallery: steps, weighings, traces, spectra. */
import type { ReactNode } from 'react'
import { Button } from '../Button.tsx'
import { LimitBar } from '../LimitBar.tsx'
import { MirrorSpectrum } from '../MirrorSpectrum.tsx'
import { Proposal } from '../Note.tsx'
import { Card, Columns, Steps } from '../Page.tsx'
import { Plain } from '../Plain.tsx'
import { Trace } from '../Trace.tsx'
import * as data from './data.ts'

export function BenchParts(): ReactNode {
  return (
    <>
      <Steps
        steps={['Open', 'Describe', 'Weigh', 'Sample', 'Colour test', 'GC-MS', 'Conclude', 'Review'].map(
          (label, i) => ({
            label,
            state: i < 5 ? ('done' as const) : i === 5 ? ('now' as const) : ('to-come' as const),
          }),
        )}
      />
      <Columns kind="halves">
        <Card title="Weighings" aside="grams, BAL-03, read by cable">
          <Plain
            head={['Parcel', 'Gross', 'Wrapping', 'Net']}
            align={['left', 'right', 'right', 'right']}
            rows={[
              ['3.1', '3.742', '1.214', '2.528'],
              ['3.2', '3.655', '1.208', '2.447'],
              ['3.3', '3.801', '1.221', '2.580'],
              ['3.4', '3.677', '1.212', '2.465'],
            ]}
            foot={['4 of 4', '14.875', '4.855', '10.020']}
          />
        </Card>
        <Card title="Net weight against the limit">
          <LimitBar
            value={10.02}
            expanded={0.05}
            unit="g"
            limit={10}
            below="up to 10 g: ticket"
            above="above 10 g: offence"
            rule={
              <>
                <strong>Not shown to be above 10 g.</strong> The interval 9.97 to 10.07 g (k = 2, 95 %)
                reaches below the limit.
              </>
            }
          />
        </Card>
      </Columns>
      <Card title="Chromatogram" aside="total ion current, % of largest">
        <Trace
          series={data.trace}
          xLabel="min"
          yLabel="%"
          describe="Chromatogram of run 09, five peaks"
          peaks={[
            {
              x: 10.28,
              label: 'Peak 2, library proposes Δ9-THC',
              note: '10.28 min, window 10.18 to 10.38',
              window: [10.18, 10.38],
            },
          ]}
        />
      </Card>
      <Columns kind="picture">
        <Card title="Spectrum of peak 2 against reference">
          <MirrorSpectrum
            up={{ label: 'This exhibit, 10.28 min, background removed', peaks: data.sample }}
            down={{ label: 'Reference Δ9-THC, lot RS-0219', peaks: data.reference }}
          />
        </Card>
        <Proposal
          title="Identification of peak 2"
          by="Proposed by library search, 941 of 999."
          acts={
            <>
              <Button primary icon="sign">
                Confirm identification
              </Button>
              <Button icon="x">Reject</Button>
            </>
          }
        >
          <Plain
            head={['Check', 'Found']}
            rows={[
              ['Retention time', '−0.01 min'],
              ['Blank before it is clean', 'run 07'],
              ['5 of 5 marker ions', 'within 20 %'],
            ]}
          />
        </Proposal>
      </Columns>
    </>
  )
}
