import { setTimeout as elapsed } from 'node:timers/promises';

/** Asks again and again; that it never comes true, the time limit of the test will tell. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await elapsed(2);
}
