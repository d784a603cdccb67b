import type { CaseId, MemberId, OrganisationId } from '#vocabulary';

/** Whom a fact concerns, the subject first. Written into the event as tags, so that it needs no look-up later. */
export interface Concerns {
  readonly organisations: readonly OrganisationId[];
  readonly members: readonly MemberId[];
  readonly cases: readonly CaseId[];
}

/** The names under which facts carry ids: the same everywhere, which is what makes this possible. */
const ORGANISATION_FIELDS = [
  'organisation',
  'from',
  'to',
  'into',
  'parent',
  'root',
  'residenceOrganisation',
] as const;
/** Not those above: a parent or the root of a campaign is named, and the fact is not theirs. */
const SCOPE_FIELDS = ['organisation', 'from', 'to', 'into'] as const;
const MEMBER_FIELDS = ['member'] as const;
const ATTENDANCE_FIELDS = ['excused', 'unexcused', 'specialDuty'] as const;
const CASE_FIELDS = ['case', 'duplicateOf'] as const;

export function concernsOf(data: object): Concerns {
  const attendance = 'attendance' in data && isObject(data.attendance) ? data.attendance : {};
  return {
    organisations: organisationsIn(data),
    members: distinct([...idsIn(data, MEMBER_FIELDS), ...idsIn(attendance, ATTENDANCE_FIELDS)]),
    cases: idsIn(data, CASE_FIELDS),
  };
}

/** The organisations that a fact concerns, the subject first. */
export function organisationsIn(data: object): readonly OrganisationId[] {
  return idsIn(data, ORGANISATION_FIELDS);
}

/**
 * In whose scope a fact lies (access.md, section 2): its subject, the organisation it is attributed to, both ends of a
 * transfer or a merger. None: it belongs to the register, as frameworks and campaigns do.
 */
export function scopeOf(data: object): readonly OrganisationId[] {
  return idsIn(data, SCOPE_FIELDS);
}

function idsIn(data: object, fields: readonly string[]): string[] {
  const values = data as Readonly<Record<string, unknown>>;
  const ids: string[] = [];
  for (const field of fields) {
    const value = values[field];
    if (typeof value === 'string') ids.push(value);
    else if (Array.isArray(value)) ids.push(...value.filter((id) => typeof id === 'string'));
  }
  return distinct(ids);
}

/** Most often there is one, and this is asked of every event there is. */
function distinct(ids: string[]): string[] {
  return ids.length < 2 ? ids : [...new Set(ids)];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
