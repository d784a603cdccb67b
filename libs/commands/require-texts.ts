import { COMMANDS, field, firstBrokenText, refusal } from '#domain';
import type { Fields } from '#domain';
import { clearDeclarationOf } from './clear-command';
import type { CommandEnvelope } from './envelope';
import { CommandRefused } from './errors';

const actor = field.nested({
  id: field.code,
  role: field.code,
  organisation: field.organisation,
});

/** The texts that every command has beside its own. */
const ENVELOPE: Fields = {
  actor,
  onBehalfOf: actor,
  reason: field.text(2_000),
  legalBasis: field.list(
    field.nested({
      number: field.line(),
      issuer: field.text(),
      title: field.text(2_000),
    }),
  ),
  evidence: field.list(
    field.nested({ sha256: field.line(64), kind: field.line(), name: field.line(255) }),
  ),
  source: field.nested({ file: field.line(1_000), key: field.line(2_000) }),
};

/**
 * The one gate for texts, whichever way a command came: what is recorded can be stored, compared and shown everywhere.
 *
 * @throws {CommandRefused} `TEXT_INVALID`
 */
export function requireTexts(envelope: CommandEnvelope): void {
  const { command, clear, commandId } = envelope;
  const broken =
    firstBrokenText(COMMANDS.get(command.type)?.fields ?? {}, command) ??
    firstBrokenText(clearDeclarationOf(command.type)?.fields ?? {}, clear ?? {}) ??
    firstBrokenText(ENVELOPE, envelope);
  if (broken === undefined) return;
  const { field: name, rule } = broken;
  const about = { field: name, state: rule, details: { text: rule } };
  throw new CommandRefused(refusal('TEXT_INVALID', about), commandId);
}
