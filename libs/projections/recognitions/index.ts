export * from './recognition.document';
export * from './recognitions.projection';
export * from './register.query';
export type { RewardDocument } from './reward.model';
export { REWARDS } from './reward.model';
