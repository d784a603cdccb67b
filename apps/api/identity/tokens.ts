import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { isRole } from '#vocabulary';
import type { Actor, Role } from '#vocabulary';
import type { ServiceKeys } from '../keys';

const ISSUER = 'four-good';
const ALGORITHM = 'EdDSA';

const CLAIMS = z.object({
  sub: z.string().min(1),
  role: z.string().refine(isRole),
  organisation: z.string().min(1),
});

/** Signs and reads the bearer tokens of this service: JSON Web Tokens under its own Ed25519 key. */
export class Tokens {
  constructor(private readonly keys: ServiceKeys) {}

  /** @param expires how long it is valid, as `30d` or `12h` */
  async issue(actor: Actor & { readonly role: Role }, expires: string): Promise<string> {
    return new SignJWT({ role: actor.role, organisation: actor.organisation })
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setAudience(ISSUER)
      .setSubject(actor.id)
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(this.keys.tokenSigning().private);
  }

  /** `undefined` for a token that is damaged, expired, or not of this service. */
  async read(token: string): Promise<Actor | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.keys.tokenSigning().public, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: ISSUER,
        requiredClaims: ['exp', 'sub'],
      });
      const { sub, role, organisation } = CLAIMS.parse(payload);
      return { id: sub, role, organisation };
    } catch {
      return undefined;
    }
  }
}
