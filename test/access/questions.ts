import type { Answer } from '../../apps/api/testing/test-api';
import { expectedRows, LISTS } from './lists';
import type { Row } from './lists';
import type { Event, Identity, Oracle } from './oracle';
import type { World } from './world';

/** Draws one of some things by a number, and goes on to the next number. */
export type Draw = <T>(among: readonly T[]) => T;

/** What was answered, and what the contract says: compared by whoever asked. */
export interface Comparison {
  readonly answered: unknown;
  readonly expected: unknown;
}

export type Question = (world: World, who: Identity, draw: Draw) => Promise<Comparison>;

const PAGE_SIZES = [5, 20, 50, 200];
const HIDDEN = 'hidden';

const list: Question = async (world, who, draw) => {
  const chosen = draw(LISTS);
  const { name, args, fields } = chosen;
  const oracle = await world.oracle();
  const under = chosen.under ? draw([undefined, draw(organisationsOf(oracle))]) : undefined;
  const given = under === undefined ? args : `${args} under: "${under}"`;
  const row = `organisation { id } ${fields}`;
  const all = await world.everything<Row>(name, args, row);
  return {
    answered: await world.read(who, name, given, row, draw(PAGE_SIZES)),
    expected: expectedRows(oracle, who, chosen, all, under),
  };
};

const EVENT = `id type effectiveAt data actor { id } onBehalfOf { id } members cases reason
  organisations summary(language: VI)`;

interface WholeEvent extends Event {
  readonly actor: { readonly id: string };
  readonly onBehalfOf: { readonly id: string } | null;
  readonly members: readonly string[];
}

const history: Question = async (world, who, draw) => {
  const oracle = await world.oracle();
  const filter = draw([
    '',
    'types: [MeetingHeld, SignalReceived, RecognitionGranted, OrganisationReparented]',
    'backdatedByAtLeastDays: 30',
    'imported: false',
    `organisation: "${draw(organisationsOf(oracle))}", includeBelow: true`,
    `organisation: "${draw(organisationsOf(oracle))}"`,
    `member: "${draw(membersOf(oracle))}"`,
    'case: "b-case-1"',
  ]);
  const args = `filter: {${filter}}`;
  const all = await world.everything<WholeEvent>('history', args, EVENT);
  const answered = await world.read<WholeEvent>(who, 'history', args, EVENT, draw(PAGE_SIZES));
  if (oracle.isOver(who)) return { answered, expected: 'FORBIDDEN' };
  const seen = all.filter((event) => oracle.seesEvent(who, event));
  if (who.role !== 'INTEGRATOR') return { answered, expected: seen };
  return {
    answered: typeof answered === 'string' ? answered : answered.map(persons),
    expected: seen.map(noPersons),
  };
};

/** What of an event may name a person. */
function persons({ id, actor, onBehalfOf, members }: WholeEvent) {
  return { id, actor: actor.id, onBehalfOf: onBehalfOf?.id, members };
}

function noPersons({ id, onBehalfOf }: WholeEvent) {
  return { id, actor: HIDDEN, onBehalfOf: onBehalfOf === null ? undefined : HIDDEN, members: [] };
}

const event: Question = async (world, who, draw) => {
  const oracle = await world.oracle();
  const asked = draw(oracle.events);
  const answer = await world.as(who, `{ one: event(id: "${asked.id}") { id type } }`);
  const isSeen = oracle.seesEvent(who, asked);
  return {
    answered: told(answer),
    expected: oracle.isOver(who)
      ? 'FORBIDDEN'
      : { one: isSeen ? { id: asked.id, type: asked.type } : null },
  };
};

const member: Question = async (world, who, draw) => {
  const oracle = await world.oracle();
  const id = draw(membersOf(oracle));
  const answer = await world.as(who, `{ one: member(id: "${id}") { id } }`);
  return {
    answered: told(answer),
    expected: unlessRefused(oracle, who, 'MEMBERS', {
      one: oracle.isMemberInScope(who, id) ? { id } : null,
    }),
  };
};

const members: Question = async (world, who, draw) => {
  const oracle = await world.oracle();
  const organisation = draw(organisationsOf(oracle));
  const args = `organisation: "${organisation}"`;
  const all = await world.everything('members', args, 'id status');
  return {
    answered: await world.read(who, 'members', args, 'id status', draw(PAGE_SIZES)),
    expected: unlessRefused(oracle, who, 'MEMBERS', oracle.isInScope(who, organisation) ? all : []),
  };
};

interface Scored {
  readonly scorecard: {
    readonly outcome: string;
    readonly goods: readonly {
      readonly conditions: readonly {
        readonly id: string;
        readonly evidenceCount: number;
        readonly hiddenEvidence: number;
        readonly evidence: readonly { readonly id: string }[];
      }[];
    }[];
  } | null;
}

const scorecard: Question = async (world, who, draw) => {
  const oracle = await world.oracle();
  const organisation = draw(organisationsOf(oracle));
  const query = `{ scorecard(organisation: "${organisation}", year: 2024) { outcome
    goods { conditions { id evidenceCount hiddenEvidence evidence(first: 200, after: "0") { id } } } } }`;
  const whole = (await world.asOperator(query)).data as unknown as Scored;
  const isSeen = oracle.isInScope(who, organisation);
  return {
    answered: told(await world.as(who, query)),
    expected: unlessRefused(
      oracle,
      who,
      'OWN_WORK',
      isSeen ? withHiddenEvidence(whole, oracle, who) : { scorecard: null },
    ),
  };
};

function withHiddenEvidence(whole: Scored, oracle: Oracle, who: Identity): Scored {
  if (whole.scorecard === null) return whole;
  return {
    scorecard: {
      ...whole.scorecard,
      goods: whole.scorecard.goods.map(({ conditions }) => ({
        conditions: conditions.map((condition) => {
          const evidence = condition.evidence.filter(({ id }) => oracle.seesEventWithId(who, id));
          const hidden = condition.evidence.length - evidence.length;
          return {
            ...condition,
            evidence,
            hiddenEvidence: hidden,
            evidenceCount: condition.evidenceCount - hidden,
          };
        }),
      })),
    },
  };
}

interface Recognition extends Row {
  readonly state: string;
  readonly number: string | null;
  readonly framework: object | null;
  readonly reviews: readonly object[];
}

const recognitions: Question = async (world, who, draw) => {
  const oracle = await world.oracle();
  const row = 'organisation { id } year number framework { id } reviews { causes } hiddenCauses';
  const all = await world.everything<Required<Recognition>>('recognitions', 'year: 2024', row);
  const answered = await world.read(who, 'recognitions', 'year: 2024', row, draw(PAGE_SIZES));
  if (oracle.isOver(who)) return { answered, expected: 'FORBIDDEN' };
  return {
    answered,
    expected: all.flatMap((one) => {
      if (oracle.isInScope(who, one.organisation.id)) return [one];
      if (!oracle.isPublished(one.organisation.id, one.year)) return [];
      return [{ ...one, framework: null, reviews: [], hiddenCauses: 0 }];
    }),
  };
};

const organisation: Question = async (world, who, draw) => {
  const oracle = await world.oracle();
  const id = draw(organisationsOf(oracle));
  const query = `{ one: organisation(id: "${id}") {
    id name parent { id } secretary secretaries { value } delegate delegates { value } } }`;
  const { data } = await world.asOperator(query);
  const { one } = data as { readonly one: object };
  const nobody = { secretary: null, secretaries: [], delegate: null, delegates: [] };
  return {
    answered: told(await world.as(who, query)),
    expected: oracle.isOver(who)
      ? 'FORBIDDEN'
      : {
          one: oracle.isInScope(who, id) && who.role !== 'INTEGRATOR' ? one : { ...one, ...nobody },
        },
  };
};

const NOTHING_TO_COMPARE: Comparison = { answered: 'in scope', expected: 'in scope' };
const NEVER_WAS = 'never-was';

/** "Out of scope is FORBIDDEN when the thing is in the register": an organisation is. */
const commandAboutOrganisation: Question = async (world, who, draw) => {
  const oracle = await world.oracle();
  const subject = draw(organisationsOf(oracle));
  if (oracle.isInScope(who, subject)) return NOTHING_TO_COMPARE;
  const input = {
    meeting: 'asked-for',
    organisation: subject,
    kind: 'REGULAR',
    startsAt: '2025-01-01T19:00:00+07:00',
  };
  const answer = await world.gives(who, 'scheduleMeeting', input);
  return { answered: told(answer), expected: 'FORBIDDEN' };
};

/** "Else the answer for an id that never was." */
const commandAboutCase: Question = async (world, who, draw) => {
  const oracle = await world.oracle();
  const opened = draw(oracle.events.filter(({ type }) => type === 'CaseOpened'));
  if (oracle.isInScope(who, String(opened.data.organisation))) return NOTHING_TO_COMPARE;
  const wordsFor = async (id: string) => {
    const { errors } = await world.gives(who, 'receiveSignal', { case: id, source: 'SELF' });
    const words = errors.map(({ message, extensions }) => [message, extensions]);
    return JSON.stringify(words).replaceAll(`"${id}"`, '"ID"').replaceAll(` ${id} `, ' ID ');
  };
  return {
    answered: await wordsFor(String(opened.data.case)),
    expected: await wordsFor(NEVER_WAS),
  };
};

export const QUESTIONS: readonly Question[] = [
  list,
  list,
  list,
  history,
  history,
  event,
  member,
  members,
  scorecard,
  recognitions,
  organisation,
  commandAboutOrganisation,
  commandAboutCase,
];

/** What was answered, or the code of the refusal. */
function told({ data, errors }: Answer): unknown {
  return errors.length > 0 ? errors[0]?.extensions.code : data;
}

function unlessRefused<T>(
  oracle: Oracle,
  who: Identity,
  area: Parameters<Oracle['sees']>[1],
  answer: T,
): T | 'FORBIDDEN' {
  return oracle.isOver(who) || !oracle.sees(who, area) ? 'FORBIDDEN' : answer;
}

export function organisationsOf({ events }: Oracle): readonly string[] {
  return subjects(events, 'OrganisationEstablished', 'organisation');
}

export function membersOf({ events }: Oracle): readonly string[] {
  return subjects(events, 'MemberAdmitted', 'member');
}

function subjects(events: readonly Event[], type: string, field: string): readonly string[] {
  return events.filter((one) => one.type === type).map(({ data }) => String(data[field]));
}
