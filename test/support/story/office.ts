import type { Actor, Role } from '#vocabulary';
import type { Receipt } from '../../../apps/api/testing/test-api';

export type StoryActor = Actor & { readonly role: Role };

/** Takes a command as given now by somebody; rejects with `Refused` when it is not taken. */
export type GiveCommand = (actor: StoryActor, mutation: string, input: object) => Promise<Receipt>;

/** Somebody who acts for an organisation, and the commands that such a one gives. */
export abstract class Office {
  protected constructor(
    private readonly giveCommand: GiveCommand,
    readonly organisation: string,
    private readonly role: Role,
  ) {}

  protected give(mutation: string, input: object): Promise<Receipt> {
    const { organisation, role } = this;
    const id = `${organisation}-${role.toLowerCase().replaceAll('_', '-')}`;
    return this.giveCommand({ id, role, organisation }, mutation, input);
  }
}
