import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Actor } from '#vocabulary';
import { OWNER_ONLY_FOLDER, createWhole } from '#owner-files';

/** What is kept of a token: never the token itself. */
const ISSUED = z.object({
  id: z.uuid(),
  actor: z.string(),
  role: z.string(),
  organisation: z.string(),
  issuedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type IssuedToken = z.infer<typeof ISSUED>;

export type ListedToken = IssuedToken & { readonly revokedAt?: string };

const RECORD = /^(.+)\.json$/;

/**
 * The tokens that were made under the keys, beside them: whoever shares the keys shares the list, and sees at the next
 * request what another process revoked. One file for each token, and an empty one for each that was revoked, so that
 * nothing is ever rewritten.
 */
export class TokenRegister {
  /** Those that were read: a file never changes. */
  private readonly known = new Map<string, IssuedToken>();

  constructor(private readonly folder: string) {}

  add(token: IssuedToken): void {
    this.create(`${token.id}.json`, JSON.stringify(token));
  }

  /** What was made and not revoked for somebody's role. */
  notRevokedOf({ id, role, organisation }: Actor): readonly IssuedToken[] {
    return this.issued().filter(
      (token) =>
        token.actor === id &&
        token.role === role &&
        token.organisation === organisation &&
        !this.isRevoked(token.id),
    );
  }

  /** What was made, the oldest first. */
  list(): readonly ListedToken[] {
    return this.issued()
      .map((issued): ListedToken => {
        const revoked = this.revocation(issued.id);
        return revoked === undefined ? issued : { ...issued, revokedAt: revoked };
      })
      .toSorted((a, b) => `${a.issuedAt} ${a.id}`.localeCompare(`${b.issuedAt} ${b.id}`));
  }

  knows(id: string): boolean {
    return statSync(this.path(`${id}.json`), { throwIfNoEntry: false }) !== undefined;
  }

  /** For good. Once is enough: a second time changes nothing. */
  revoke(id: string): void {
    if (!this.isRevoked(id)) this.create(revokedName(id), '');
  }

  /** @throws where the folder cannot be read: a token that might be revoked is not taken on trust */
  isRevoked(id: string): boolean {
    return this.revocation(id) !== undefined;
  }

  private issued(): readonly IssuedToken[] {
    return this.names()
      .flatMap((name) => RECORD.exec(name)?.[1] ?? [])
      .map((id) => {
        const issued =
          this.known.get(id) ??
          ISSUED.parse(JSON.parse(readFileSync(this.path(`${id}.json`), 'utf8')));
        this.known.set(id, issued);
        return issued;
      });
  }

  private revocation(id: string): string | undefined {
    return statSync(this.path(revokedName(id)), { throwIfNoEntry: false })?.mtime.toISOString();
  }

  private create(name: string, content: string): void {
    mkdirSync(this.folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
    createWhole(this.path(name), content);
  }

  private names(): readonly string[] {
    const isThere = statSync(this.folder, { throwIfNoEntry: false }) !== undefined;
    return isThere ? readdirSync(this.folder) : [];
  }

  private path(name: string): string {
    return join(this.folder, name);
  }
}

function revokedName(id: string): string {
  return `${id}.revoked`;
}
