export * from './recognition.document';
export * from './publication';
export * from './recognitions.projection';
export * from './register.query';
