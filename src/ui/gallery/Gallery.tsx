/** Every part of the kit with believable, made-up data: to be looked at, photographed and held against axe. Development only. */
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Act, TextAct } from '../Act.tsx'
import { AsKnown } from '../AsKnown.tsx'
import { Button } from '../Button.tsx'
import { confirm } from '../Confirm.tsx'
import { Hidden } from '../Hidden.tsx'
import { Linked } from '../Linked.tsx'
import { Mono } from '../Mono.tsx'
import { NextNote } from '../NextNote.tsx'
import { Card, Columns, Facts, Page, Stacked } from '../Page.tsx'
import { Plain } from '../Plain.tsx'
import { RecordHead } from '../RecordHead.tsx'
import { River } from '../River.tsx'
import { StateChip, stateNames } from '../StateChip.tsx'
import { StoreMap } from '../StoreMap.tsx'
import { Timeline } from '../Timeline.tsx'
import { Tree } from '../Tree.tsx'
import { useLanguage, useSay } from '../say.ts'
import * as data from './data.ts'
import { BenchParts } from './BenchParts.tsx'
import { ChartParts } from './ChartParts.tsx'
import { FormParts } from './FormParts.tsx'
import { ListParts } from './ListParts.tsx'
import { QuietParts } from './QuietParts.tsx'
import { RadiographParts } from './RadiographParts.tsx'

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
        <BenchParts />
        <RadiographParts />
        <Card title="States">
          <div className="chips">
            {stateNames.map((state) => (
              <StateChip key={state} state={state} />
            ))}
          </div>
        </Card>
        <FormParts />
        <ListParts />
        <ChartParts />
        <QuietParts />
      </Page>
    </main>
  )
}
