import type { LocalDate, OrganisationId } from '#vocabulary';
import type { LeftOutMember } from '#criteria';
import type { Cursor, DocumentCollection } from '#read-models';
import { COUNTS, EVIDENCE, standingCountsKey, yearCountsKey } from '../counts/counts.document';
import type { EvidenceDocument } from '../counts/counts.document';
import { isAfter } from '../counts/evidence-list';
import type { EvidenceLists, Listed } from '../counts/evidence-list';
import { censusDateOf, frameworkOf } from '../facts/framework-of-year';
import type { FrameworkDocument } from '../facts/framework.facts';
import { FACTS, frameworkKey, organisationKey, yearKey } from '../facts/keys';
import type { OrganisationDocument } from '../facts/organisation.facts';
import type { YearDocument } from '../facts/year.facts';
import { membersHandedOnIn } from '../tree/attachment';
import { Branches } from '../tree/branches';
import type { Branch } from '../tree/branches';
import type { EvidenceModels } from './evidence.query';
import { listedAfter } from './listed.query';

/** A member who is not in the denominator, and the organisation in which he or she is recorded. */
export interface NamedLeftOut extends LeftOutMember {
  readonly organisation: OrganisationId;
  readonly cursor: Cursor;
}

export interface LeftOutPageRequest {
  readonly organisation: OrganisationId;
  readonly year: number;
  /** 1 or more. */
  readonly limit: number;
  /** Of a page of the same organisation and year. */
  readonly after?: Cursor;
}

export interface LeftOutPage {
  readonly items: readonly NamedLeftOut[];
  readonly hasMore: boolean;
}

/** What is left to read, in the order of the names: a name, those of an organisation itself, or all at and below one. */
type Place =
  | { readonly kind: 'name'; readonly name: NamedLeftOut }
  | { readonly kind: 'branch'; readonly branch: Branch }
  | OwnPlace;

interface OwnPlace {
  readonly kind: 'own';
  readonly branch: Branch;
  /** Position of the last event whose member was named before. */
  readonly after?: string;
}

/**
 * The members of an organisation and of all below it who are left out of the denominator, as its scorecard counts
 * them: on the census date of its framework. Those of an organisation come before those of its children, children in
 * the order of their ids, members in the order of the events that left them out.
 *
 * The summaries of children tell how many are left out below each. So no more is opened than the page needs: at most as many
 * organisations of each level as there are names on the page, in one reading per level.
 */
export async function leftOutPage(
  models: EvidenceModels,
  { organisation, year, limit, after }: LeftOutPageRequest,
): Promise<LeftOutPage> {
  const census = await censusOf(models, organisation, year);
  if (census === undefined) return { items: [], hasMore: false };
  const names = new Names(models, { year, census, atMost: limit + 1 });
  const branches = new Branches(await models.collection<YearDocument>(FACTS), year, census);
  const end = placeOf(after);
  let places: readonly Place[] = [{ kind: 'branch', branch: { path: [organisation], leftOut: 0 } }];
  for (;;) {
    const needed = neededFor(limit + 1, places);
    const open = needed.flatMap((place) => (place.kind === 'branch' ? [place.branch] : []));
    const own = needed.filter((place): place is OwnPlace => place.kind === 'own');
    if (open.length === 0 && own.length === 0) return pageOf(needed, limit);
    const opened = await branches.open(open);
    const named = await names.of(own);
    const following = needed.flatMap((place): readonly Place[] => {
      if (place.kind === 'name') return [place];
      return place.kind === 'own'
        ? (named.get(place.branch) ?? []).map((name) => ({ kind: 'name', name }))
        : placesIn(place.branch, opened.get(place.branch) ?? [], end);
    });
    places = [...following, ...places.slice(needed.length)];
  }
}

function pageOf(places: readonly Place[], limit: number): LeftOutPage {
  const names = places.flatMap((place) => (place.kind === 'name' ? [place.name] : []));
  return { items: names.slice(0, limit), hasMore: names.length > limit };
}

/** The first places, as many as surely hold so many names. */
function neededFor(names: number, places: readonly Place[]): readonly Place[] {
  let held = 0;
  const behind = places.findIndex((place) => {
    if (held >= names) return true;
    held += place.kind === 'name' ? 1 : place.branch.leftOut;
    return false;
  });
  return behind === -1 ? places : places.slice(0, behind);
}

/** Where a page ended: the way down to an organisation, and the position of its last event that was named. */
interface End {
  readonly path: readonly OrganisationId[];
  readonly position: string;
}

/** What an organisation opens into; of what the end of the page before lies in, that behind it, of which nobody knows how many. */
function placesIn(
  branch: Branch,
  children: readonly Branch[],
  end: End | undefined,
): readonly Place[] {
  const below = children.reduce((sum, { leftOut }) => sum + leftOut, 0);
  const own = { ...branch, leftOut: Math.max(0, branch.leftOut - below) };
  const depth = branch.path.length;
  if (end === undefined || !isOnTheWay(branch, end)) {
    const isAnyOwn = own.leftOut > 0 || depth === 1;
    const itself: readonly Place[] = isAnyOwn ? [{ kind: 'own', branch: own }] : [];
    return [...itself, ...children.map(branchAt)];
  }
  const next = end.path[depth];
  if (next === undefined) {
    const rest: Place = { kind: 'own', branch: { ...own, leftOut: 0 }, after: end.position };
    return [rest, ...children.map(branchAt)];
  }
  return children
    .filter(({ path }) => (path[depth] ?? '') >= next)
    .map((child) => branchAt(isOnTheWay(child, end) ? { ...child, leftOut: 0 } : child));
}

function branchAt(branch: Branch): Place {
  return { kind: 'branch', branch };
}

function isOnTheWay({ path }: Branch, end: End): boolean {
  return path.every((organisation, depth) => organisation === end.path[depth]);
}

function cursorAt({ path }: Branch, { position, member = '' }: Listed): Cursor {
  return { key: [...path, BigInt(position)], id: member };
}

function placeOf(cursor: Cursor | undefined): End | undefined {
  if (cursor === undefined) return undefined;
  return {
    path: cursor.key.filter((part) => typeof part === 'string'),
    position: String(cursor.key.at(-1)),
  };
}

/** On which date the members are counted; `undefined` where they all belong to a successor by then. */
async function censusOf(
  models: EvidenceModels,
  organisation: OrganisationId,
  year: number,
): Promise<LocalDate | undefined> {
  const ofYear = await bodyOf<YearDocument>(models, yearKey(organisation, year).id);
  const ref = ofYear && frameworkOf(ofYear);
  const framework = ref && (await bodyOf<FrameworkDocument>(models, frameworkKey(ref).id));
  const census = censusDateOf(framework?.definition, year);
  const standing = await bodyOf<OrganisationDocument>(models, organisationKey(organisation).id);
  const handedOn = standing && membersHandedOnIn(standing.state, year);
  return handedOn !== undefined && handedOn <= census ? undefined : census;
}

async function bodyOf<D extends object>(
  models: EvidenceModels,
  id: string,
): Promise<D | undefined> {
  const facts = await models.collection<D>(FACTS);
  const body = (await facts.load([id])).get(id)?.body;
  return body === 'deleted' ? undefined : body;
}

/** The members that organisations themselves left out. */
class Names {
  constructor(
    private readonly models: EvidenceModels,
    private readonly wanted: {
      readonly year: number;
      readonly census: LocalDate;
      readonly atMost: number;
    },
  ) {}

  async of(places: readonly OwnPlace[]): Promise<ReadonlyMap<Branch, readonly NamedLeftOut[]>> {
    const named = new Map<Branch, readonly NamedLeftOut[]>();
    if (places.length === 0) return named;
    const { year } = this.wanted;
    const counts = await this.models.collection<{ readonly evidence: EvidenceLists }>(COUNTS);
    const beyond = await this.models.collection<EvidenceDocument>(EVIDENCE);
    const loaded = await counts.load(
      places.flatMap(({ branch }) => listsOf(branch, year).map(({ id }) => id)),
    );
    for (const { branch, after } of places) {
      const listed: Listed[] = [];
      for (const { id, ...of } of listsOf(branch, year)) {
        const body = loaded.get(id)?.body;
        if (body === undefined || body === 'deleted') continue;
        listed.push(...(await this.listed(beyond, { ...of, evidence: body.evidence }, after)));
      }
      named.set(branch, this.namesOf(branch, listed));
    }
    return named;
  }

  private listed(
    beyond: DocumentCollection<EvidenceDocument>,
    lists: Parameters<typeof listedAfter>[1],
    after: string | undefined,
  ): Promise<readonly Listed[]> {
    const { census: date, atMost: limit } = this.wanted;
    return listedAfter(beyond, lists, { kind: 'leftOut', date, after, limit });
  }

  /** On one date a member is in one organisation, for one event: positions tell them apart. */
  private namesOf(branch: Branch, listed: readonly Listed[]): readonly NamedLeftOut[] {
    const organisation = organisationOf(branch);
    return listed
      .toSorted((a, b) => (isAfter(a.position, b.position) ? 1 : -1))
      .slice(0, this.wanted.atMost)
      .flatMap((entry) => {
        const { member, reason, event, position } = entry;
        if (member === undefined || reason === undefined) return [];
        const cursor = cursorAt(branch, entry);
        return [{ organisation, member, reason, event: { event, position }, cursor }];
      });
  }
}

function organisationOf({ path }: Branch): OrganisationId {
  return path.at(-1) ?? '';
}

function listsOf(branch: Branch, year: number) {
  const organisation = organisationOf(branch);
  return [
    { organisation, year, id: yearCountsKey(organisation, year).id },
    { organisation, year: 0, id: standingCountsKey(organisation).id },
  ];
}
