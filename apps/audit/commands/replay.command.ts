import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { byKey, differencesOf, keyOf, scorecardsIn } from '../replaying/compare-scorecards';
import type { ScorecardDifference } from '../replaying/compare-scorecards';
import { replay } from '../replaying/replay';
import { comparedWithService } from '../replaying/compare-with-service';
import { answeredScorecard, scorecardLine } from '../replaying/scorecard-line';
import { UrlSource } from '../exporting/url-source';
import { EXIT, requireThere } from '../terminal/outcome';
import type { Terminal } from '../terminal/terminal';
import { action, withExport } from './common';
import type { Place } from './common';

interface ReplayOptions extends Place {
  readonly organisation?: string;
  readonly year?: number;
  readonly at?: number | string;
  readonly compare?: string;
  readonly out?: string;
}

export const replayCommand = action<[string], ReplayOptions>(async (terminal, options, path) => {
  const { organisation, year, at, compare, out, token } = options;
  const replayed = await withExport(terminal, path, {}, (folder) =>
    replay(folder, {
      organisation,
      year,
      at,
      onProgress: (events) => {
        terminal.progress({ vi: `${events} sự kiện`, en: `${events} events` });
      },
    }),
  );
  const scorecards = replayed.scorecards.map((document) => answeredScorecard(document));
  if (compare === undefined || out !== undefined) await write(scorecards.map(scorecardLine), out);
  if (compare === undefined) return EXIT.right;
  const differences = URL.canParse(compare)
    ? await comparedWithService(
        scorecards,
        replayed,
        new UrlSource(compare, token ?? process.env.TOKEN),
      )
    : comparedWithFile(scorecards, compare);
  return tell(terminal, differences, scorecards.length);
});

async function write(lines: readonly string[], out: string | undefined): Promise<void> {
  if (out === undefined) {
    process.stdout.write(lines.join(''));
    return;
  }
  const file = createWriteStream(out);
  for (const line of lines) if (!file.write(line)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}

function comparedWithFile(
  scorecards: readonly object[],
  path: string,
): readonly ScorecardDifference[] {
  requireThere(path);
  const there = byKey(scorecardsIn(path));
  return scorecards.flatMap((here) => differencesOf(here, there.get(keyOf(here))));
}

function tell(
  terminal: Terminal,
  differences: readonly ScorecardDifference[],
  compared: number,
): typeof EXIT.right | typeof EXIT.wrong {
  if (terminal.options.isJson) {
    terminal.json({ ok: differences.length === 0, compared, differences });
  } else {
    for (const { organisation, year, path, here, there } of differences) {
      const values = `${JSON.stringify(here)} ≠ ${JSON.stringify(there)}`;
      terminal.say(`${organisation} ${year} ${path}: ${values}`);
    }
    terminal.say({
      vi: `${compared} bảng điểm đã so sánh, ${differences.length} điểm khác.`,
      en: `${compared} scorecards compared, ${differences.length} differences.`,
    });
  }
  return differences.length === 0 ? EXIT.right : EXIT.wrong;
}
