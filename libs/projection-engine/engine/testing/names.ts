import type { CollectionSpec, Projection, RecordedFact } from '../../runner';

export interface Names {
  readonly events: readonly string[];
}

/** Keeps the names of an organisation, in the order it was given them. */
export function namesOf(
  change: Partial<Projection> & { readonly spec?: CollectionSpec } = {},
): Projection {
  const { spec = { name: 'names', indexes: [] }, ...overrides } = change;
  return {
    name: 'names',
    version: 1,
    collections: [spec],
    keysOf: (event) =>
      event.type === 'OrganisationRenamed'
        ? [{ collection: spec.name, id: event.data.organisation }]
        : [],
    initial: () => ({ events: [] }),
    apply: (document, event) => withName(document, nameIn(event)),
    ...overrides,
  };
}

export function withName(document: object, name: string): Names {
  return { events: [...(document as Names).events, name] };
}

export function nameIn(event: RecordedFact): string {
  return event.type === 'OrganisationRenamed' ? event.data.name : '';
}
