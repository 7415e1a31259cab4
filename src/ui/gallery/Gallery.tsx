/** Every part of the kit with believable, made-up data: to be looked at, photographed and held against axe. Development only. */
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Act, ActRow, TextAct } from '../Act.tsx'
import { EmptyState, ErrorState, Skeleton } from '../Asked.tsx'
import { AsKnown } from '../AsKnown.tsx'
import { Button } from '../Button.tsx'
import { confirm } from '../Confirm.tsx'
import { Hidden } from '../Hidden.tsx'
import { Linked } from '../Linked.tsx'
import { LimitBar } from '../LimitBar.tsx'
import { MirrorSpectrum } from '../MirrorSpectrum.tsx'
import { Mono } from '../Mono.tsx'
import { NextNote } from '../NextNote.tsx'
import { Proposal } from '../Note.tsx'
import { OfflineBand } from '../OfflineBand.tsx'
import { Card, Columns, Facts, Page, Stacked, Steps } from '../Page.tsx'
import { Plain } from '../Plain.tsx'
import { RecordHead } from '../RecordHead.tsx'
import { River } from '../River.tsx'
import { StateChip, stateNames } from '../StateChip.tsx'
import { StoreMap } from '../StoreMap.tsx'
import { Timeline } from '../Timeline.tsx'
import { Trace } from '../Trace.tsx'
import { Tree } from '../Tree.tsx'
import { Problem } from '../client.ts'
import { useLanguage, useSay } from '../say.ts'
import * as data from './data.ts'
import { MoreParts } from './MoreParts.tsx'

export default function Gallery(): ReactNode {
  const say = useSay()
  const [known, setKnown] = useState<string | null>(null)
  const { language, setLanguage } = useLanguage()
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light') === 'dark'
  return (
    <main>
      <h1 className="for-readers">Gallery</h1>
      <div className="acts" style={{ padding: 8 }}>
        <Button onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
          {say(dark ? 'shell.light' : 'shell.dark')}
        </Button>
        <Button onClick={() => setLanguage(language === 'es' ? 'en' : 'es')}>{language}</Button>
      </div>
      <AsKnown at={known} left={14} onChange={setKnown} />
      <Page>
        <RecordHead
          crumbs={[
            { label: 'Cases', to: '/cases' },
            { label: 'NFSS-2026-00417', to: '/cases/1', mono: true },
            { label: 'Exhibit 3' },
          ]}
          number="2026-00417-3"
          title="Dried plant material, 4 parcels in a clear evidence bag"
          chips={
            <>
              <StateChip state="at-bench" />
              <StateChip state="seal-opened">Seal A104983 opened</StateChip>
              <StateChip state="gap" />
            </>
          }
          facts="Seized 02/11/2026 14:20, Pen Road, Dangriga. Cannabis suspected. Gross 14.88 g (0.03 lb)"
          history={{ count: 31, to: '/history' }}
          known={{ at: known, onChange: setKnown }}
          acts={
            <>
              <Act primary icon="edit" onAct={() => undefined}>
                Explain the gap
              </Act>
              <Act
                icon="hand-over"
                onAct={() =>
                  void confirm({
                    title: 'Hand over 2026-00417-3',
                    will: 'You offer it to J. Reneau, counter. It stays yours until accepted.',
                    reason: 'required',
                    occurred: true,
                  })
                }
              >
                Hand over
              </Act>
              <Act icon="print">Label</Act>
              <Act
                icon="trash"
                verdict={{
                  ok: false,
                  why: 'Not yet: examination R-1183 is open and the gap is not explained.',
                }}
              >
                Dispose
              </Act>
            </>
          }
        />
        <Columns kind="picture">
          <River
            data={data.river}
            now={data.now}
            form={
              <Linked to="/api/evidence/custody-form" icon="file">
                {say('kit.custody-form')}
              </Linked>
            }
          />
          <Stacked>
            <NextNote what="weigh a second time" who="T. Cus" until="Thu 26/11/2026">
              Certificate cannot be signed before the gap is explained.
            </NextNote>
            <Card title="Facts">
              <Facts
                rows={[
                  ['Seal', <Mono key="s">A104983</Mono>],
                  ['Gross', '14.875 g'],
                  ['Hazard', 'none known'],
                ]}
              />
            </Card>
            <Hidden
              what="Name hidden, minor aged 14"
              why="Victim. Hidden by law, not by choice."
              onAsk={() => undefined}
            />
          </Stacked>
        </Columns>
        <Columns kind="thirds">
          <Card title="Family" aside="mass balance 0.00 g open">
            <Tree nodes={data.family} here="3" />
          </Card>
          <Card title="Place in the store" aside="Ladyville drug store">
            <StoreMap levels={data.store} note="Out of box 117 since 20/11/2026 08:40; its place is kept." />
          </Card>
          <Card title="Latest entries" aside={<TextAct onAct={() => undefined}>All 31</TextAct>}>
            <Plain head={['When', 'What']} rows={data.entries} />
          </Card>
        </Columns>
        <Timeline
          title="From offence to court"
          lanes={data.lanes}
          marks={data.marks}
          links={[
            [0, 2],
            [2, 4],
          ]}
          now={data.now}
          knownAt={known ?? undefined}
        />
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
        <Card title="States">
          <div className="chips">
            {stateNames.map((state) => (
              <StateChip key={state} state={state} />
            ))}
          </div>
        </Card>
        <MoreParts />
        <Columns kind="thirds">
          <Card>
            <EmptyState
              icon="package"
              title="No exhibits yet"
              act={<Button primary>Receive a submission</Button>}
            >
              They appear when the counter receives a submission.
            </EmptyState>
          </Card>
          <ErrorState
            problem={
              new Problem({
                status: 503,
                code: 'unavailable',
                detail: 'The file store does not answer.',
                next: 'Try again in a minute; what you typed is kept.',
              })
            }
            onRetry={() => undefined}
          />
          <Card>
            <Skeleton lines={4} />
          </Card>
        </Columns>
        <OfflineBand waiting={2} />
        <ActRow>
          <Button danger icon="trash">
            Destroy
          </Button>
          <Button busy>Busy</Button>
        </ActRow>
      </Page>
    </main>
  )
}
