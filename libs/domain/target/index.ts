export * from './target.events';
export * from './target.commands';
