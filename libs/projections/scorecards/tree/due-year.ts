import type { OrganisationId } from '#vocabulary';

/** A scorecard that has to be looked at. */
export interface DueYear {
  readonly organisation: OrganisationId;
  readonly year: number;
  /** Those below have to be looked at as well: the tree around it or a pledge above may have changed. */
  readonly downwards: boolean;
  /** What it rests on has changed since it was last looked at. */
  readonly isNews: boolean;
}

export function nameOfYear({ organisation, year }: Pick<DueYear, 'organisation' | 'year'>): string {
  return `${year}/${organisation}`;
}

export function distinctYears(due: readonly DueYear[]): readonly DueYear[] {
  const byName = new Map<string, DueYear>();
  for (const one of due) {
    const name = nameOfYear(one);
    const other = byName.get(name);
    byName.set(name, {
      organisation: one.organisation,
      year: one.year,
      downwards: one.downwards || other?.downwards === true,
      isNews: one.isNews || other?.isNews === true,
    });
  }
  return [...byName.values()];
}
