import { firstSignal } from '#criteria';
import { yearOf, yearOfInstant } from '#vocabulary';
import type { CaseDocument } from '../../facts/case.facts';
import type { Contribution } from '../contribution';

/** A violation counts in the year it happened, its remediation in the year of the conclusion. */
export function caseContributions(document: CaseDocument): readonly Contribution[] {
  if (document.duplicate === true) return [];
  return [...violation(document), ...remediation(document)];
}

function violation(document: CaseDocument): readonly Contribution[] {
  const { organisation, opened, signals, conclusion, remediated } = document;
  if (opened === undefined || conclusion?.confirmed === false) return [];
  const appliesTo = { organisation, year: yearOf(opened.occurredOn) };
  const standing = conclusion === undefined ? 'open' : 'confirmed';
  const ground = conclusion?.event ?? opened.event;
  const first = firstSignal(signals, conclusion);
  const contributions: Contribution[] = [];
  if (opened.prohibitedThing !== undefined) {
    contributions.push({
      count: { name: 'prohibited', standing },
      appliesTo,
      evidence: [{ kind: `prohibitedThings:${standing}`, ...ground }],
    });
    const isOwn = first?.signal.source === 'SELF';
    if (isOwn && conclusion?.confirmed === true && remediated !== undefined) {
      const count = { name: 'prohibited', standing: 'selfRemedied' } as const;
      contributions.push({ count, appliesTo, evidence: [] });
    }
  }
  if (first === undefined || first.signal.source === 'SELF') return contributions;
  const { source } = first.signal;
  const own = signals.filter((signal) => signal.source === 'SELF');
  const detected = (of: 'confirmed' | 'open' | 'imported' | 'afterwards') =>
    ({ name: 'detected', standing: of, source }) as const;
  contributions.push({
    count: detected(standing),
    appliesTo,
    evidence: [ground, ...[first.signal, ...own].map(({ event }) => event)].map((event) => ({
      kind: `detection:${standing}` as const,
      ...event,
    })),
  });
  if (first.onImportedDates) {
    contributions.push({ count: detected('imported'), appliesTo, evidence: [] });
  }
  if (own.length > 0) {
    contributions.push({ count: detected('afterwards'), appliesTo, evidence: [] });
  }
  return contributions;
}

function remediation({
  organisation,
  opened,
  conclusion,
  remediated,
}: CaseDocument): readonly Contribution[] {
  const isDue = conclusion?.confirmed === true && conclusion.remediationRequired;
  if (opened === undefined || !isDue || remediated !== undefined) return [];
  return [
    {
      count: { name: 'unremedied' },
      appliesTo: { organisation, year: yearOfInstant(conclusion.effectiveAt) },
      evidence: [{ kind: 'unremedied', ...conclusion.event }],
    },
  ];
}
