const CHARSET = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]+))/i;

/** What a `content-type` says of the bytes. */
export function parseContentType(header: string | undefined): { readonly charset?: string } {
  const [, quoted, plain] = CHARSET.exec(header ?? '') ?? [];
  const charset = quoted ?? plain;
  return charset === undefined ? {} : { charset: charset.trim().toLowerCase() };
}
