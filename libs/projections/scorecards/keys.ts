import type { FrameworkRef, MemberId, OrganisationId } from '#vocabulary';
import type { DocumentKey } from '#projection-engine';

export const FACTS = 'scorecard-facts';
export const SCORECARDS = 'scorecards';

export const calendarKey: DocumentKey = { collection: FACTS, id: 'calendar/' };

export function frameworkKey(framework: FrameworkRef): DocumentKey {
  return { collection: FACTS, id: `framework/${framework.id}/${framework.version}` };
}

export function memberKey(member: MemberId): DocumentKey {
  return { collection: FACTS, id: `member/${member}` };
}

export function organisationKey(organisation: OrganisationId): DocumentKey {
  return { collection: FACTS, id: `organisation/${organisation}` };
}

export function yearKey(organisation: OrganisationId, year: number): DocumentKey {
  return { collection: FACTS, id: `year/${year}/${organisation}` };
}

export function scorecardKey(organisation: OrganisationId, year: number): DocumentKey {
  return { collection: SCORECARDS, id: `${year}/${organisation}` };
}

/** What a key of the facts collection names; ids may hold slashes, so the last part takes the rest. */
export type NamedFacts =
  | { readonly kind: 'calendar' }
  | { readonly kind: 'framework' }
  | { readonly kind: 'member'; readonly member: MemberId }
  | { readonly kind: 'organisation'; readonly organisation: OrganisationId }
  | { readonly kind: 'year'; readonly organisation: OrganisationId; readonly year: number };

export function namedBy(key: DocumentKey): NamedFacts {
  const [kind, rest] = cut(key.id);
  switch (kind) {
    case 'calendar':
    case 'framework':
      return { kind };
    case 'member':
      return { kind, member: rest };
    case 'organisation':
      return { kind, organisation: rest };
    case 'year': {
      const [year, organisation] = cut(rest);
      return { kind, organisation, year: Number(year) };
    }
    default:
      throw new TypeError(`Not a key of the scorecards' facts: ${key.id}`);
  }
}

function cut(text: string): [string, string] {
  const at = text.indexOf('/');
  return [text.slice(0, at), text.slice(at + 1)];
}
