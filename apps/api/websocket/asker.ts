import type { IncomingMessage } from 'node:http';
import type { Actor } from '#vocabulary';
import type { Viewer, Viewers } from '../access';
import { reasonIn } from '../access-records/reason';
import { actsInNoRole, forbidden } from '../errors';
import type { Authentication, RequestOrigin } from '../identity';
import { headersIn } from './client-message';

export interface AskerParts {
  readonly authentication: Pick<Authentication, 'actorOf'>;
  readonly viewers: Pick<Viewers, 'of'>;
}

/** Who is at the other end of a connection: asked anew each time, since tokens expire and roles end. */
export class Asker {
  private origin: RequestOrigin;
  private first: Actor | undefined;
  private reason: string | undefined;

  constructor(
    { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
    private readonly parts: AskerParts,
  ) {
    this.origin = { socket, headers };
  }

  /**
   * @param params of `connection_init`; they go before headers, which browsers cannot set
   * @throws ApiError `UNAUTHENTICATED`, `FORBIDDEN`, `UNAVAILABLE`, `VALIDATION_FAILED`
   */
  async begin(params: unknown): Promise<Actor> {
    const { socket, headers } = this.origin;
    this.origin = { socket, headers: { ...headers, ...headersIn(params) } };
    this.reason = reasonIn(this.origin.headers);
    this.first = await this.parts.authentication.actorOf(this.origin);
    return this.first;
  }

  /** Who it was when the connection began; nobody before. */
  get actor(): Actor | undefined {
    return this.first;
  }

  /** @throws ApiError as {@link begin}; `FORBIDDEN` also for who acts in another role than when it began */
  async viewer(): Promise<Viewer> {
    const actor = await this.parts.authentication.actorOf(this.origin);
    const { role, organisation } = this.first ?? actor;
    if (actor.role !== role || actor.organisation !== organisation) {
      throw actsInNoRole('The role in which you connected has ended; connect again.');
    }
    return this.parts.viewers.of(actor, this.reason);
  }

  /** @throws ApiError as {@link viewer}; `FORBIDDEN` also when the role is held in an organisation that has ended */
  async requireKnown(): Promise<void> {
    const { sight } = await this.viewer();
    if (await sight.isOver()) throw forbidden('this connection any more');
  }
}
