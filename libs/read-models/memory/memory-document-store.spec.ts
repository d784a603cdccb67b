import { documentStoreContract } from '../contract';
import { openMemoryDocumentStore } from '.';

documentStoreContract('memory', () => Promise.resolve(openMemoryDocumentStore()));
