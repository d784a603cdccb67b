export * from './campaign.events';
export * from './campaign.commands';
