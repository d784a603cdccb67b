export * from './campaign.events';
export * from './campaign.commands';
export * from './campaign.state';
