import type { Actor } from '#vocabulary';
import { unauthenticated, unavailable } from '../errors';
import type { FailedAttempts } from '../rates';
import { isLocal } from './local-request';
import type { RequestOrigin } from './local-request';
import { PeerUsers } from './peer-user';
import { ProviderAway } from './provider';
import type { GrantedActors, ProviderTokens } from './provider';
import type { Tokens } from './tokens';

/** The actor of requests from the machine itself that carry no token. */
export const LOCAL_OPERATOR: Actor = {
  id: 'local-operator',
  role: 'OPERATOR',
  organisation: 'local',
};

const BEARER = /^Bearer +([A-Za-z0-9_.~+/-]+=*)$/i;

/** An OpenID provider, where there is one: its tokens say who asks, grants say in which role. */
export interface SignedIn {
  readonly tokens: ProviderTokens;
  readonly actors: GrantedActors;
}

/** Determines the actor of a request. */
export class Authentication {
  /** @param localOperator whether a request from this machine may do without a token */
  constructor(
    private readonly tokens: Tokens,
    private readonly localOperator: boolean,
    private readonly attempts: FailedAttempts,
    private readonly signedIn?: SignedIn,
    private readonly peers: Pick<PeerUsers, 'isOwn'> = new PeerUsers(),
  ) {}

  /**
   * A given token must be valid, even where none is required.
   *
   * @throws ApiError `UNAUTHENTICATED`; `FORBIDDEN` for somebody who acts in no role; `UNAVAILABLE` when that cannot
   *   be told; `RATE_LIMITED` from an address that said too often who it is not
   */
  async actorOf(request: RequestOrigin): Promise<Actor> {
    const { authorization, 'x-acting-as': actingAs } = request.headers;
    if (authorization === undefined && (await this.isLocalOperator(request))) return LOCAL_OPERATOR;
    const token = typeof authorization === 'string' ? BEARER.exec(authorization)?.[1] : undefined;
    this.attempts.requireLeft(request, token);
    const actor = token === undefined ? undefined : await this.named(token, actingAs);
    if (token === undefined || actor === undefined) {
      this.attempts.failed(request);
      throw unauthenticated(
        authorization === undefined
          ? 'A bearer token is needed.'
          : 'The bearer token is not valid.',
      );
    }
    this.attempts.succeeded(token);
    return actor;
  }

  private async isLocalOperator(request: RequestOrigin): Promise<boolean> {
    return this.localOperator && isLocal(request) && this.peers.isOwn(request.socket);
  }

  /**
   * Whether somebody who does not ask just now could do so in this role: what was registered in it goes on as long as
   * there is a valid token for it, or a grant.
   */
  async holds(actor: Actor): Promise<boolean> {
    const { localOperator, tokens, signedIn } = this;
    if (isSame(actor, LOCAL_OPERATOR)) return localOperator;
    return tokens.isHeld(actor) || (await signedIn?.actors.holds(actor)) === true;
  }

  private async named(
    token: string,
    actingAs: string | readonly string[] | undefined,
  ): Promise<Actor | undefined> {
    const { signedIn } = this;
    if (signedIn?.tokens.names(token) !== true) return this.tokens.read(token);
    const subject = await subjectOf(token, signedIn.tokens);
    if (subject === undefined) return undefined;
    // Given twice it is no choice: as a grant that there is not.
    const chosen = typeof actingAs === 'object' ? '' : actingAs;
    return signedIn.actors.actorOf(subject, chosen);
  }
}

function isSame(one: Actor, other: Actor): boolean {
  return one.id === other.id && one.role === other.role && one.organisation === other.organisation;
}

async function subjectOf(token: string, tokens: ProviderTokens): Promise<string | undefined> {
  try {
    return await tokens.subjectOf(token);
  } catch (error) {
    throw error instanceof ProviderAway ? unavailable() : error;
  }
}
