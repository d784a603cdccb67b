import { yearOf } from '#vocabulary';
import type { GrievanceDocument } from '../../facts/grievance.facts';
import type { Contribution } from '../contribution';

/** Counts as opened in its year, and as unresolved in every year at whose end it is not resolved. */
export function grievanceContributions({
  organisation,
  opened,
  flags,
  resolvedOn,
}: GrievanceDocument): readonly Contribution[] {
  if (opened === undefined || flags.length === 0) return [];
  const year = yearOf(opened.on);
  const resolvedIn = resolvedOn === undefined ? undefined : yearOf(resolvedOn);
  const isEverUnresolved = resolvedIn === undefined || resolvedIn > year;
  return [
    {
      count: { name: 'opened', flags },
      appliesTo: { organisation, year },
      evidence: [{ kind: 'grievances:opened', ...opened.event }],
    },
    ...(isEverUnresolved
      ? [
          {
            count: { name: 'unresolved', flags } as const,
            appliesTo: {
              organisation,
              from: `${year}-01-01`,
              ...(resolvedIn === undefined ? {} : { to: `${resolvedIn}-01-01` }),
            },
            evidence: [{ kind: 'grievances:unresolved', ...opened.event } as const],
          },
        ]
      : []),
  ];
}
