import { pino } from 'pino';
import { Metrics } from '#operations';
import { RefusalMetrics } from './refusal-metrics';

describe('refusals', () => {
  it('are logged with who it is when they are repeated, and not each of them', () => {
    const lines: string[] = [];
    const logger = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
    const refusals = new RefusalMetrics(new Metrics(), logger);
    const actor = { id: 'm00001', role: 'AUDITOR', organisation: 'ward' } as const;
    refusals.forbidden(actor, 'Query.cases');

    expect(lines).toEqual([]);
    for (let time = 0; time < 200; time += 1) refusals.forbidden(actor, 'Mutation.holdMeeting');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({
        actor: 'm00001',
        role: 'AUDITOR',
        operation: 'Mutation.holdMeeting',
      }),
    ]);
  });
});
