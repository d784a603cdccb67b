import { streams } from '#domain';
import type { RecordedEvent } from '#event-log';
import type { LoggedFact } from '#projection-engine';
import { askedForBy, OF_NOBODY } from '../timeline';
import type { Timeline } from '../timeline';
import { HistoryTooLong, SelectedEvents } from './selected-events';

export { HistoryTooLong };

/** What an answer is about. */
export interface Known {
  /** Nothing bounds it: all that was recorded. */
  readonly everything?: boolean;
  /** With everything that was ever below them. */
  readonly organisations?: readonly string[];
  readonly members?: readonly string[];
  /** In which those above may ask for a summary of an organisation that recorded nothing itself. */
  readonly years?: readonly number[];
}

/** All that was recorded by a moment and that an answer about some things rests on. */
export interface KnownHistory {
  /** In the order of the log. */
  readonly events: readonly RecordedEvent[];
  /** Whether nothing is missing of an organisation; of the others that are named, it is what is in the register. */
  isWhole(organisation: string): boolean;
}

/**
 * Found by way of the timeline, so that it grows with the history of what is asked about, and not with the log: what
 * concerns the organisations and all that were ever below them, what else is recorded of their members and in their
 * cases, the register as far as it counts, and what those above ask for.
 *
 * @throws {HistoryTooLong}
 */
export async function historyOf(
  timeline: Timeline,
  { everything = false, organisations = [], members = [], years = [] }: Known,
  { through, limit }: { readonly through: bigint; readonly limit: number },
): Promise<KnownHistory> {
  const selected = new SelectedEvents(timeline, through, limit);
  if (everything) {
    await selected.everything();
    return { events: selected.all(), isWhole: () => true };
  }
  const whole = await withAllBelow(selected, organisations);
  const own = selected.all();
  const people = new Set([...members, ...own.flatMap(({ metadata }) => metadata.tags.members)]);
  const ofPeople = await selected.of('member', people);
  const asked = ofPeople.filter(({ metadata }) =>
    metadata.tags.members.some((one) => members.includes(one)),
  );
  await selected.of(
    'case',
    [...own, ...asked].flatMap(({ metadata }) => metadata.tags.cases),
  );
  await selected.of('concerned', [OF_NOBODY]);
  await takeRegister(selected);
  await takeDemands(selected, own, whole, years);
  return {
    events: selected.all(),
    isWhole: (organisation) => whole.has(organisation),
  };
}

/** Everything about the organisations, and about those that any event of theirs puts below them. */
async function withAllBelow(
  selected: SelectedEvents,
  roots: readonly string[],
): Promise<ReadonlySet<string>> {
  const whole = new Set(roots);
  for (let level: readonly string[] = roots; level.length > 0;) {
    const events = await selected.of('concerned', level);
    level = events.flatMap((event) => {
      const link = linkIn(event);
      const isBelow = link?.above.some((above) => whole.has(above)) === true;
      return isBelow && !whole.has(link.organisation) ? [link.organisation] : [];
    });
    for (const organisation of level) whole.add(organisation);
  }
  return whole;
}

/** Which organisation counts, or counted, under which others. */
function linkIn(
  fact: LoggedFact,
): { readonly organisation: string; readonly above: readonly string[] } | undefined {
  switch (fact.type) {
    case 'OrganisationEstablished':
    case 'OrganisationDissolved':
      return link(fact.data.organisation, fact.data.parent);
    case 'OrganisationReparented':
      return link(fact.data.organisation, fact.data.from, fact.data.to);
    case 'OrganisationMerged':
      return link(fact.data.organisation, fact.data.into, fact.data.parent);
    case 'OrganisationSplit':
      return link(fact.data.organisation, ...fact.data.into);
    default:
      return undefined;
  }
}

function link(organisation: string, ...above: readonly (string | undefined)[]) {
  return { organisation, above: above.filter((one) => one !== undefined) };
}

/** Of every organisation that is named anywhere: its names, its parents over time, its end. */
async function takeRegister(selected: SelectedEvents): Promise<void> {
  let named = selected.all();
  while (named.length > 0) {
    const organisations = named.flatMap(({ metadata }) => metadata.tags.organisations);
    named = await selected.of('stream', organisations.map(streams.organisation));
  }
}

/**
 * A committee that pledged asks for everybody below it, and so does a campaign from where it reaches, once anybody
 * pledged for the year: then there is a scorecard also of whom nothing was recorded.
 */
async function takeDemands(
  selected: SelectedEvents,
  own: readonly LoggedFact[],
  whole: ReadonlySet<string>,
  years: readonly number[],
): Promise<void> {
  const above = aboveEach(selected.all(), [...whole]).filter((one) => !whole.has(one));
  const kept = [...new Set([...years, ...own.flatMap(yearIn)])];
  const keys = above.flatMap((organisation) => kept.map((year) => ({ organisation, year })));
  await selected.of(
    'stream',
    keys.flatMap((key) => [streams.pledge(key), streams.assessment(key.organisation, key.year)]),
  );
  for (const { organisation, year } of keys) {
    await selected.firstOf('asked', askedForBy(organisation, year));
  }
}

/** All that were ever above some organisations. */
function aboveEach(
  events: readonly LoggedFact[],
  organisations: readonly string[],
): readonly string[] {
  const links = Map.groupBy(
    events.flatMap((event) => linkIn(event) ?? []),
    ({ organisation }) => organisation,
  );
  const found = new Set(organisations);
  for (const organisation of found) {
    for (const { above } of links.get(organisation) ?? []) for (const one of above) found.add(one);
  }
  return [...found];
}

function yearIn({ data }: LoggedFact): readonly number[] {
  return 'year' in data && typeof data.year === 'number' ? [data.year] : [];
}
