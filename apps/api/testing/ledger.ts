import type { TestApi } from './test-api';

/** Asks for everything recorded so far to be signed. */
export const CHECKPOINT = '{ checkpoint { origin size root note } }';

export interface ToldCheckpoint {
  readonly origin: string;
  readonly size: string;
  readonly root: string;
  readonly note: string;
}

/** One more event, of a cell that was recognised. */
export function recordReward(api: TestApi) {
  const about = { organisation: 'cell', year: 2024, reward: 'Giấy khen', grantedBy: 'district' };
  return api.record('grantReward', { ...about, effectiveAt: '2025-01-15T08:00:00+07:00' });
}
