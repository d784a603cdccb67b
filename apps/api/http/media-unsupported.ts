/** A body in a form that is not read; the words are for the client. */
export class MediaUnsupported extends Error {
  override readonly name = 'MediaUnsupported';
  readonly statusCode = 415;
}
