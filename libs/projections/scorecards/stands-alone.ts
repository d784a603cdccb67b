import type { OrganisationId } from '#vocabulary';
import type { LoggedFact, RecordedFact, Workspace } from '#projection-engine';
import type { MemberDocument } from './documents';
import { namedBy, organisationKey, memberKey, yearKey } from './keys';
import { keysOf } from './keys-of-event';
import { ScorecardFacts } from './scorecard-facts';

/**
 * Whether an event might contradict a recognition that stands, so that what it changes must be told
 * apart from what others of its batch change. It asks everybody whom the event could reach
 * upwards at any time: too many do no harm, one too few would.
 */
export async function standsAlone(event: LoggedFact, workspace: Workspace): Promise<boolean> {
  const fact = event.type === 'FactCorrected' ? event.withdrawn : event;
  // Later events of the same batch may contradict it.
  if (isDecisionOnRecognition(fact)) return true;
  const facts = new ScorecardFacts(workspace);
  const { recognised } = await facts.calendar();
  const years = 'year' in fact.data ? [fact.data.year] : recognised;
  const asked = years.filter((year) => recognised.includes(year));
  if (asked.length === 0) return false;
  const organisations = await withAllAbove(await organisationsOf(fact, facts), facts);
  const keys = [...organisations].flatMap((one) => asked.map((year) => [one, year] as const));
  await facts.prefetch(keys.map(([one, year]) => yearKey(one, year)));
  for (const [organisation, year] of keys) {
    const { recognition } = (await facts.year(organisation, year)).body;
    if (recognition !== undefined && recognition.state !== 'REFUSED') return true;
  }
  return false;
}

function isDecisionOnRecognition({ type }: RecordedFact): boolean {
  return type === 'RecognitionGranted' || type === 'RecognitionRevoked';
}

/** Those that the event reaches by itself; a member's facts reach wherever he or she was ever recorded. */
async function organisationsOf(
  event: RecordedFact,
  facts: ScorecardFacts,
): Promise<readonly OrganisationId[]> {
  const reached: OrganisationId[] = [];
  for (const key of keysOf(event)) {
    const named = namedBy(key);
    if (named.kind === 'organisation' || named.kind === 'year') reached.push(named.organisation);
    if (named.kind !== 'member') continue;
    const member = await facts.read<MemberDocument>(memberKey(named.member));
    reached.push(...(member?.body.everIn ?? []));
    if ('to' in event.data && typeof event.data.to === 'string') reached.push(event.data.to);
    if ('organisation' in event.data) reached.push(event.data.organisation);
  }
  return reached;
}

/** With all that ever stood above them. */
async function withAllAbove(
  organisations: readonly OrganisationId[],
  facts: ScorecardFacts,
): Promise<ReadonlySet<OrganisationId>> {
  const found = new Set<OrganisationId>();
  let next = [...new Set(organisations)];
  while (next.length > 0) {
    for (const one of next) found.add(one);
    await facts.prefetch(next.map(organisationKey));
    const parents: OrganisationId[] = [];
    for (const one of next) {
      const { state } = (await facts.organisation(one)).body;
      if (state.status !== 'ESTABLISHED') continue;
      parents.push(...state.parent.flatMap(({ value }) => (value === undefined ? [] : [value])));
    }
    next = [...new Set(parents)].filter((one) => !found.has(one));
  }
  return found;
}
