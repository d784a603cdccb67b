import type { NewEvent } from '#event-log';
import { uuidOf } from './target-commands';

/** An event of the usual size (some 600 bytes with its metadata); one name, one id. */
export function logEventOf(name: string): NewEvent {
  return {
    id: uuidOf(name),
    type: 'MeetingHeld',
    schemaVersion: 1,
    data: {
      meeting: name,
      organisation: 'c00001',
      kind: 'MONTHLY',
      heldOn: '2024-03-05',
      chair: 'm00001',
      expected: 24,
      present: 22,
      excused: ['m00007', 'm00011'],
      minutes: { number: '03-BB/CB', date: '2024-03-06' },
    },
    metadata: {
      commandId: uuidOf(`command ${name}`),
      correlationId: uuidOf(`command ${name}`),
      actor: { id: 'u00001', role: 'SECRETARY', organisation: 'c00001' },
      effectiveAt: '2024-03-05T00:00:00+07:00',
      tags: { organisations: ['c00001', 'w00001', 'd00001'], members: ['m00001'], cases: [] },
    },
  };
}
