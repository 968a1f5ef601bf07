/** TypeScript, for the type checker's worker. */
export { default as typescript } from 'typescript';
