import { compareInstants } from '#vocabulary';
import type { Instant, OrganisationId } from '#vocabulary';
import { evolveOrganisation, unknownOrganisation, valueAt } from '#domain';
import type { OrganisationState } from '#domain';
import { knownBy } from '#projection-engine';
import type { OwnFact } from '#projection-engine';
import type {
  OrganisationDocument,
  OrganisationEnd,
  OrganisationFact,
  OrganisationView,
  ReportedTotals,
} from './organisation.document';

type FactOf<Type extends OrganisationFact['type']> = OwnFact<
  Extract<OrganisationFact, { readonly type: Type }>
>;

/** The organisation as recorded up to a position, or up to now; `undefined` while it was unknown. */
export function organisationAsOf(
  document: Pick<OrganisationDocument, 'facts'>,
  position?: bigint,
): OrganisationView | undefined {
  const facts = knownBy(document.facts, position);
  const state = facts.reduce<OrganisationState>(
    (before, { fact }) => evolveOrganisation(before, fact),
    unknownOrganisation,
  );
  if (state.status === 'UNKNOWN') return undefined;
  const end = endOf(facts);
  const membershipTotals = totalsOf(facts);
  return {
    organisation: state.organisation,
    ...(state.level === undefined ? {} : { level: state.level }),
    establishedAt: state.establishedAt,
    names: state.name,
    kinds: state.kind,
    organisationTypes: state.organisationType,
    parents: state.parent,
    secretaries: state.secretary,
    delegates: state.delegate,
    ...(end === undefined ? {} : { end }),
    splitInto: facts.flatMap(({ fact }) =>
      fact.type === 'OrganisationSplit' ? fact.data.into : [],
    ),
    ...(membershipTotals === undefined ? {} : { membershipTotals }),
  };
}

/** The parent at a point in time, or the last one. */
export function parentOf(view: OrganisationView, at?: Instant): OrganisationId | undefined {
  return at === undefined ? view.parents.at(-1)?.value : valueAt(view.parents, at);
}

/** Whether the organisation existed at a point in time, or still does. */
export function exists(view: OrganisationView, at?: Instant): boolean {
  if (at === undefined) return view.end === undefined;
  return (
    compareInstants(view.establishedAt, at) <= 0 &&
    (view.end === undefined || compareInstants(at, view.end.endedAt) < 0)
  );
}

function endOf(facts: readonly OwnFact<OrganisationFact>[]): OrganisationEnd | undefined {
  const last = facts.findLast(
    (one): one is FactOf<'OrganisationMerged' | 'OrganisationDissolved'> =>
      ['OrganisationMerged', 'OrganisationDissolved'].includes(one.fact.type),
  );
  if (last === undefined) return undefined;
  const { fact, event, position } = last;
  const at = { endedAt: fact.effectiveAt, event, position };
  return fact.type === 'OrganisationMerged'
    ? { ...at, cause: 'MERGED', into: fact.data.into }
    : { ...at, cause: 'DISSOLVED' };
}

/** The totals that are true of the latest time; of two of the same time, those recorded later. */
function totalsOf(facts: readonly OwnFact<OrganisationFact>[]): ReportedTotals | undefined {
  const [first, ...others] = facts.filter(
    (one): one is FactOf<'MembershipTotalsReported'> =>
      one.fact.type === 'MembershipTotalsReported',
  );
  if (first === undefined) return undefined;
  const { fact, event, position } = others.reduce(
    (latest, one) =>
      compareInstants(one.fact.effectiveAt, latest.fact.effectiveAt) < 0 ? latest : one,
    first,
  );
  const { official, probationary, total } = fact.data;
  return {
    official,
    probationary,
    total,
    reconciles: official + probationary === total,
    effectiveAt: fact.effectiveAt,
    event,
    position,
  };
}
