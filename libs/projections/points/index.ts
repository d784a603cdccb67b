export * from './exact-points';
export * from './meeting-score-gaps';
export * from './points-gap';
