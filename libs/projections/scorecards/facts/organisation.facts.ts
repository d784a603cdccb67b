import { evolveOrganisation, unknownOrganisation } from '#domain';
import type { OrganisationState } from '#domain';
import { effectiveOf } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import type { OrganisationId } from '#vocabulary';
import { refOf, withEntry, withMember } from './entries';
import { partOf } from './kept';
import type { FactsSubject } from './keys';
import type { RatingFact } from './member.facts';

/** What holds for an organisation across the years. */
export interface OrganisationDocument {
  readonly kind: 'organisation';
  readonly state: OrganisationState;
  /** The organisation's own rating by year. */
  readonly ratings: Readonly<Record<string, RatingFact>>;
  /** Organisations that have, or once had, this one as their parent, or were merged into it. */
  readonly children: readonly OrganisationId[];
}

export const unknownOrganisationDocument: OrganisationDocument = {
  kind: 'organisation',
  state: unknownOrganisation,
  ratings: {},
  children: [],
};

function organisations(...ids: readonly (OrganisationId | undefined)[]): readonly FactsSubject[] {
  const named = ids.filter((id) => id !== undefined);
  return named.map((organisation) => ({ kind: 'organisation', organisation }));
}

type LifeEvent = FactOfType<
  | 'OrganisationEstablished'
  | 'OrganisationReparented'
  | 'OrganisationDissolved'
  | 'OrganisationMerged'
  | 'OrganisationRenamed'
  | 'OrganisationTypeChanged'
>;

function isItself(event: LifeEvent, subject: FactsSubject): boolean {
  return subject.kind === 'organisation' && subject.organisation === event.data.organisation;
}

/** The same event reaches the organisation it is about and those it names as a parent. */
function withLife(
  document: OrganisationDocument,
  event: LifeEvent,
  subject: FactsSubject,
): OrganisationDocument {
  return isItself(event, subject)
    ? { ...document, state: evolveOrganisation(document.state, effectiveOf(event)) }
    : { ...document, children: withMember(document.children, event.data.organisation) };
}

const life = partOf<OrganisationDocument>()({
  subjectsOf: (event) => {
    const { organisation } = event.data;
    switch (event.type) {
      case 'OrganisationReparented':
        return organisations(organisation, event.data.to, event.data.from);
      case 'OrganisationMerged':
        return organisations(organisation, event.data.parent, event.data.into);
      case 'OrganisationEstablished':
      case 'OrganisationDissolved':
        return organisations(organisation, event.data.parent);
      default:
        return organisations(organisation);
    }
  },
  takes: {
    OrganisationEstablished: withLife,
    OrganisationReparented: withLife,
    OrganisationDissolved: withLife,
    OrganisationMerged: withLife,
    OrganisationRenamed: withLife,
    OrganisationTypeChanged: withLife,
  },
  // Who has this one as a parent is asked of the children themselves.
  without: (document, event, subject) =>
    isItself(event, subject) ? { ...document, state: unknownOrganisation } : document,
});

function withRating(
  document: OrganisationDocument,
  event: FactOfType<'OrganisationRatingDecided' | 'RatingRevised'>,
): OrganisationDocument {
  const rating = { level: event.data.level, event: refOf(event) };
  return { ...document, ratings: withEntry(document.ratings, String(event.data.year), rating) };
}

const ratings = partOf<OrganisationDocument>()({
  // A revised rating of a member is kept with the member.
  subjectsOf: ({ data }) => ('member' in data ? [] : organisations(data.organisation)),
  takes: { OrganisationRatingDecided: withRating, RatingRevised: withRating },
  without: (document, { data }) => ({
    ...document,
    ratings: withEntry(document.ratings, String(data.year), undefined),
  }),
});

export const organisationParts = [life, ratings];
