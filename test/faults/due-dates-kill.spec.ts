import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { RecordedEvent } from '#event-log';
import { documentsOf, Installation, recordedEvents } from '../support';
import type { GraphqlClient } from '../support';

const CELLS = ['cell-1', 'cell-2', 'cell-3', 'cell-4', 'cell-5', 'cell-6'];
/** Twelve months, four quarters, and the end of the year. */
const OF_EACH = 17;
const KILLS = 6;
const TIME_LIMIT_MS = 300_000;

/** Of the pledged year: what the sample imported of 2024 is left alone. */
const AWAITED = `{ obligations(from: "2025-02-01", to: "2026-06-30", state: OPEN, first: 1) {
  edges { node { dueOn } } } }`;
const RECORDED = '{ history(filter: { actor: "due-dates" }, last: 200) { edges { cursor } } }';

interface Edges {
  readonly edges: readonly object[];
}

describe('a service that is killed again and again while it records what time brought', () => {
  const installation = new Installation();
  let events: readonly RecordedEvent[];

  beforeAll(async () => {
    await pledge(installation);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const service = await installation.start('--due-dates', 'on');
      const enough = randomInt(1, (kill * CELLS.length * OF_EACH) / KILLS);
      while ((await recordedSoFar(service.client)) < enough);
      await service.kill();
    }
    const service = await installation.start('--due-dates', 'on');
    while (await isAwaited(service.client));
    await service.stop();
    events = await recordedEvents(installation.dataDir);
  }, TIME_LIMIT_MS);

  afterAll(() => installation.remove());

  it('has recorded everything once, and nothing of the imported year', () => {
    const brought = events.filter(({ metadata }) => metadata.actor.id === 'due-dates');
    const said = brought.map(({ type, data }) => JSON.stringify([type, data]));

    expect(brought).toHaveLength(CELLS.length * OF_EACH);
    expect(new Set(said).size).toBe(said.length);
    expect(brought.every(({ data }) => (data as { year: number }).year === 2025)).toBe(true);
  });

  it('has recorded it of each cell in the order of the dates', () => {
    for (const cell of CELLS) {
      const dates = events
        .filter(({ stream }) => stream === `year-${cell}-2025`)
        .map(({ metadata }) => metadata.effectiveAt);

      expect(dates).toEqual([...dates].sort());
    }
  });

  it('records nothing again when the read models are built anew', async () => {
    const { dataDir } = installation;
    const survived = await documentsOf(dataDir, join(dataDir, 'views.db'));
    const rebuilt = await documentsOf(dataDir, installation.path('rebuilt.db'));
    expect(survived).toEqual(rebuilt);

    const other = installation.path('other-views.db');
    const service = await installation.start(
      '--due-dates',
      'on',
      '--read-models-url',
      `sqlite:${other}`,
    );
    while (await isAwaited(service.client));
    await service.stop();
    expect(await recordedEvents(dataDir)).toHaveLength(events.length);
  });
});

/** For a year that is over, entered now: everything that time brought is still to be recorded. */
async function pledge(installation: Installation): Promise<void> {
  const service = await installation.startWithSample();
  const effectiveAt = '2025-01-10T08:00:00+07:00';
  for (const organisation of CELLS) {
    const key = { campaign: 'four-good-2023-2025', organisation, year: 2025, effectiveAt };
    await service.client.give('registerPledge', { ...key, items: [] });
  }
  await service.stop();
}

async function recordedSoFar(client: GraphqlClient): Promise<number> {
  const { history } = await client.ask<{ history: Edges }>(RECORDED);
  return history.edges.length;
}

async function isAwaited(client: GraphqlClient): Promise<boolean> {
  const { obligations } = await client.ask<{ obligations: Edges }>(AWAITED);
  return obligations.edges.length > 0;
}
