/** What one table or collection takes, in bytes. */
export interface Sizes {
  readonly name: string;
  readonly rows: number;
  readonly data: number;
  readonly indexes: number;
}
