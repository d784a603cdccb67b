import { statSync } from 'node:fs';
import { canonicalJson } from '#ledger';
import { eventsOf } from '../reading/exported-events';
import { ExportFolder } from '../reading/export-folder';
import { byKey, differencesOf, scorecardsIn } from '../replaying/compare-scorecards';
import { replay } from '../replaying/replay';
import { answeredScorecard } from '../replaying/scorecard-line';
import { EXIT, requireThere } from '../terminal/outcome';
import { action } from './common';

/** What one side has: events, where it is an export, and scorecards by organisation and year. */
interface Side {
  readonly events: ReadonlyMap<string, string>;
  readonly scorecards: ReadonlyMap<string, object>;
}

export const diffCommand = action<[string, string], object>(async (terminal, _, first, second) => {
  const [a, b] = [await sideOf(first), await sideOf(second)];
  const events = [...new Set([...a.events.keys(), ...b.events.keys()])].flatMap((id) => {
    const [here, there] = [a.events.get(id), b.events.get(id)];
    if (here === there) return [];
    return [{ event: id, in: here === undefined ? 'B' : there === undefined ? 'A' : 'BOTH' }];
  });
  const keys = [...new Set([...a.scorecards.keys(), ...b.scorecards.keys()])].sort();
  const scorecards = keys.flatMap((key) => {
    const [here, there] = [a.scorecards.get(key), b.scorecards.get(key)];
    return here === undefined
      ? differencesOf(there ?? {}, undefined).map((one) => ({
          ...one,
          here: undefined,
          there: one.here,
        }))
      : differencesOf(here, there);
  });
  if (terminal.options.isJson) {
    terminal.json({ ok: isSame(events, scorecards), events, scorecards });
  } else {
    for (const { event, in: where } of events) terminal.say(`${event}: ${where}`);
    for (const { organisation, year, path } of scorecards) {
      terminal.say(`${organisation} ${year} ${path}`);
    }
    terminal.say({
      vi: `${events.length} sự kiện và ${scorecards.length} điểm của bảng điểm khác nhau.`,
      en: `${events.length} events and ${scorecards.length} values of scorecards differ.`,
    });
  }
  return isSame(events, scorecards) ? EXIT.right : EXIT.wrong;
});

function isSame(events: readonly unknown[], scorecards: readonly unknown[]): boolean {
  return events.length === 0 && scorecards.length === 0;
}

async function sideOf(path: string): Promise<Side> {
  requireThere(path);
  const isReplay = statSync(path).isFile() && !path.endsWith('.tar.gz');
  if (isReplay) {
    return { events: new Map(), scorecards: byKey(scorecardsIn(path)) };
  }
  const folder = await ExportFolder.open(path);
  try {
    const events = new Map<string, string>();
    for await (const { index: _, ...event } of eventsOf(folder)) {
      events.set(event.id, canonicalJson(event));
    }
    const { scorecards } = await replay(folder, { onProgress: () => undefined });
    return { events, scorecards: byKey(scorecards.map((one) => answeredScorecard(one))) };
  } finally {
    folder.close();
  }
}
