/** A spectrum of a run mirrored against the reference that a search proposed, and the person's yes or no beside it. */
import { type ReactNode, useState } from 'react'
import { MirrorSpectrum } from '#ui/MirrorSpectrum.tsx'
import { Card } from '#ui/Page.tsx'
import { useAsk } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { type Search, type Spectrum, apexOf, proposalOf, relative, scoreOf999 } from './bench.ts'
import { type BenchProps, Proposed } from './Proposed.tsx'
import { SearchAgain } from './SearchAgain.tsx'

export function Identification(props: BenchProps): ReactNode {
  const { run } = props
  const say = useSay()
  const me = useMe()
  const search = proposalOf(run)
  // What was chosen belongs to one search: a newer search begins with its own first proposal.
  const [chosen, setChosen] = useState<{ search: string | undefined; hit: number } | null>(null)
  const hit = search?.confirmation?.hit ?? (chosen && chosen.search === search?.id ? chosen.hit : 0)
  const spectrum = useAsk<Spectrum>(
    'results.spectrum',
    {
      run: run.id,
      spectrum: search?.spectrum ?? apexOf(run),
      ...(search && search.hits.length > 0 ? { search: search.id, hit } : {}),
    },
    { enabled: run.readable && run.spectra > 0, keep: true },
  )
  if (!run.readable || run.spectra === 0) return null
  const seen = spectrum.data
  return (
    <div className="bench-identify">
      <Card
        title={say(seen?.reference ? 'results.spectrum-against' : 'results.spectrum')}
        aside={
          <span className="notes dim">
            {run.spectra > 1
              ? say('results.scan', { n: search?.spectrum ?? apexOf(run), of: run.spectra })
              : run.number}
          </span>
        }
      >
        {seen ? (
          <MirrorSpectrum
            up={{ label: say('results.this-exhibit-run', { run: run.number }), peaks: relative(seen.peaks) }}
            {...(seen.reference
              ? {
                  down: {
                    label: say('results.reference', {
                      name: seen.reference.name,
                      library: search?.library ?? '',
                    }),
                    peaks: relative(seen.reference.peaks),
                  },
                }
              : {})}
            tolerance={0.3}
            height={270}
          />
        ) : null}
        {search && search.hits.length > 1 ? (
          <OtherHits search={search} hit={hit} onHit={(h) => setChosen({ search: search.id, hit: h })} />
        ) : null}
      </Card>
      <div className="stacked">
        {search ? <Proposed {...props} search={search} hit={hit} spectrum={seen} /> : null}
        {(search?.confirmation || !search) && props.sheet.analyst.id === me?.person.id ? (
          <SearchAgain run={run} first={!search} />
        ) : null}
      </div>
    </div>
  )
}

function OtherHits(props: { search: Search; hit: number; onHit: (hit: number) => void }): ReactNode {
  const say = useSay()
  return (
    <details className="bench-hits">
      <summary>{say('results.other-references', { n: props.search.hits.length })}</summary>
      {props.search.hits.map((h) => (
        <label key={h.hit}>
          <input
            type="radio"
            name={`hit-${props.search.id}`}
            checked={h.hit === props.hit}
            onChange={() => props.onHit(h.hit)}
          />
          <span>{h.name}</span>
          <span className="dim">{say('results.score', { score: scoreOf999(h.score) })}</span>
        </label>
      ))}
    </details>
  )
}
