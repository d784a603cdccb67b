import { createHash } from 'node:crypto';
import type { CommandEnvelope } from '#commands';
import type { Actor } from '#vocabulary';
import { TARGETS } from './vocabulary';

const YEAR = 2024;

/**
 * A year of targets for every organisation: three are assigned, reported on and confirmed. The commands of one
 * organisation are far apart, as many offices at work would send them.
 */
export function targetCommands(
  organisations: readonly string[],
  round: number,
): readonly CommandEnvelope[] {
  return STEPS.flatMap((step, place) =>
    organisations.map((organisation) => envelope(step(organisation), `${round}/${place}`)),
  );
}

type Command = Extract<
  CommandEnvelope['command'],
  { type: 'AssignTarget' | 'ReportTargetProgress' | 'ConfirmTargetResult' }
>;

const STEPS = [
  ...TARGETS.map(([title, assigned], index) => (organisation: string): Command => ({
    type: 'AssignTarget',
    organisation,
    year: YEAR,
    code: `T${index + 1}`,
    title,
    unit: '%',
    assigned: String(assigned),
    direction: 'AT_LEAST',
  })),
  ...TARGETS.map(([, assigned], index) => (organisation: string): Command => ({
    type: 'ReportTargetProgress',
    organisation,
    year: YEAR,
    code: `T${index + 1}`,
    achieved: String(assigned - 10),
  })),
  ...TARGETS.map(([, assigned], index) => (organisation: string): Command => ({
    type: 'ConfirmTargetResult',
    organisation,
    year: YEAR,
    code: `T${index + 1}`,
    achieved: String(assigned + 1),
  })),
];

function envelope(command: Command, step: string): CommandEnvelope {
  const { organisation } = command;
  const actor: Actor = { id: `${organisation}-secretary`, role: 'SECRETARY', organisation };
  return {
    command,
    commandId: uuidOf(`${organisation}/${step}`),
    effectiveAt: '2024-06-15T09:30:00+07:00',
    actor,
  };
}

/** In the shape of a UUID, as the applications of offices make them. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
