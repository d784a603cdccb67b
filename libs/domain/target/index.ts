export * from './target.events';
export * from './target.commands';
export * from './target.state';
export * from './target.aggregate';
