import fc from 'fast-check';
import { scopeOf } from '#domain';
import type { LoggedFact } from '#projection-engine';
import { withSomeCorrected } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import type { DocumentStore } from '#read-models';
import { anyFact, asInALog } from '../../testing';
import {
  matchesFilter,
  positionAsOf,
  Timeline,
  TIMELINE,
  timelineEntry,
  timelineProjection,
} from '..';
import type { HistoryFilter, HistoryScope } from '..';
import { pagedIds } from './paged-ids';
import { placesIn } from './places-in';

const EVENTS = 45;

const anyCircumstances: fc.Arbitrary<NonNullable<ToRecord['circumstances']>> = fc.record({
  ancestors: fc.subarray(['district', 'commune']),
  correlationId: fc.constantFrom('import', 'other'),
  actor: fc.constantFrom(
    { id: 'clerk', role: 'SECRETARY', organisation: 'superior' },
    { id: 'm00001', role: 'SECRETARY', organisation: 'o1' },
  ),
});
/** One a minute, after everything that any fact is about; corrections too. */
const FIRST_RECORDING = Date.parse('2026-06-01T00:00:00Z');
const MINUTE_MS = 60_000;

function recordedInOrder(fact: LoggedFact, index: number): LoggedFact {
  return { ...fact, recordedAt: recordingTime(index) };
}

function recordingTime(minutes: number): string {
  return new Date(FIRST_RECORDING + minutes * MINUTE_MS).toISOString();
}

const anyHistory: fc.Arbitrary<readonly LoggedFact[]> = fc
  .tuple(
    fc.array(
      fc
        .tuple(anyFact, anyCircumstances)
        .map(([fact, circumstances]): ToRecord => ({ ...fact, circumstances })),
      { minLength: 1, maxLength: EVENTS },
    ),
    fc.array(fc.nat(), { maxLength: 2 }),
  )
  .map(([facts, wrong]) => withSomeCorrected(asInALog(facts), wrong).map(recordedInOrder));

const instant = fc
  .integer({ min: Date.parse('2023-01-01T00:00:00Z'), max: Date.parse('2025-12-31T00:00:00Z') })
  .map((time) => new Date(time).toISOString());
const nearRecording = fc.integer({ min: -5, max: EVENTS + 5 }).map(recordingTime);
const someTypes = fc.subarray(
  ['MemberAdmitted', 'CaseOpened', 'PeriodClosed', 'MeetingHeld', 'PledgeRegistered'] as const,
  { minLength: 1 },
);

const CONDITIONS = {
  organisation: fc.constantFrom('o1', 'o2', 'district'),
  includeBelow: fc.boolean(),
  member: fc.constant('m00001'),
  case: fc.constant('v1'),
  stream: fc.constantFrom('year-o1-2024', 'member-m00001'),
  actor: fc.constantFrom('clerk', 'm00001', 'nobody'),
  byBeneficiary: fc.boolean(),
  imported: fc.boolean(),
  correlation: fc.constantFrom('import', 'nothing'),
  types: someTypes,
  withoutTypes: someTypes,
  recordedFrom: nearRecording,
  recordedTo: nearRecording,
  effectiveFrom: instant,
  effectiveTo: instant,
  backdatedByAtLeastDays: fc.nat(300),
  asOf: fc.integer({ min: 0, max: 10 * EVENTS }).map(BigInt),
};
/** Of few conditions: of many, little is left. */
const anyFilter: fc.Arbitrary<HistoryFilter> = fc
  .tuple(fc.record(CONDITIONS), fc.subarray(Object.keys(CONDITIONS), { maxLength: 4 }))
  .map(([whole, chosen]) =>
    Object.fromEntries(Object.entries(whole).filter(([name]) => chosen.includes(name))),
  );
const anyScope: fc.Arbitrary<HistoryScope | undefined> = fc.option(
  fc.subarray(['o1', 'o2', 'o3', 'superior']).map((some) => new Set(some)),
  { nil: undefined },
);
const anyQuestion = fc.record({
  filter: anyFilter,
  scope: anyScope,
  limit: fc.integer({ min: 1, max: 50 }),
  direction: fc.constantFrom('ascending' as const, 'descending' as const),
});

function scanned(
  facts: readonly LoggedFact[],
  filter: HistoryFilter,
  scope: HistoryScope | undefined,
): readonly string[] {
  const matches = matchesFilter(filter);
  return facts
    .filter((event) => matches(timelineEntry(event)))
    .filter(({ data }) => {
      const organisations = scopeOf(data);
      return (
        scope === undefined ||
        organisations.length === 0 ||
        organisations.some((one) => scope.has(one))
      );
    })
    .map(({ id }) => id);
}

/** What holds of the timeline in any store. */
export function historyLaws(
  name: string,
  openStore: () => DocumentStore,
  { numRuns }: { readonly numRuns: number },
): void {
  describe(`any history, found in ${name}`, () => {
    const store = openStore();
    let version = 0;
    afterAll(() => store.close());

    /** Written as batches of these sizes, over and over. */
    async function written(
      facts: readonly LoggedFact[],
      sizes: readonly number[],
    ): Promise<Timeline> {
      await store.drop({ name: TIMELINE, version });
      version += 1;
      const owner = await store.lease.acquire({
        projection: 'timeline@1',
        holder: 'spec',
        ttlMs: 1,
        now: 0,
      });
      if (owner === undefined) throw new RangeError('There is one holder');
      const postings = await store.postings({ name: TIMELINE, version });
      const { termsOf = () => [] } = timelineProjection.postings ?? {};
      let from = 0;
      for (let batch = 0; from < facts.length; batch += 1) {
        const to = from + (sizes[batch % sizes.length] ?? facts.length);
        const some = facts.slice(from, to);
        await postings.add(
          some.map((event) => ({ position: event.position, terms: termsOf(event) })),
          owner,
        );
        from = to;
      }
      const through = facts.at(-1)?.position ?? 0n;
      return new Timeline({ postings, log: placesIn(facts), through });
    }

    it('is that of a plain scan, by any filter and scope, in pages of any size, either way', async () => {
      await fc.assert(
        fc.asyncProperty(
          anyHistory,
          fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 3 }),
          fc.array(anyQuestion, { minLength: 5, maxLength: 12 }),
          async (facts, sizes, questions) => {
            const timeline = await written(facts, sizes);
            for (const { filter, scope, ...paging } of questions) {
              const expected = scanned(facts, filter, scope);
              const asked = { ...paging, ...(scope !== undefined && { scope }) };
              expect(await pagedIds(timeline, filter, asked)).toEqual(
                paging.direction === 'ascending' ? expected : expected.toReversed(),
              );
            }
          },
        ),
        { numRuns },
      );
    });

    it('has at any time the last event that was recorded by then', async () => {
      await fc.assert(
        fc.asyncProperty(anyHistory, nearRecording, async (facts, by) => {
          const timeline = await written(facts, [7]);
          const last = facts.findLast(({ recordedAt }) => recordedAt <= by);
          expect(await positionAsOf(timeline, by)).toBe(last?.position);
        }),
        { numRuns },
      );
    });
  });
}
