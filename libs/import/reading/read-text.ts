import { BundleUnreadable } from './bundle';

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** Refuses text that is not UTF-8, rather than recording damaged names; drops a byte-order mark. */
export function readText(file: string, content: Uint8Array): string {
  try {
    return UTF_8.decode(content);
  } catch {
    throw new BundleUnreadable(`${file} is not encoded in UTF-8.`, { code: 'NOT_UTF_8' });
  }
}
