import type { Term } from './posting';

/**
 * The term of a thing of some kind. A hash (cyrb53) instead of a number from a dictionary: it needs no looking up when
 * events are recorded, and is the same in every store. That two things share one of 2^53 is rare and does no harm, since
 * what is found is looked at.
 */
export function termOf(kind: number, thing: string): Term {
  // The kind goes in as a unit of its own: it must not cancel out with the first of the text.
  let high = Math.imul(0xdead_beef ^ kind, 2_654_435_761);
  let low = Math.imul(0x41c6_ce57 ^ kind, 1_597_334_677);
  for (let at = 0; at < thing.length; at += 1) {
    const unit = thing.charCodeAt(at);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507);
  high ^= Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507);
  low ^= Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}
