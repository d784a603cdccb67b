import type { OrganisationId } from '#vocabulary';
import { factsAt, putPagesAside } from '../facts';
import type { Facts, KeptFact } from '../facts';
import type { DocumentKey, Workspace } from '#projection-engine';
import { streakKey } from './keys';
import { STREAK_LEVELS } from './streak.document';
import { streaksOf } from './streaks-of';

/** Works out the streaks of the touched organisations anew, from all their ratings. */
export async function rollUp(touched: readonly DocumentKey[], workspace: Workspace): Promise<void> {
  await putPagesAside(touched, workspace);
  for (const key of touched) await write(key.id, await factsAt(key, workspace), workspace);
}

async function write(
  organisation: OrganisationId,
  { standing: facts, ever, position }: Facts,
  workspace: Workspace,
): Promise<void> {
  const streaks = new Map(
    streaksOf(facts).map((streak) => {
      const { level, from, brokenBy } = streak;
      const key = streakKey(organisation, level, from, brokenBy?.event);
      return [key.id, { key, document: { organisation, ...streak } }];
    }),
  );
  const keys = [
    ...possibleKeys(organisation, ever),
    ...[...streaks.values()].map(({ key }) => key),
  ];
  await workspace.prefetch(keys);
  for (const key of keys) {
    const before = await workspace.read(key);
    const document = streaks.get(key.id)?.document;
    if (document) workspace.write(key, document, position);
    else if (before) workspace.remove(key);
  }
}

/**
 * Any year may come to begin a streak, or cease to. What was broken stays, as long as no rating is
 * withdrawn: then it may be that it never was.
 */
function possibleKeys(
  organisation: OrganisationId,
  ever: readonly KeptFact[],
): readonly DocumentKey[] {
  const years = new Set(ever.flatMap(({ data }) => ('year' in data ? [data.year] : [])));
  const isAnyWithdrawn = ever.some(({ withdrawal }) => withdrawal !== undefined);
  const breakers = isAnyWithdrawn ? ever.map(({ id }) => id) : [];
  return STREAK_LEVELS.flatMap((level) =>
    [...years].flatMap((from) =>
      [undefined, ...breakers].map((brokenBy) => streakKey(organisation, level, from, brokenBy)),
    ),
  );
}
