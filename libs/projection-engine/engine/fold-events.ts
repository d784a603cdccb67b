import { folded, keysTouched } from '../runner';
import type { DocumentKey, Held, LoggedFact, Projection, Workspace } from '../runner';
import { DistinctKeys, distinct } from './distinct-keys';

/** An event, and the documents it touches, each once. */
export interface Touching {
  readonly event: LoggedFact;
  readonly keys: readonly DocumentKey[];
}

export function touchedBy(
  projection: Projection,
  events: readonly LoggedFact[],
): readonly Touching[] {
  return events.map((event) => ({ event, keys: distinct(keysTouched(projection, event)) }));
}

/** Folds events into their documents and rolls up, once for all of them but those that stand alone. */
export async function foldEvents(
  projection: Projection,
  workspace: Workspace,
  events: readonly Touching[],
): Promise<void> {
  let touched = new DistinctKeys();
  let through = -1n;
  const rollUp = async (alone?: LoggedFact): Promise<void> => {
    const keys = touched.all();
    touched = new DistinctKeys();
    if (keys.length === 0) return;
    await projection.rollUp?.(keys, workspace, { through, ...(alone && { alone }) });
  };
  for (const { event, keys } of events) {
    const alone =
      projection.standsAlone !== undefined && (await projection.standsAlone(event, workspace));
    if (alone) await rollUp();
    for (const key of keys) await fold(projection, workspace, event, key);
    touched.add(keys);
    through = event.position;
    if (alone) await rollUp(event);
  }
  await rollUp();
}

async function fold(
  projection: Projection,
  workspace: Workspace,
  event: LoggedFact,
  key: DocumentKey,
): Promise<void> {
  const held = await workspace.read(key);
  if (held !== undefined && event.position <= foldedThrough(projection, held)) return;
  const after = folded(projection, held?.body, event, key);
  if (after === undefined) workspace.remove(key);
  else workspace.write(key, after, event.position);
  const carried = projection.carry?.({ event, key, before: held?.body, after }, workspace);
  if (carried !== undefined) await carried;
}

function foldedThrough(projection: Projection, { body, position }: Held): bigint {
  return projection.foldedThrough?.(body, position) ?? position;
}
