import { localDateOf } from '#vocabulary';
import type { Instant, OrganisationId } from '#vocabulary';
import { evolveOrganisation, existedAt, parentAt, unknownOrganisation } from '#domain';
import type { OrganisationState } from '#domain';
import type { CaseDocument } from '../../cases';
import type { FactOfType } from '#projection-engine';
import { effectiveOf } from '#projection-engine';
import { recalled } from '../../facts';
import type { KeptFact } from '../../facts';
import { yearOfCase } from './case.subject';
import type { CaseSubject } from './case.subject';
import { ofType } from './of-type';
import type { KeptFactOfType } from './of-type';

/** What holds for an organisation across the years. */
export interface OrganisationSubject {
  readonly organisation: OrganisationId;
  readonly state: OrganisationState;
  /** Organisations that have, or once had, this one as their parent, or were merged into it. */
  readonly children: readonly OrganisationId[];
  readonly parents: readonly OrganisationId[];
  /** Those it was said to be merged into. */
  readonly successors: readonly OrganisationId[];
  /** Those in which a discipline was decided. */
  readonly cases: readonly CaseDocument[];
  readonly totals: readonly KeptFactOfType<'MembershipTotalsReported'>[];
  readonly secretaries: readonly KeptFactOfType<'SecretaryAppointed'>[];
  readonly facts: readonly KeptFact[];
  /** All years that anything ever recorded of it, or of a discipline, concerns. */
  readonly years: readonly number[];
}

type LifeFact = FactOfType<
  | 'OrganisationEstablished'
  | 'OrganisationReparented'
  | 'OrganisationMerged'
  | 'OrganisationDissolved'
  | 'OrganisationTypeChanged'
  | 'OrganisationSplit'
>;

export function organisationSubject(
  organisation: OrganisationId,
  ofItself: readonly KeptFact[],
  disciplined: readonly CaseSubject[],
): Omit<OrganisationSubject, 'years'> {
  const life = ofItself.map(recalled).filter(isOfLife);
  const own = life.filter(({ data }) => data.organisation === organisation);
  return {
    organisation,
    state: own.reduce<OrganisationState>(
      (state, event) => evolveOrganisation(state, effectiveOf(event)),
      unknownOrganisation,
    ),
    children: [...new Set(life.map(({ data }) => data.organisation))].filter(
      (one) => one !== organisation,
    ),
    parents: parentsIn(own),
    successors: successorsNamed(own),
    cases: casesOf(disciplined),
    totals: ofType(ofItself, 'MembershipTotalsReported'),
    secretaries: ofType(ofItself, 'SecretaryAppointed'),
    facts: [...ofItself, ...disciplined.flatMap(({ facts }) => facts)],
  };
}

export function wasChildOf(
  { state }: Pick<OrganisationSubject, 'state'>,
  parent: OrganisationId,
  at: Instant,
): boolean {
  return existedAt(state, at) && parentAt(state, at) === parent;
}

interface Merged {
  readonly organisation: OrganisationId;
  readonly at: Instant;
  readonly fact: KeptFact;
}

/** The organisations that were merged into this one. */
export function mergedInto({ organisation, facts }: OrganisationSubject): readonly Merged[] {
  return ofType(facts, 'OrganisationMerged')
    .filter(({ data }) => data.into === organisation)
    .map((fact) => ({ organisation: fact.data.organisation, at: fact.effectiveAt, fact }));
}

function successorsNamed(life: readonly LifeFact[]): readonly OrganisationId[] {
  return life.flatMap((event) => (event.type === 'OrganisationMerged' ? event.data.into : []));
}

/** The years for which a recognition was granted, whatever became of it. */
export function yearsRecognised(facts: readonly KeptFact[]): readonly number[] {
  return [...new Set(ofType(facts, 'RecognitionGranted').map(({ data }) => data.year))];
}

/** Everyone that was ever said to be above an organisation, or to carry it on: those that count it among their children. */
function parentsIn(life: readonly LifeFact[]): readonly OrganisationId[] {
  const named = life.flatMap((event) => [
    'parent' in event.data ? event.data.parent : undefined,
    'from' in event.data ? event.data.from : undefined,
    'to' in event.data ? event.data.to : undefined,
    ...successorsNamed([event]),
  ]);
  return [...new Set(named.filter((parent) => parent !== undefined))];
}

function isOfLife(event: ReturnType<typeof recalled>): event is LifeFact {
  switch (event.type) {
    case 'OrganisationEstablished':
    case 'OrganisationReparented':
    case 'OrganisationMerged':
    case 'OrganisationDissolved':
    case 'OrganisationTypeChanged':
    case 'OrganisationSplit':
      return true;
    default:
      return false;
  }
}

/** A discipline reaches the year before it and the one after: ratings of a year are decided in the next. */
export function yearsOf(
  facts: readonly KeptFact[],
  disciplined: readonly CaseSubject[],
): readonly number[] {
  const years = new Set<number>();
  for (const { data, effectiveAt } of facts) {
    years.add('year' in data ? data.year : Number(localDateOf(effectiveAt).slice(0, 4)));
  }
  for (const one of casesOf(disciplined)) {
    years.add(yearOfCase(one));
    for (const { decided, announced } of one.decisions) {
      const year = Number(localDateOf((announced ?? decided).effectiveAt).slice(0, 4));
      for (const reached of [year - 1, year, year + 1]) years.add(reached);
    }
  }
  return [...years].toSorted((a, b) => a - b);
}

function casesOf(subjects: readonly CaseSubject[]): readonly CaseDocument[] {
  return subjects.flatMap(({ case: violation }) => violation ?? []);
}
