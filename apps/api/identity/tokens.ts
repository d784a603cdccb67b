import { randomUUID } from 'node:crypto';
import { decodeJwt, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { TOKEN_MAX_AGE_SECONDS } from '#composition';
import { isRole } from '#vocabulary';
import type { Actor, Role } from '#vocabulary';
import type { ServiceKeys } from '../keys';

const ISSUER = 'four-good';
const ALGORITHM = 'EdDSA';

/** Tokens of before they were listed have no id, and are valid until they expire. */
const CLAIMS = z.object({
  sub: z.string().min(1),
  role: z.string().refine(isRole),
  organisation: z.string().min(1),
  jti: z.uuid().optional(),
  iat: z.number().optional(),
});
const TERM = z.object({ iat: z.number(), exp: z.number() });

/** It would be valid for longer than any token may be. */
export class TokenLivesTooLong extends Error {
  override readonly name = 'TokenLivesTooLong';

  constructor(readonly maxAgeSeconds: number) {
    super(`A token is valid for ${maxAgeSeconds} seconds at most`);
  }
}

/** Signs and reads the bearer tokens of this service: JSON Web Tokens under its own Ed25519 key. */
export class Tokens {
  constructor(
    private readonly keys: ServiceKeys,
    private readonly maxAgeSeconds = TOKEN_MAX_AGE_SECONDS,
  ) {}

  /**
   * @param expires how long it is valid, as `30d` or `12h`
   * @throws {TokenLivesTooLong}
   */
  async issue(actor: Actor & { readonly role: Role }, expires: string): Promise<string> {
    const { id: sub, role, organisation } = actor;
    const id = randomUUID();
    const token = await new SignJWT({ role, organisation })
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setAudience(ISSUER)
      .setSubject(sub)
      .setJti(id)
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(this.keys.tokenSigning().private);
    const { iat, exp } = TERM.parse(decodeJwt(token));
    if (exp - iat > this.maxAgeSeconds) throw new TokenLivesTooLong(this.maxAgeSeconds);
    // Listed before it is given out: there is no token that cannot be found and revoked.
    this.keys.tokens.add({
      id,
      actor: sub,
      role,
      organisation,
      issuedAt: toInstant(iat),
      expiresAt: toInstant(exp),
    });
    return token;
  }

  /** `undefined` for a token that is damaged, expired, revoked, or not of this service. */
  async read(token: string): Promise<Actor | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.keys.tokenSigning().public, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: ISSUER,
        requiredClaims: ['exp', 'sub'],
      });
      const { sub, role, organisation, jti, iat } = CLAIMS.parse(payload);
      const isListed = jti !== undefined;
      if (isListed && (this.isTooOld(iat) || this.keys.tokens.isRevoked(jti))) return undefined;
      return { id: sub, role, organisation };
    } catch {
      return undefined;
    }
  }

  /** Whether somebody has a valid token for this role: with it, he could ask now. */
  isHeld(actor: Actor): boolean {
    const now = Date.now();
    return this.keys.tokens
      .notRevokedOf(actor)
      .some(
        ({ issuedAt, expiresAt }) =>
          Date.parse(expiresAt) > now && !this.isTooOld(Date.parse(issuedAt) / 1_000),
      );
  }

  /** Also of a token that was made when it might have been valid for longer. */
  private isTooOld(issuedAt = 0): boolean {
    return Date.now() / 1_000 - issuedAt > this.maxAgeSeconds;
  }
}

function toInstant(seconds: number): string {
  return new Date(seconds * 1_000).toISOString();
}
