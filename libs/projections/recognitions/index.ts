export * from './recognition.document';
export * from './recognitions.projection';
export * from './register.query';
export { REWARDS } from './reward.model';
export type { RewardDocument } from './reward.model';
