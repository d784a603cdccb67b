import type { LeftOut, ProjectedModels } from '#projection-engine';
import { thoseSeen } from '../access';
import type { AskedContext } from './request-context';

/** Listed in one answer, at most; `leftOutTotal` counts all. */
const MOST = 50;

/** What an answer says of the events that read models do without, as far as they concern what the actor may see. */
export interface ToldLeftOut {
  readonly leftOut: readonly LeftOut[];
  readonly leftOutTotal: number;
}

export async function leftOutOf(
  models: Pick<ProjectedModels, 'leftOut'>,
  { sight }: AskedContext,
): Promise<ToldLeftOut | undefined> {
  // Away: then nothing in the answer was read from there, and a receipt is not to be lost for it.
  const all = await models.leftOut().catch((): readonly LeftOut[] => []);
  const leftOut = await thoseSeen(all, ({ organisations }) => sight.sees('HISTORY', organisations));
  if (leftOut.length === 0) return undefined;
  return { leftOut: leftOut.slice(0, MOST), leftOutTotal: leftOut.length };
}
