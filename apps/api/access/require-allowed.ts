import { authorise } from '#access';
import type { Wanted } from '#access';
import { forbidden } from '../errors';
import type { Viewer } from './viewers';

/** @throws ApiError `FORBIDDEN` when the role does not allow it, or is held in an organisation that has ended */
export async function requireAllowed(
  { actor, sight }: Pick<Viewer, 'actor' | 'sight'>,
  wanted: Wanted,
): Promise<void> {
  const isDenied = authorise(actor, wanted).kind === 'denied';
  if (isDenied || (wanted.area !== undefined && (await sight.isOver()))) {
    throw forbidden(wanted.operation);
  }
}
