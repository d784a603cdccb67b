import type { ClearTexts, Sealed } from '#vocabulary';

interface ToSeal {
  /** Whom the texts are about, and the event that will carry them: they can be read with nothing else. */
  readonly subject: string;
  readonly event: string;
  readonly clear: ClearTexts;
  /** A name by which the subject is to be found. */
  readonly name?: string | undefined;
}

/** Seals what is said of somebody before it is decided, and destroys the keys of whom is to be forgotten. */
export interface Sealing {
  seal(texts: ToSeal): Promise<{
    readonly sealed: Sealed;
    /** Tells the same texts from others while the key is there. */
    readonly digest: string;
    /** Makes the key durable. @returns false where it was destroyed in between */
    keep(): Promise<boolean>;
  }>;
  /** The digest that texts have under a key; `undefined` once that is destroyed. */
  digest(key: string, clear: ClearTexts): Promise<string | undefined>;
  /** Destroys the keys; until `settle`, the command is given again whenever the service starts. */
  destroy(
    subject: string,
    pending: { readonly commandId: string; readonly command: string },
  ): Promise<void>;
  settle(commandId: string): Promise<void>;
}
