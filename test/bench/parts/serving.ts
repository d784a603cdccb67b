/** Where a server answers. */
export interface Serving {
  readonly url: string;
}
