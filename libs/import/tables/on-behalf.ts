import type { OrganisationId } from '#vocabulary';

/**
 * The office that is behind a fact in a row: never the importing user, who only enters it. Which role it holds, and
 * where, depends on the organisation on that day.
 */
export interface Office {
  readonly seat: 'SECRETARY' | 'COMMITTEE' | 'SUPERIOR';
  readonly organisation: OrganisationId;
  /** Whom the row names; where it names nobody, the office itself. */
  readonly id: string;
}

export function secretaryOf(organisation: OrganisationId, named?: string): Office {
  return { seat: 'SECRETARY', organisation, id: named ?? `${organisation}/secretary` };
}

/** Who appraised an organisation, for the committee above it. */
export function appraiserOf(organisation: OrganisationId, named?: string): Office {
  return { seat: 'SUPERIOR', organisation, id: named ?? `${organisation}/appraiser` };
}

/** Who confirmed the score of a meeting, for the committee above. */
export function delegateOf(organisation: OrganisationId, named: string): Office {
  return { seat: 'SUPERIOR', organisation, id: named };
}

/** The committee of the organisation that decided. */
export function committeeOf(organisation: OrganisationId): Office {
  return { seat: 'COMMITTEE', organisation, id: `${organisation}/committee` };
}
