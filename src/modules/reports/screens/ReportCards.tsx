/** The cards of a certificate's page: results, exhibits, what was relied on, the signed file, recipients, steps. */
import { Act } from '#ui/Act.tsx'
import { ErrorState } from '#ui/Asked.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Card, Facts } from '#ui/Page.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Plain } from '#ui/Plain.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showBytes, showInstant } from '#ui/show.ts'
import type { ReportSeen } from '../contract.ts'
import { ReportState } from './ReportState.tsx'

type Of = { readonly report: ReportSeen }

/** The very sentences of the paper, exhibit by exhibit; beside each, whether it was reviewed and how far it goes. */
export function ResultsCard({ report }: Of) {
  const say = useSay()
  return (
    <Card title={say('reports.paper-statements')}>
      <Plain
        head={[say('reports.paper-exhibit'), say('reports.said'), '']}
        rows={report.results.map((r) => [
          <span key="i" style={{ whiteSpace: 'nowrap' }}>
            <Mono>{r.itemNumber}</Mono>
          </span>,
          r.says,
          r.presumptive ? (
            <StateChip key="p" state="waits-person">
              {say('reports.presumptive')}
            </StateChip>
          ) : r.reviewed ? (
            <StateChip key="r" state="verified">
              {say('reports.reviewed')}
            </StateChip>
          ) : (
            <StateChip key="r" state="waits">
              {say('reports.not-reviewed-yet')}
            </StateChip>
          ),
        ])}
      />
    </Card>
  )
}

export function ThingsCard({ report }: Of) {
  const say = useSay()
  return (
    <Card title={say('reports.paper-exhibits')} aside={String(report.items.length)}>
      {report.items.map((i) => (
        <div key={i.id} className="stacked-row">
          <p>
            <Linked to={`/evidence/items/${i.id}`} mono>
              {i.number}
            </Linked>{' '}
            {i.description}
          </p>
          <p className="notes dim">
            {i.packaging} · {say('reports.paper-receipt')} {i.received}
          </p>
        </div>
      ))}
    </Card>
  )
}

export function ReliedCard({ report }: Of) {
  const say = useSay()
  return (
    <Card title={say('reports.relied')}>
      <Facts
        rows={[
          [
            say('reports.paper-methods'),
            report.methods.map((m) => `${m.code} v${m.version}, ${m.title}`).join('; ') || '—',
          ],
          [say('reports.relied-things'), report.reliedOn.map((r) => r.name).join('; ') || '—'],
          [say('reports.paper-deviations'), report.deviations.join(' ') || say('reports.no-deviations')],
        ]}
      />
    </Card>
  )
}

export function FilesCard({
  report,
  files,
}: Of & { readonly files: readonly { label: string; href: string }[] }) {
  const say = useSay()
  const signature = report.signature
  return (
    <Card title={say(signature ? 'reports.signed-file' : 'reports.paper')}>
      <ul className="plain-list">
        {files.map((f) => (
          <li key={f.label}>
            <a className="text-act" href={f.href} download>
              <Icon name="download" /> {say(f.label)}
            </a>
          </li>
        ))}
      </ul>
      {signature ? (
        <>
          <p>
            {say('reports.paper-signer')}: {report.signer?.name ?? ''}, {showInstant(signature.at)} (
            {showBytes(signature.size)})
          </p>
          {report.code ? (
            <p>
              {say('reports.paper-verify-code')}:{' '}
              {report.verify ? (
                <Linked to={`/verify/${report.code}`} mono>
                  {report.code}
                </Linked>
              ) : (
                <Mono>{report.code}</Mono>
              )}
            </p>
          ) : null}
          <p style={{ overflowWrap: 'anywhere' }}>
            SHA-256: <Mono>{signature.pdfSha256}</Mono>
          </p>
        </>
      ) : null}
    </Card>
  )
}

export function DeliveriesCard({ report }: Of) {
  const say = useSay()
  const acknowledge = useTell('reports.acknowledge-report', { settles: ['reports.'] })
  const deliver = useTell('reports.deliver-report', { settles: ['reports.', 'cases.'] })
  const offered = report.state === 'issued' ? report.offered : []
  const problem = acknowledge.problem ?? deliver.problem
  return (
    <Card title={say('reports.recipients')} aside={String(report.deliveries.length)}>
      {report.deliveries.length === 0 ? <p>{say('reports.no-recipients')}</p> : null}
      {report.deliveries.map((d) => (
        <div key={d.id} className="stacked-row">
          <p>
            <strong>{d.to}</strong> {say(`reports.delivery-${d.kind}`)} {showInstant(d.at)}
            {d.wayName ? ` (${d.wayName})` : ''}
          </p>
          {d.words ? <p>{d.words}</p> : null}
          {d.acknowledged ? (
            <p>
              <StateChip state="verified">{say('reports.received')}</StateChip>{' '}
              {say('reports.acknowledged', { at: showInstant(d.acknowledged.at), by: d.acknowledged.by })}
            </p>
          ) : d.mine ? (
            <Act
              operation="reports.acknowledge-report"
              icon="check"
              primary
              busy={acknowledge.busy}
              onAct={() => void acknowledge.tell({ delivery: d.id })}
            />
          ) : (
            <StateChip state="waits">{say('reports.not-acknowledged')}</StateChip>
          )}
        </div>
      ))}
      {offered.map((o) => (
        <div key={o.unit ?? o.person} className="stacked-row offered">
          <span>{o.name}</span>
          <Act
            operation="reports.deliver-report"
            actions={report.actions}
            icon="send"
            busy={deliver.busy}
            onAct={() =>
              void deliver.tell({
                report: report.id,
                to: o.unit ? { unit: o.unit } : { person: o.person },
              })
            }
          >
            {say('reports.give')}
          </Act>
        </div>
      ))}
      {problem ? <ErrorState problem={problem} /> : null}
    </Card>
  )
}

export function StepsCard({ report }: Of) {
  const say = useSay()
  return (
    <Card title={say('reports.steps')}>
      {report.steps.map((s) => (
        <div key={`${s.at}-${s.kind}`} className="stacked-row">
          <strong>{s.says}</strong> {s.by}, {showInstant(s.at)}
          {s.words ? <p>{s.words}</p> : null}
          {s.findings.length > 0 ? (
            <ul>
              {s.findings.map((f) => (
                <li key={f}>{f}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ))}
    </Card>
  )
}

export function VersionsCard({ report }: Of) {
  const say = useSay()
  if (report.versions.length < 2) return null
  return (
    <Card title={say('reports.versions-title')}>
      {report.versions.map((v) => (
        <div key={v.id} className="stacked-row">
          {v.id === report.versionId ? (
            <strong>
              <Mono>{v.number}</Mono>
            </strong>
          ) : (
            <Linked to={`/reports/${v.id}`} mono>
              {v.number}
            </Linked>
          )}{' '}
          <ReportState state={v.state} /> {showInstant(v.since)}
        </div>
      ))}
    </Card>
  )
}
