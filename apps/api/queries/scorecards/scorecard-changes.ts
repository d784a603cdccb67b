import type { ConditionResult } from '#criteria';
import { foldedInto } from '#projection-engine';
import type { FoldedModels, History } from '#projection-engine';
import { scorecardKey, SCORECARDS, scorecardsProjection } from '#projections';
import type { ScorecardDocument } from '#projections';
import { openMemoryDocumentStore } from '#read-models/memory';
import { loadedBody } from '../shared/read-models';
import type { OrganisationYear } from '../shared/request-loaders';

interface Condition {
  readonly good: string;
  readonly result: ConditionResult;
}

type Conditions = ReadonlyMap<string, Condition>;

/** A condition that stands otherwise at the end than at the beginning. */
export interface ConditionChange {
  readonly good: string;
  readonly before?: ConditionResult | undefined;
  readonly after?: ConditionResult | undefined;
  /** The events that changed it on the way. */
  readonly events: readonly string[];
}

/** Between two positions: the later one is that of the history's last event. */
interface Span {
  readonly from: bigint;
  readonly history: History;
  /** Called before each event. @throws when there is no time left */
  readonly requireTime: () => void;
}

/**
 * What became of the conditions of one scorecard, event by event: each is folded by itself, as the scorecards themselves
 * are, and what is different then, it changed.
 */
export async function changesBetween(
  { from, history, requireTime }: Span,
  of: OrganisationYear,
): Promise<readonly ConditionChange[]> {
  const { events } = history;
  const known = { ...history, events: events.filter(({ position }) => position <= from) };
  const models = await foldedInto(openMemoryDocumentStore(), [scorecardsProjection], known);
  const first = await conditionsOf(models, of);
  const changedBy = new Map<string, string[]>();
  let last = first;
  for (const event of events) {
    if (event.position <= from) continue;
    requireTime();
    await models.add([event]);
    const next = await conditionsOf(models, of);
    for (const name of changedIn(last, next)) {
      changedBy.set(name, [...(changedBy.get(name) ?? []), event.id]);
    }
    last = next;
  }
  return changedIn(first, last).map((name) => {
    const [before, after] = [first.get(name), last.get(name)];
    const good = after?.good ?? before?.good ?? '';
    return {
      good,
      before: before?.result,
      after: after?.result,
      events: changedBy.get(name) ?? [],
    };
  });
}

async function conditionsOf(
  models: FoldedModels,
  { organisation, year }: OrganisationYear,
): Promise<Conditions> {
  const collection = await models.collection<ScorecardDocument>(SCORECARDS);
  const document = await loadedBody(collection, scorecardKey(organisation, year).id);
  return new Map(
    (document?.scorecard.goods ?? []).flatMap(({ code, conditions }) =>
      conditions.map((result): [string, Condition] => [
        `${code}/${result.id}`,
        { good: code, result },
      ]),
    ),
  );
}

function changedIn(before: Conditions, after: Conditions): readonly string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => toldBy(before.get(name)) !== toldBy(after.get(name)));
}

/** What a condition says: not by which events, which grow also where nothing changes. */
function toldBy(condition: Condition | undefined): string {
  if (condition === undefined) return '';
  const { status, interval, operator, threshold, points, notes } = condition.result;
  return JSON.stringify([status, interval, operator, threshold, points, notes]);
}
