import { servePart } from './serve-part';
import { timedLedger } from './timed-ledger';

servePart(() => Promise.resolve({ ready: undefined, ask: timedLedger }));
