/** Texts about somebody, readable only with the key of whom they are about. All bytes in base64. */
export interface Sealed {
  readonly alg: 'A256GCM';
  /** The id of the key: it is kept apart from everything else, and can be destroyed. */
  readonly key: string;
  readonly iv: string;
  readonly ciphertext: string;
  readonly tag: string;
}

/** The texts themselves, each under its name. */
export type ClearTexts = Readonly<Record<string, string>>;

/** The store of the keys is away; what was asked of it may be asked again. */
export class SubjectKeysUnavailable extends Error {
  override readonly name = 'SubjectKeysUnavailable';
}
