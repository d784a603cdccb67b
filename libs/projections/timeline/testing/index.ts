export { historyLaws } from './history.laws';
export { inTimeline } from './in-timeline';
export { pagedIds } from './paged-ids';
export { placesIn } from './places-in';
