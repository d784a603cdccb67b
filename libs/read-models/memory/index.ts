import type { DocumentStore } from '../document-store.port';
import { MemoryDocumentStore } from './memory-document-store';

/**
 * Read models in the memory of this process, gone with it: for what is folded to be read once. Made of JavaScript alone,
 * so that it runs wherever that does.
 */
export function openMemoryDocumentStore(): DocumentStore {
  return new MemoryDocumentStore();
}
