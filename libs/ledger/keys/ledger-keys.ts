import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { keyFile, writeWhole } from '#owner-files';
import { Signer } from '../note';

/** How long the key of before signs beside the one that follows it: whoever verifies learns of the new one meanwhile. */
const OVERLAP_MS = 30 * 24 * 60 * 60 * 1_000;

const LISTED = z.array(
  z.strictObject({
    /** The file of the private key. */
    file: z.string(),
    /** The origin of the ledger, which is the name of the key. */
    origin: z.string(),
    /** Sizes of the first tree it signed, and of the last. */
    from: z.number(),
    to: z.number().optional(),
    /** When it ends, once another one has followed it. */
    until: z.iso.datetime().optional(),
  }),
);

type ListedKey = z.infer<typeof LISTED>[number];

/** A public key of the ledger, with the sizes of the trees that it signed. */
export interface PublishedKey {
  readonly key: string;
  /** The name of the tree. */
  readonly origin: string;
  readonly from: number;
  readonly to?: number;
}

/** The keys of the ledger, in `KEYS_DIR`: the present ones and, for whoever verifies, all of before. */
export class LedgerKeys {
  /** @param name of their files: each ledger has its own */
  constructor(
    private readonly folder: string,
    private readonly now: () => Date,
    private readonly name = 'ledger',
  ) {}

  /** Whether there is one, of whichever tree. */
  get exist(): boolean {
    return this.listed().length > 0;
  }

  hasOf(origin: string): boolean {
    return this.listed().some((key) => key.origin === origin);
  }

  /** Those that sign the tree of this name; the first one is made when it is first needed. */
  signers(origin: string): readonly Signer[] {
    const keys = this.listed();
    if (!this.hasOf(origin)) {
      keys.push(this.made(origin, 0, keys.length + 1));
      this.keep(keys);
    }
    return keys
      .filter((key) => key.origin === origin && this.isActive(key))
      .map((key) => this.signerOf(key));
  }

  /** Of all trees, in the order in which they were made. */
  published(): readonly PublishedKey[] {
    return this.listed().map((key) => ({
      key: this.signerOf(key).verifierKey.text,
      origin: key.origin,
      from: key.from,
      ...(key.to === undefined ? {} : { to: key.to }),
    }));
  }

  /**
   * Another key signs from now on; the one of before beside it for 30 days.
   *
   * @param size of the last tree that was signed
   */
  rotate(origin: string, size: number): PublishedKey {
    const keys = this.listed();
    const until = new Date(this.now().getTime() + OVERLAP_MS).toISOString();
    const ending = keys.map((key) =>
      key.origin === origin && this.isActive(key) ? { ...key, until, to: size } : key,
    );
    const made = this.made(origin, size, keys.length + 1);
    this.keep([...ending, made]);
    return { key: this.signerOf(made).verifierKey.text, origin, from: size };
  }

  private made(origin: string, from: number, number: number): ListedKey {
    const key = { file: `${this.name}-${number}.pem`, origin, from };
    this.signerOf(key);
    return key;
  }

  private isActive({ to, until }: ListedKey): boolean {
    return to === undefined || (until !== undefined && new Date(until) > this.now());
  }

  private signerOf({ file, origin }: ListedKey): Signer {
    return Signer.of(origin, keyFile(join(this.folder, file), newKey));
  }

  private listed(): ListedKey[] {
    const path = this.listPath();
    return existsSync(path) ? LISTED.parse(JSON.parse(readFileSync(path, 'utf8'))) : [];
  }

  private keep(keys: readonly ListedKey[]): void {
    writeWhole(this.listPath(), JSON.stringify(keys));
  }

  private listPath(): string {
    return join(this.folder, `${this.name}-keys.json`);
  }
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
