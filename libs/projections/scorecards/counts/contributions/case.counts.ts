import { yearOf } from '#vocabulary';
import type { CaseDocument } from '../../facts/case.facts';
import { detectedBefore, isSelfDetectedAndRemedied } from '../../facts/detection';
import type { Contribution } from '../contribution';

/** A violation counts in the year it happened, its remediation in the year of the conclusion. */
export function caseContributions(document: CaseDocument): readonly Contribution[] {
  return [...violation(document), ...remediation(document)];
}

function violation(document: CaseDocument): readonly Contribution[] {
  const { organisation, opened, signals, conclusion } = document;
  if (opened === undefined || conclusion?.confirmed === false) return [];
  const appliesTo = { organisation, year: yearOf(opened.occurredOn) };
  const standing = conclusion === undefined ? 'open' : 'confirmed';
  const ground = conclusion?.event ?? opened.event;
  const { sources, onImportedDates, selfDetected } = detectedBefore(signals);
  const decisive = signals.filter(({ source }) => source === 'SELF' || sources.includes(source));
  const contributions: Contribution[] = [];
  if (opened.prohibitedThing !== undefined) {
    contributions.push({
      count: { name: 'prohibited', standing },
      appliesTo,
      evidence: [{ kind: `prohibitedThings:${standing}`, ...ground }],
    });
    if (isSelfDetectedAndRemedied(document)) {
      const count = { name: 'prohibited', standing: 'selfRemedied' } as const;
      contributions.push({ count, appliesTo, evidence: [] });
    }
  }
  if (sources.length === 0) return contributions;
  const detected = (of: 'confirmed' | 'open' | 'imported' | 'afterwards') =>
    ({ name: 'detected', standing: of, sources }) as const;
  contributions.push({
    count: detected(standing),
    appliesTo,
    evidence: [ground, ...decisive.map(({ event }) => event)].map((event) => ({
      kind: `detection:${standing}` as const,
      ...event,
    })),
  });
  if (onImportedDates) contributions.push({ count: detected('imported'), appliesTo, evidence: [] });
  if (selfDetected) contributions.push({ count: detected('afterwards'), appliesTo, evidence: [] });
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
      appliesTo: { organisation, year: yearOf(conclusion.on) },
      evidence: [{ kind: 'unremedied', ...conclusion.event }],
    },
  ];
}
